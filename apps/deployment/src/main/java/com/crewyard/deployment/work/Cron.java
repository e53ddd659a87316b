package com.crewyard.deployment.work;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.scheduling.support.CronExpression;

/** Times of five fields: minute, hour, day of month, month, day of week. */
public final class Cron {

    private static final int FIELDS = 5;
    private static final int DAY_OF_MONTH = 2;
    private static final int DAY_OF_WEEK = 4;

    private Cron() {}

    /**
     * Gives the fields with single spaces.
     *
     * @throws IllegalArgumentException with a clause that says what is wrong
     */
    public static String check(String text) {
        String[] fields = text.strip().split("\\s+", -1);
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException(
                    "\"%s\" is not a time of five fields such as \"30 6 * * mon-fri\"".formatted(text));
        }
        if (!isAny(fields[DAY_OF_MONTH]) && !isAny(fields[DAY_OF_WEEK])) {
            throw new IllegalArgumentException(
                    "\"%s\" names days of the month and of the week, which is read in different ways; write two schedules"
                            .formatted(text));
        }
        String whole = String.join(" ", fields);
        try {
            if (next(whole, ZoneOffset.UTC, Instant.now()).isPresent()) {
                return whole;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "\"%s\" is not a time of five fields (%s)"
                            .formatted(text, String.valueOf(e.getMessage()).replaceFirst("\\.$", "")),
                    e);
        }
        throw new IllegalArgumentException("\"%s\" never comes".formatted(text));
    }

    /** The first of its times after a moment. */
    public static Optional<Instant> next(String cron, ZoneId zone, Instant after) {
        return Optional.ofNullable(CronExpression.parse("0 " + cron).next(after.atZone(zone)))
                .map(java.time.ZonedDateTime::toInstant);
    }

    private static boolean isAny(String field) {
        return field.equals("*") || field.equals("?");
    }
}
