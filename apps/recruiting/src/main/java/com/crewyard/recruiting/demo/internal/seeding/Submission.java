package com.crewyard.recruiting.demo.internal.seeding;

import com.crewyard.kernel.JobId;
import com.crewyard.postgres.Tenancy;
import com.crewyard.recruiting.demo.internal.resumes.Dice;
import com.crewyard.recruiting.demo.internal.resumes.ResumeSource;
import com.crewyard.recruiting.demo.internal.resumes.Texts;
import com.crewyard.recruiting.intake.ApplicationForm;
import com.crewyard.recruiting.intake.ApplyResult;
import com.crewyard.recruiting.intake.Intake;
import com.crewyard.recruiting.intake.Upload;
import com.crewyard.recruiting.jobs.Hiring;
import com.crewyard.recruiting.jobs.Question;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Fills in the application form of the careers site, and sends it with a freshly written resume. */
@Component
class Submission {

    private static final Logger log = LoggerFactory.getLogger(Submission.class);

    private final Texts remarks = Texts.load("remarks.txt");
    private final Intake intake;
    private final Hiring hiring;
    private final DemoStore store;

    Submission(Intake intake, Hiring hiring, DemoStore store) {
        this.intake = intake;
        this.hiring = hiring;
        this.store = store;
    }

    void submit(Step.Applies step) {
        Optional<JobId> job = store.job(step.job().title());
        if (job.isEmpty()) {
            return;
        }
        switch (intake.apply(form(step, job.get()))) {
            case ApplyResult.Accepted accepted -> {
                store.applied(accepted.application().id(), step.at());
                store.holdMessages(accepted.application().id(), step.at());
            }
            case ApplyResult.Refused refused ->
                throw new IllegalStateException(
                        "The form of job %s refused %s".formatted(step.job().key(), refused.errors()));
            case ApplyResult.Closed(String sentence) -> log.info("Demonstration data: {}", sentence);
            case ApplyResult.Throttled throttled ->
                throw new IllegalStateException(
                        "A demonstration candidate has to wait %s".formatted(throttled.retryAfter()));
        }
    }

    private ApplicationForm form(Step.Applies step, JobId job) {
        ResumeSource resume = step.resume();
        return new ApplicationForm(
                Tenancy.required(),
                job,
                resume.name(),
                resume.email(),
                step.givesNumbers() ? resume.phone().orElse("") : "",
                step.givesNumbers() ? resume.linkedin().orElse("") : "",
                step.letter().orElse(""),
                answers(step, hiring.questions(job)),
                Map.of(
                        ApplicationForm.RESUME,
                        new Upload(fileName(step), step.format().write(resume, step.number()))),
                Map.of(),
                "",
                step.source());
    }

    private static String fileName(Step.Applies step) {
        Dice dice = Dice.of(30_000, step.number());
        String plain = step.resume().email().replaceAll("\\d*@.*", "").replace('.', '_');
        String word = switch (step.resume().language()) {
            case "de" -> "Lebenslauf_";
            case "fr", "es" -> "CV_";
            default -> dice.pick(List.of("CV_", "Resume_", "resume-"));
        };
        return word + plain + "." + step.format().extension();
    }

    private Map<String, List<String>> answers(Step.Applies step, List<Question> questions) {
        Dice dice = Dice.of(40_000, step.number());
        Map<String, List<String>> answers = new HashMap<>();
        for (Question question : questions) {
            if (question.required() || dice.chance(0.7)) {
                answers.put(question.field(), answer(step, question, dice));
            }
        }
        return answers;
    }

    private List<String> answer(Step.Applies step, Question question, Dice dice) {
        return switch (question.kind()) {
            case YES_NO -> List.of(dice.chance(0.8) ? "yes" : "no");
            case SINGLE_SELECT -> List.of(dice.pick(question.options()));
            case MULTI_SELECT ->
                dice.some(question.options(), dice.between(2, question.options().size()));
            case NUMBER -> List.of(Integer.toString(number(question, dice)));
            case DATE ->
                List.of(LocalDate.ofInstant(step.at(), ZoneOffset.UTC)
                        .plusMonths(dice.between(1, 4))
                        .withDayOfMonth(1)
                        .toString());
            case SHORT_TEXT, LONG_TEXT -> List.of(dice.pick(words(step, question)));
            case FILE -> List.of();
        };
    }

    private static int number(Question question, Dice dice) {
        if (question.label().contains("salary")) {
            return 1_000 * dice.between(34, 46);
        }
        return dice.between(2, 12);
    }

    private List<String> words(Step.Applies step, Question question) {
        String kind = question.kind().name().toLowerCase(Locale.ROOT);
        String own = "answers.%s.%s".formatted(step.job().key(), kind);
        return remarks.section(remarks.has(own) ? own : "answers." + kind);
    }
}
