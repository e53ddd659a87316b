package com.crewyard.recruiting.pipeline.web;

import com.crewyard.kernel.StageId;
import com.crewyard.recruiting.activity.Activity;
import com.crewyard.recruiting.activity.Actor;
import com.crewyard.recruiting.jobs.Job;
import com.crewyard.recruiting.jobs.Openings;
import com.crewyard.recruiting.jobs.Stage;
import com.crewyard.recruiting.jobs.TeamMember;
import com.crewyard.web.Page;
import java.util.List;
import java.util.Map;

/**
 * A job at a glance.
 *
 * @param description HTML
 * @param counts active applications by stage
 * @param address of its post on the careers site
 */
public record JobOverview(
        Job job,
        String description,
        List<Stage> stages,
        Map<StageId, Long> counts,
        Openings openings,
        List<TeamMember> team,
        int questions,
        List<Activity> recent,
        String address) {

    static final int RECENT = 12;

    public long count(Stage stage) {
        return counts.getOrDefault(stage.id(), 0L);
    }

    public long active() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Of the busiest stage, which bars are drawn against; at least 1. */
    public long most() {
        return Math.max(
                1, counts.values().stream().mapToLong(Long::longValue).max().orElse(1));
    }

    public String path() {
        return "/jobs/" + job.id();
    }

    /** What happened, in words; kinds that we have no words for are not shown. */
    public String sentence(Page page, Activity activity) {
        String usual = "activity." + activity.type();
        String own = usual + ".candidate";
        String key =
                activity.actor().kind() == Actor.Kind.CANDIDATE && page.words().has(own) ? own : usual;
        return page.words().has(key) ? page.text(key, "", activity.text("from"), activity.text("to")) : "";
    }
}
