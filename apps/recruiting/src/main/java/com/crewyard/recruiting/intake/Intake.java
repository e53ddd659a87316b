package com.crewyard.recruiting.intake;

import com.crewyard.kernel.CrewyardException;
import com.crewyard.kernel.FieldError;
import com.crewyard.kernel.Problem;
import com.crewyard.postgres.Tenancy;
import com.crewyard.recruiting.intake.internal.CheckedForm;
import com.crewyard.recruiting.intake.internal.IncomingFiles;
import com.crewyard.recruiting.intake.internal.Reception;
import com.crewyard.recruiting.jobs.Hiring;
import com.crewyard.recruiting.jobs.Job;
import com.crewyard.recruiting.jobs.JobStatus;
import com.crewyard.recruiting.jobs.Jobs;
import com.crewyard.recruiting.jobs.PostState;
import com.crewyard.recruiting.jobs.Question;
import com.crewyard.recruiting.platform.web.TokenBuckets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;

/** Takes in applications. What it has accepted is stored; whatever comes after may fail and be done again. */
@Service
public class Intake {

    private static final int SUBMISSIONS_AT_ONCE = 10;
    private static final Duration ONE_MORE_SUBMISSION_AFTER = Duration.ofSeconds(30);
    private static final int ATTEMPTS = 5;

    private final Jobs jobs;
    private final Hiring hiring;
    private final IncomingFiles files;
    private final Reception reception;
    private final Clock clock;
    private final TokenBuckets submissions = new TokenBuckets(SUBMISSIONS_AT_ONCE, ONE_MORE_SUBMISSION_AFTER);

    Intake(Jobs jobs, Hiring hiring, IncomingFiles files, Reception reception, Clock clock) {
        this.jobs = jobs;
        this.hiring = hiring;
        this.files = files;
        this.reception = reception;
        this.clock = clock;
    }

    /** @throws CrewyardException when the organization has no such job, or nobody is to see it */
    public ApplyResult apply(ApplicationForm form) {
        return Tenancy.in(form.organization(), () -> take(form));
    }

    private ApplyResult take(ApplicationForm form) {
        Job job = jobs.find(form.job())
                .filter(found -> found.post().state() != PostState.DRAFT && found.status() != JobStatus.DRAFT)
                .orElseThrow(() -> CrewyardException.notFound("Job", form.job()));
        if (job.status() != JobStatus.OPEN
                || !job.post().takesApplicationsOn(LocalDate.now(clock.withZone(ZoneOffset.UTC)))) {
            return new ApplyResult.Closed("\"%s\" takes no more applications.".formatted(job.title()));
        }
        Optional<Duration> wait =
                submissions.take(form.job() + " " + form.email().strip().toLowerCase(Locale.ROOT));
        if (wait.isPresent()) {
            return new ApplyResult.Throttled(wait.get());
        }
        List<Question> questions = hiring.questions(form.job());
        IncomingFiles.Checked incoming = files.check(form, questions);
        CheckedForm checked = CheckedForm.of(form, questions, incoming);
        if (!checked.errors().isEmpty()) {
            return new ApplyResult.Refused(checked.errors(), files.keep(incoming));
        }
        try {
            // The bytes lie on disk before any row speaks of them.
            IncomingFiles.Stored stored = files.store(incoming);
            return unlessInterfered(() -> reception.receive(form, job, checked, stored));
        } catch (CrewyardException e) {
            if (e.problem() != Problem.INVALID) {
                throw e;
            }
            return new ApplyResult.Refused(
                    e.errors().stream().map(Intake::asTheFormHasIt).toList(), files.keep(incoming));
        }
    }

    /** Two applications of one person may get in each other's way; the transaction left nothing, so it is run again. */
    private static <T> T unlessInterfered(Supplier<T> transaction) {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return transaction.get();
            } catch (ConcurrencyFailureException _) {
                Thread.onSpinWait();
            }
        }
        return transaction.get();
    }

    private static FieldError asTheFormHasIt(FieldError error) {
        return error.field().equals("full_name") ? new FieldError("name", error.message()) : error;
    }
}
