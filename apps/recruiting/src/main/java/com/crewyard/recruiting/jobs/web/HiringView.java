package com.crewyard.recruiting.jobs.web;

import com.crewyard.recruiting.identity.User;
import com.crewyard.recruiting.jobs.Job;
import com.crewyard.recruiting.jobs.Question;
import com.crewyard.recruiting.jobs.QuestionKind;
import com.crewyard.recruiting.jobs.Stage;
import com.crewyard.recruiting.jobs.StageKind;
import com.crewyard.recruiting.jobs.TeamMember;
import com.crewyard.web.Choice;
import com.crewyard.web.Form;
import com.crewyard.web.Page;
import com.crewyard.web.Tab;
import java.util.Arrays;
import java.util.List;

/** Stages, questions and team of a job; each page shows one of them. */
public record HiringView(
        Job job, List<Stage> stages, List<Question> questions, List<TeamMember> team, List<User> people, Form form) {

    public static List<Choice> stageKinds(Page page) {
        return Arrays.stream(StageKind.values())
                .map(kind -> Choice.of(kind.code(), page.text("stage.kind." + kind.code())))
                .toList();
    }

    public static List<Choice> questionKinds(Page page) {
        return Arrays.stream(QuestionKind.values())
                .map(kind -> Choice.of(kind.code(), page.text("question.kind." + kind.code())))
                .toList();
    }

    public static List<Choice> parts(Page page) {
        return Arrays.stream(TeamMember.Part.values())
                .map(part -> Choice.of(part.code(), page.text("part." + part.code())))
                .toList();
    }

    /** Code of what somebody does for this job; empty when they are not of the team. */
    public String partOf(User person) {
        return team.stream()
                .filter(member -> member.user().equals(person.id()))
                .map(member -> member.part().code())
                .findFirst()
                .orElse("");
    }

    public static List<Tab> tabs(Page page, Job job) {
        String path = "/jobs/" + job.id();
        return List.of(
                Tab.of("details", page.text("job.tab.details"), path + "/edit"),
                Tab.of("stages", page.text("job.tab.stages"), path + "/stages"),
                Tab.of("questions", page.text("job.tab.questions"), path + "/questions"),
                Tab.of("team", page.text("job.tab.team"), path + "/team"));
    }
}
