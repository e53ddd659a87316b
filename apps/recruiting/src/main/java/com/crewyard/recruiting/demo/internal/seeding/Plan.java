package com.crewyard.recruiting.demo.internal.seeding;

import com.crewyard.recruiting.demo.internal.documents.DocumentFormat;
import com.crewyard.recruiting.demo.internal.resumes.Dice;
import com.crewyard.recruiting.demo.internal.resumes.ResumeFactory;
import com.crewyard.recruiting.demo.internal.resumes.ResumeSource;
import com.crewyard.recruiting.demo.internal.resumes.Texts;
import com.crewyard.recruiting.jobs.PostState;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that happened to the demonstration's organization up to the moment it is founded, in the order it
 * happened. The same moment gives the same plan, so that a later start can go on with it.
 */
final class Plan {

    private static final long SEED = 1962;
    private static final int MINUTES_A_DAY = 24 * 60;
    private static final List<DocumentFormat> FORMATS = List.of(
            DocumentFormat.PDF,
            DocumentFormat.PDF_SIDEBAR,
            DocumentFormat.DOCX,
            DocumentFormat.PDF,
            DocumentFormat.TXT,
            DocumentFormat.PDF_SIDEBAR,
            DocumentFormat.DOCX,
            DocumentFormat.ODT,
            DocumentFormat.PDF,
            DocumentFormat.RTF,
            DocumentFormat.PDF_SIDEBAR,
            DocumentFormat.DOCX,
            DocumentFormat.HTML);
    /** Jobs whose first applicants try a second one as well. */
    private static final Map<String, String> SECOND_CHOICES =
            Map.of("electrician", "mechanical", "hotel", "sales", "people", "sales", "chef", "hotel");
    /** Jobs of which one applicant comes again to another with a second address, to be found as a duplicate. */
    private static final Map<String, String> SECOND_ADDRESSES =
            Map.of("nursing", "teaching", "warehouse", "electrician", "software", "mechanical", "teaching", "people");

    private final Instant now;
    private final List<JobSpec> jobs = JobSpec.all();
    private final ResumeFactory resumes = new ResumeFactory();
    private final Texts remarks = Texts.load("remarks.txt");
    private final List<Step> steps = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private int people;

    private Plan(Instant now) {
        this.now = now;
    }

    static List<Step> until(Instant now) {
        return new Plan(now).write();
    }

    private List<Step> write() {
        steps.add(new Step.Opens(now.minus(Duration.ofDays(60))));
        jobs.forEach(job -> steps.add(new Step.PostsJob(posted(job), job)));
        for (JobSpec job : jobs) {
            List<Step.Applies> applications = new ArrayList<>();
            for (int number = 0; number < job.number("applicants"); number++) {
                applications.add(application(job, number, job.trades()));
            }
            secondApplications(job, applications);
        }
        for (JobSpec job : jobs) {
            if (job.post() == PostState.CLOSED) {
                steps.add(new Step.ClosesJob(now.minus(Duration.ofHours(30)), job, "recruiter"));
            }
        }
        // Stable: what happens at the same moment happens in the order it was planned.
        steps.sort(Comparator.comparing((Step step) -> !step.preparatory()).thenComparing(Step::at));
        return List.copyOf(steps);
    }

    private Step.Applies application(JobSpec job, int number, List<String> trades) {
        ResumeSource resume = newcomer(trades.get(number % trades.size()));
        int person = people - 1;
        boolean toBeHired = number < job.number("hires");
        int days = job.number("days");
        Dice dice = Dice.of(SEED, 10_000 + person);
        Instant at = toBeHired
                ? now.minus(Duration.ofDays(days - 2L))
                : now.minus(Duration.ofMinutes(dice.between(45, (days - 1) * MINUTES_A_DAY)));
        return apply(job, resume, person, at, dice, dice.chance(0.6), toBeHired);
    }

    /** Somebody whose name and number nobody else has: namesakes would look like duplicates. */
    private ResumeSource newcomer(String trade) {
        ResumeSource resume;
        do {
            resume = resumes.resume(SEED, people++, month(), trade);
        } while (known.contains(resume.name())
                || resume.phone().filter(known::contains).isPresent());
        known.add(resume.name());
        resume.phone().ifPresent(known::add);
        return resume;
    }

    private Step.Applies apply(
            JobSpec job, ResumeSource resume, int number, Instant at, Dice dice, boolean givesNumbers, boolean hire) {
        Step.Applies application = new Step.Applies(
                at,
                number,
                job,
                resume,
                FORMATS.get(number % FORMATS.size()),
                givesNumbers,
                dice.pick(remarks.section("sources")),
                dice.chance(0.55) ? Optional.of(letter(resume, dice)) : Optional.empty());
        steps.add(application);
        steps.addAll(new Journey(application, remarks, dice, now).steps(hire));
        return application;
    }

    private void secondApplications(JobSpec job, List<Step.Applies> applications) {
        Optional.ofNullable(SECOND_CHOICES.get(job.key())).map(this::job).ifPresent(other -> {
            Step.Applies first = applications.get(2);
            int number = people++;
            apply(other, first.resume(), number, later(other, first), Dice.of(SEED, 20_000 + number), true, false);
        });
        Optional.ofNullable(SECOND_ADDRESSES.get(job.key())).map(this::job).ifPresent(other -> {
            Step.Applies first = applications.stream()
                    .filter(application -> application.resume().phone().isPresent())
                    .findFirst()
                    .orElseThrow();
            int number = people++;
            ResumeSource resume =
                    first.resume().withEmail("post." + first.resume().email());
            apply(other, resume, number, later(other, first), Dice.of(SEED, 20_000 + number), false, false);
        });
    }

    /** Some days after the first application, when the other job is out. */
    private Instant later(JobSpec job, Step.Applies first) {
        Instant earliest = posted(job).plus(Duration.ofHours(7));
        Instant base = first.at().isAfter(earliest) ? first.at() : earliest;
        return base.plus(Duration.between(base, now).dividedBy(2));
    }

    private String letter(ResumeSource resume, Dice dice) {
        return dice.pick(remarks.section("letters"))
                .replace("\\n", "\n")
                .replace("{employer}", resume.latest().employer())
                .replace("{title}", resume.latest().title())
                .replace(
                        "{years}",
                        Integer.toString(Math.max(
                                2,
                                month().getYear()
                                        - resume.work().getLast().start().getYear())))
                .replace("{name}", resume.name());
    }

    private Instant posted(JobSpec job) {
        return now.minus(Duration.ofDays(job.number("days")));
    }

    private JobSpec job(String key) {
        return jobs.stream().filter(job -> job.key().equals(key)).findFirst().orElseThrow();
    }

    private YearMonth month() {
        return YearMonth.from(now.atOffset(ZoneOffset.UTC));
    }
}
