package com.crewyard.recruiting.platform.work;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import java.time.Duration;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings failed work back after a wait that doubles from a second up to a quarter of an hour. */
final class Backoff<T> implements FailureHandler<T> {

    private static final Logger log = LoggerFactory.getLogger(Backoff.class);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    static Duration after(int failures) {
        Duration wait = Duration.ofSeconds(1L << Math.min(failures, 20));
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }

    @Override
    public void onFailure(ExecutionComplete complete, ExecutionOperations<T> operations) {
        int failures = complete.getExecution().consecutiveFailures;
        Duration wait = after(failures);
        log.atWarn()
                .addKeyValue("work", complete.getExecution().getTaskName())
                .addKeyValue("key", complete.getExecution().getId())
                .addKeyValue("failures", failures + 1)
                .addKeyValue("next_in", wait)
                .addKeyValue(
                        "reason", complete.getCause().map(Backoff::describe).orElse("it died"))
                .log("work failed");
        operations.reschedule(complete, complete.getTimeDone().plus(wait));
    }

    /** Where it broke, without the message, which may quote what a person wrote. */
    private static String describe(Throwable cause) {
        if (cause instanceof NotYetException notYet) {
            return String.valueOf(notYet.getMessage());
        }
        return Arrays.stream(cause.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("com.crewyard."))
                .findFirst()
                .map(frame -> cause.getClass().getName() + " at " + frame)
                .orElse(cause.getClass().getName());
    }
}
