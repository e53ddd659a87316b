package com.crewyard.recruiting.demo;

import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.JobId;
import com.crewyard.postgres.Tenancy;
import com.crewyard.recruiting.RecruitingApplication;
import com.crewyard.recruiting.candidates.CandidateField;
import com.crewyard.recruiting.candidates.Candidates;
import com.crewyard.recruiting.candidates.NewCandidate;
import com.crewyard.recruiting.candidates.ProfileField;
import com.crewyard.recruiting.candidates.ProfileValue;
import com.crewyard.recruiting.candidates.Profiles;
import com.crewyard.recruiting.demo.internal.resumes.Dice;
import com.crewyard.recruiting.demo.internal.resumes.ResumeFactory;
import com.crewyard.recruiting.demo.internal.resumes.ResumeSource;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.identity.Registration;
import com.crewyard.recruiting.identity.User;
import com.crewyard.recruiting.jobs.JobDraft;
import com.crewyard.recruiting.jobs.JobStatus;
import com.crewyard.recruiting.jobs.Jobs;
import com.crewyard.recruiting.jobs.Salary;
import com.crewyard.recruiting.pipeline.Applications;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Fills an organization with jobs and candidates without files, to measure under a load that has a size. */
@Component
public class DemoLoad {

    private static final String EMAIL = "load@crewyard.example";
    private static final int ROWS_A_TRANSACTION = 200;
    private static final List<String> STATUSES = List.of("sourced", "applied", "applied", "screening", "interview");

    private final Jobs jobs;
    private final Candidates candidates;
    private final Profiles profiles;
    private final Applications applications;
    private final TransactionOperations transactions;
    private final ResumeFactory resumes = new ResumeFactory();

    DemoLoad(
            Jobs jobs,
            Candidates candidates,
            Profiles profiles,
            Applications applications,
            TransactionOperations transactions) {
        this.jobs = jobs;
        this.candidates = candidates;
        this.profiles = profiles;
        this.applications = applications;
        this.transactions = transactions;
    }

    /** Adds so many of each to the user's organization; every candidate has an application. */
    public void fill(CurrentUser user, int jobCount, int candidateCount, long seed) {
        Tenancy.in(user.organization(), () -> {
            List<JobId> open = transactions.execute(_ -> addJobs(user, jobCount, seed));
            for (int first = 0; first < candidateCount; first += ROWS_A_TRANSACTION) {
                int begin = first;
                int end = Math.min(candidateCount, first + ROWS_A_TRANSACTION);
                transactions.executeWithoutResult(_ -> {
                    for (int index = begin; index < end; index++) {
                        addCandidate(user, open, index, seed);
                    }
                });
            }
        });
    }

    private List<JobId> addJobs(CurrentUser user, int count, long seed) {
        List<JobId> added = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            ResumeSource model = resumes.resume(seed, index, DemoCorpus.MONTH);
            Dice dice = Dice.of(seed, index);
            long salary = 1_000L * dice.between(24, 80);
            JobDraft draft = new JobDraft(
                    "%s %d".formatted(model.latest().title(), index + 1),
                    Optional.of(model.trade()),
                    List.of(model.location()),
                    Optional.of("full_time"),
                    Optional.of(dice.pick(List.of("onsite", "hybrid", "remote"))),
                    new Salary(Optional.of(salary), Optional.of(salary + 8_000), "EUR", "year"),
                    Optional.of(String.join("\n", model.latest().duties())),
                    model.skills().subList(0, 3),
                    model.skills().subList(3, model.skills().size()),
                    JobStatus.OPEN);
            added.add(jobs.create(user, draft, true).id());
        }
        return added;
    }

    private void addCandidate(CurrentUser user, List<JobId> open, int index, long seed) {
        ResumeSource resume = resumes.resume(seed, index, DemoCorpus.MONTH);
        int years = DemoCorpus.MONTH.getYear() - resume.work().getLast().start().getYear();
        CandidateId candidate = candidates
                .create(
                        user.actor(),
                        NewCandidate.named(resume.name())
                                .with(CandidateField.EMAIL, resume.email())
                                .with(CandidateField.LINKEDIN_URL, resume.linkedin())
                                .with(CandidateField.LOCATION, resume.location())
                                .with(CandidateField.HEADLINE, resume.headline())
                                .with(
                                        CandidateField.CURRENT_TITLE,
                                        resume.latest().title())
                                .with(
                                        CandidateField.CURRENT_COMPANY,
                                        resume.latest().employer())
                                .with(CandidateField.EXPERIENCE_YEARS, Integer.toString(years)))
                .id();
        profiles.correct(user, candidate, ProfileField.SKILLS, new ProfileValue.Texts(resume.skills()));
        if (!open.isEmpty()) {
            applications.add(
                    user,
                    open.get(index % open.size()),
                    candidate,
                    STATUSES.get(index % STATUSES.size()),
                    "load",
                    Optional.empty());
        }
    }

    /**
     * Registers an organization of its own and fills it, then ends: {@code DemoLoad JOBS CANDIDATES}, the rest as for
     * {@link RecruitingApplication}.
     */
    static void main(String[] arguments) {
        int jobCount = Integer.parseInt(arguments[0]);
        int candidateCount = Integer.parseInt(arguments[1]);
        List<String> options = new ArrayList<>(List.of(arguments).subList(2, arguments.length));
        options.addAll(List.of("--crewyard.demo=false", "--server.port=0"));
        try (ConfigurableApplicationContext application =
                SpringApplication.run(RecruitingApplication.class, options.toArray(String[]::new))) {
            User user = application
                    .getBean(Registration.class)
                    .registerDemonstration(
                            new Registration.Request(EMAIL, DemoLogin.PASSWORD, Optional.of("Lea Measure"), "Load"));
            application
                    .getBean(DemoLoad.class)
                    .fill(
                            new CurrentUser(user.id(), user.organization(), user.role(), user.email(), user.fullName()),
                            jobCount,
                            candidateCount,
                            1);
            System.out.printf(
                    "%d jobs and %d candidates; log in as %s, password %s%n",
                    jobCount, candidateCount, EMAIL, DemoLogin.PASSWORD);
        }
    }
}
