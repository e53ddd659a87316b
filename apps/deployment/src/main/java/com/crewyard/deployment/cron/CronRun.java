package com.crewyard.deployment.cron;

import java.time.Instant;
import java.util.Optional;

/**
 * A time at which a command was to run, and what became of it.
 *
 * @param release that was live then
 * @param note how it ended, or why it did not run
 * @param output the end of what it said
 */
public record CronRun(
        long id,
        long environment,
        long release,
        String job,
        Instant dueAt,
        State state,
        String note,
        String output,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt) {

    public enum State {
        DUE,
        RUNNING,
        PASSED,
        FAILED,
        /** Nothing worked then; a later time makes up for it. */
        MISSED,
        /** The one before still ran. */
        SKIPPED;

        public boolean isEnd() {
            return this != DUE && this != RUNNING;
        }
    }

    /** What the target knows it by. It is started once by that name, however often it is asked for. */
    public String handle() {
        return "cron.%s.%d".formatted(job, dueAt.getEpochSecond());
    }
}
