package com.crewyard.recruiting.jobs.web;

import com.crewyard.kernel.CrewyardException;
import com.crewyard.kernel.FieldError;
import com.crewyard.kernel.JobId;
import com.crewyard.kernel.Problem;
import com.crewyard.kernel.StageId;
import com.crewyard.kernel.UserId;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.identity.People;
import com.crewyard.recruiting.identity.Permission;
import com.crewyard.recruiting.identity.Requires;
import com.crewyard.recruiting.identity.User;
import com.crewyard.recruiting.jobs.Hiring;
import com.crewyard.recruiting.jobs.Jobs;
import com.crewyard.recruiting.jobs.Question;
import com.crewyard.recruiting.jobs.QuestionKind;
import com.crewyard.recruiting.jobs.StageKind;
import com.crewyard.recruiting.jobs.TeamMember;
import com.crewyard.recruiting.platform.ProcessRole;
import com.crewyard.web.Flash;
import com.crewyard.web.Form;
import com.crewyard.web.Pages;
import com.crewyard.web.Redirect;
import com.crewyard.web.Reply;
import com.crewyard.web.View;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Stages, application questions and team of a job. Lists are sent whole, as parallel fields in their order. */
@Controller
@RequestMapping("/jobs/{id}")
@ProcessRole.Only(ProcessRole.WEB)
class HiringController {

    private final Jobs jobs;
    private final Hiring hiring;
    private final People people;
    private final Pages pages;

    HiringController(Jobs jobs, Hiring hiring, People people, Pages pages) {
        this.jobs = jobs;
        this.hiring = hiring;
        this.people = people;
        this.pages = pages;
    }

    @GetMapping("/stages")
    @Requires(Permission.JOBS_WRITE)
    Reply stages(@PathVariable JobId id) {
        return view("jobs/stages", id, Form.blank());
    }

    @PostMapping("/stages")
    @Requires(Permission.JOBS_WRITE)
    Reply changeStages(CurrentUser user, @PathVariable JobId id, HttpServletRequest request) {
        Form form = Form.ofParameters(request.getParameterMap());
        List<Hiring.StageDraft> drafts = new ArrayList<>();
        for (int row = 0; row < form.all("stage_name").size(); row++) {
            String name = form.all("stage_name").get(row).strip();
            if (!name.isEmpty()) {
                Optional<StageId> stage = number(at(form, "stage_id", row)).map(StageId::new);
                drafts.add(new Hiring.StageDraft(stage, name, StageKind.ofCode(at(form, "stage_kind", row))));
            }
        }
        return saved("jobs/stages", id, "stages", request, () -> hiring.changeStages(user, id, drafts));
    }

    @GetMapping("/questions")
    @Requires(Permission.JOBS_WRITE)
    Reply questions(@PathVariable JobId id) {
        return view("jobs/questions", id, Form.blank());
    }

    @PostMapping("/questions")
    @Requires(Permission.JOBS_WRITE)
    Reply changeQuestions(CurrentUser user, @PathVariable JobId id, HttpServletRequest request) {
        Form form = Form.ofParameters(request.getParameterMap());
        List<Question> questions = new ArrayList<>();
        for (int row = 0; row < form.all("question_label").size(); row++) {
            String label = form.all("question_label").get(row).strip();
            if (!label.isEmpty()) {
                questions.add(new Question(
                        number(at(form, "question_id", row)).orElse(0L),
                        QuestionKind.ofCode(at(form, "question_kind", row)),
                        label,
                        at(form, "question_help", row).strip(),
                        at(form, "question_required", row).equals("true"),
                        at(form, "question_options", row)
                                .lines()
                                .map(String::strip)
                                .filter(option -> !option.isEmpty())
                                .toList()));
            }
        }
        return saved("jobs/questions", id, "questions", request, () -> hiring.changeQuestions(user, id, questions));
    }

    @GetMapping("/team")
    @Requires(Permission.JOBS_WRITE)
    Reply team(@PathVariable JobId id) {
        return view("jobs/team", id, Form.blank());
    }

    @PostMapping("/team")
    @Requires(Permission.JOBS_WRITE)
    Reply changeTeam(CurrentUser user, @PathVariable JobId id, HttpServletRequest request) {
        Form form = Form.ofParameters(request.getParameterMap());
        Map<UserId, TeamMember.Part> members = new LinkedHashMap<>();
        for (User person : people.all()) {
            String part = form.value("part-" + person.id());
            if (!part.isEmpty()) {
                members.put(person.id(), TeamMember.Part.ofCode(part));
            }
        }
        return saved("jobs/team", id, "team", request, () -> hiring.changeTeam(user, id, members));
    }

    private Reply saved(String template, JobId id, String page, HttpServletRequest request, Runnable change) {
        try {
            change.run();
        } catch (CrewyardException e) {
            if (e.problem() == Problem.NOT_FOUND || e.problem() == Problem.FORBIDDEN) {
                throw e;
            }
            List<FieldError> reasons =
                    e.errors().isEmpty() ? List.of(new FieldError("rows", e.sentence())) : e.errors();
            return view(
                            template,
                            id,
                            Form.ofParameters(request.getParameterMap()).refused(reasons))
                    .refused();
        }
        return Redirect.to("/jobs/%s/%s".formatted(id, page))
                .saying(Flash.success(pages.page(request).text("job.saved")));
    }

    private View view(String template, JobId id, Form form) {
        return View.of(
                template,
                new HiringView(
                        jobs.get(id),
                        hiring.stages(id),
                        hiring.questions(id),
                        hiring.team(id),
                        people.all().stream().filter(User::active).toList(),
                        form));
    }

    private static String at(Form form, String field, int row) {
        List<String> values = form.all(field);
        return row < values.size() ? values.get(row) : "";
    }

    private static Optional<Long> number(String text) {
        return text.matches("\\d{1,15}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}
