package com.crewyard.deployment.cron;

import com.crewyard.deployment.work.Cron;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * The times of a schedule that have come since a look.
 *
 * @param missed how many came before the last
 * @param first of all that came
 * @param last the one that is done now
 */
public record CronTimes(int missed, Instant first, Instant last) {

    /** A week of minutes; who was away for longer is told of that many. */
    private static final int MOST = 10_080;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);

    /**
     * Empty when none came.
     *
     * @param after accounted for already
     * @param until included
     */
    public static Optional<CronTimes> between(String schedule, Instant after, Instant until) {
        Optional<Instant> first = next(schedule, after).filter(time -> !time.isAfter(until));
        if (first.isEmpty()) {
            return Optional.empty();
        }
        Instant last = first.get();
        int missed = 0;
        Optional<Instant> following = next(schedule, last);
        while (missed < MOST && following.filter(time -> !time.isAfter(until)).isPresent()) {
            last = following.get();
            missed++;
            following = next(schedule, last);
        }
        return Optional.of(new CronTimes(missed, first.get(), last));
    }

    /** In UTC, as the app spec's schedules are. */
    public static Optional<Instant> next(String schedule, Instant after) {
        return Cron.next(schedule, ZoneOffset.UTC, after);
    }

    /** Of what was missed, a sentence. */
    public String told() {
        return missed == 1
                ? "The run of %s was missed, for no engine worked; that of %s makes up for it."
                        .formatted(TIME.format(first), TIME.format(last))
                : "%d runs from %s on were missed, for no engine worked; that of %s makes up for them."
                        .formatted(missed, TIME.format(first), TIME.format(last));
    }

    public static String text(Instant time) {
        return TIME.format(time);
    }
}
