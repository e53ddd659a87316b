package com.crewyard.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;

/** Dates and times as the reader writes them, in their zone. */
public final class Times {

    private static final int RELATIVE_DAYS = 7;

    private final Words words;
    private final ZoneId zone;
    private final Clock clock;

    public Times(Words words, ZoneId zone, Clock clock) {
        this.words = words;
        this.zone = zone;
        this.clock = clock;
    }

    public String date(Instant instant) {
        return date(instant.atZone(zone).toLocalDate());
    }

    public String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .localizedBy(words.locale())
                .format(date);
    }

    /** Date, time and zone: what stands behind a short form. */
    public String full(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .localizedBy(words.locale())
                .format(instant.atZone(zone));
    }

    public String clock(Instant instant) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .localizedBy(words.locale())
                .format(instant.atZone(zone));
    }

    /** "just now", "5 min ago", "yesterday", and after a week the date. */
    public String ago(Instant instant) {
        Duration past = Duration.between(instant, clock.instant());
        long days = ChronoUnit.DAYS.between(
                instant.atZone(zone).toLocalDate(), clock.instant().atZone(zone).toLocalDate());
        if (past.compareTo(Duration.ofMinutes(1)) < 0) {
            return words.of("times.now");
        }
        if (past.compareTo(Duration.ofHours(1)) < 0) {
            return words.of("times.minutes", past.toMinutes());
        }
        if (past.compareTo(Duration.ofHours(12)) < 0 || days == 0) {
            return words.of("times.hours", past.toHours());
        }
        return days < RELATIVE_DAYS ? words.of("times.days", days) : date(instant);
    }

    /** How long something has lasted, in the largest unit: "3 d", for columns. */
    public String age(Instant since) {
        Duration past = Duration.between(since, clock.instant());
        if (past.toDays() > 0) {
            return words.of("times.age.days", past.toDays());
        }
        return past.toHours() > 0
                ? words.of("times.age.hours", past.toHours())
                : words.of("times.age.minutes", Math.max(0, past.toMinutes()));
    }

    /** For the {@code datetime} attribute (HTML, valid global date and time string). */
    public String machine(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
