package com.crewyard.recruiting.demo.internal.seeding;

import com.crewyard.recruiting.demo.internal.documents.DocumentFormat;
import com.crewyard.recruiting.demo.internal.resumes.ResumeSource;
import com.crewyard.recruiting.jobs.StageKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Something that happened in the demonstration's past. Colleagues and jobs go by their keys, candidates by email. */
sealed interface Step {

    Instant at();

    /** The organization gets its face, and colleagues join. */
    record Opens(Instant at) implements Step {}

    record PostsJob(Instant at, JobSpec job) implements Step {}

    /** @param givesNumbers whether phone and LinkedIn stand in the form, not only in the resume */
    record Applies(
            Instant at,
            int number,
            JobSpec job,
            ResumeSource resume,
            DocumentFormat format,
            boolean givesNumbers,
            String source,
            Optional<String> letter)
            implements Step {}

    record Moves(Instant at, String job, String email, StageKind stage, String colleague) implements Step {}

    /** @param reason position in the organization's list of reasons */
    record Rejects(Instant at, String job, String email, int reason, String colleague) implements Step {}

    record Withdraws(Instant at, String job, String email, String name) implements Step {}

    record Writes(Instant at, String job, String email, String text, String colleague) implements Step {}

    record Tags(Instant at, String job, String email, String label, String colleague) implements Step {}

    record Assigns(
            Instant at, String job, String email, String title, LocalDate dueOn, String assignee, String colleague)
            implements Step {}

    record ClosesJob(Instant at, JobSpec job, String colleague) implements Step {}

    /** Whether people see nothing of the demonstration before it is taken. */
    default boolean preparatory() {
        return this instanceof Opens || this instanceof PostsJob;
    }
}
