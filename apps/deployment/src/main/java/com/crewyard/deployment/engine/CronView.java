package com.crewyard.deployment.engine;

import com.crewyard.deployment.cron.CronRun;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Commands that run at times of their own, and how they did. */
public record CronView(List<Job> jobs, List<Run> runs) {

    /**
     * @param schedule five fields, in UTC
     * @param next when it is due
     */
    public record Job(String name, String schedule, String service, List<String> command, Optional<Instant> next) {}

    /**
     * @param state due, running, passed, failed, missed or skipped
     * @param note how it ended, or why it did not run
     * @param output the end of what it said
     */
    public record Run(
            String job,
            Instant dueAt,
            String state,
            String note,
            String output,
            Optional<Instant> startedAt,
            Optional<Instant> endedAt) {

        static Run of(CronRun run) {
            return new Run(
                    run.job(),
                    run.dueAt(),
                    run.state().name().toLowerCase(Locale.ROOT),
                    run.note(),
                    run.output(),
                    run.startedAt(),
                    run.endedAt());
        }
    }
}
