package com.crewyard.hosting.artifacts;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns crontab(5) schedules into systemd.time(7) calendar events. */
final class OnCalendar {

    private static final List<String> DAYS = List.of("Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private OnCalendar() {}

    /** In UTC, as the schedule is. */
    static String of(String schedule) {
        String[] fields = schedule.strip().split("\\s+", -1);
        if (fields.length != 5) {
            throw new IllegalArgumentException(
                    "schedule \"%s\" has %d fields, not 5".formatted(schedule, fields.length));
        }
        String weekday = fields[4].equals("*") ? "" : weekdays(fields[4]) + " ";
        return "%s*-%s-%s %s:%s:00 UTC"
                .formatted(
                        weekday,
                        each(months(fields[3]), 1),
                        each(fields[2], 1),
                        each(fields[1], 0),
                        each(fields[0], 0));
    }

    private static String each(String field, int first) {
        return Stream.of(field.split(",", -1)).map(part -> part(part, first)).collect(Collectors.joining(","));
    }

    private static String part(String part, int first) {
        String[] step = part.split("/", 2);
        String range = step[0].replace("-", "..");
        if (step.length == 1) {
            return range.matches("\\d") ? "0" + range : range;
        }
        String from = range.equals("*") ? "%02d".formatted(first) : range;
        return from + "/" + step[1];
    }

    private static String weekdays(String field) {
        return Stream.of(field.split(",", -1))
                .map(part ->
                        Stream.of(part.split("-", 2)).map(OnCalendar::weekday).collect(Collectors.joining("..")))
                .collect(Collectors.joining(","));
    }

    private static String weekday(String word) {
        return word.matches("[0-7]")
                ? DAYS.get(Integer.parseInt(word))
                : word.substring(0, 1).toUpperCase(Locale.ROOT)
                        + word.substring(1).toLowerCase(Locale.ROOT);
    }

    private static String months(String field) {
        String months = field.toLowerCase(Locale.ROOT);
        for (int i = 0; i < MONTHS.size(); i++) {
            months = months.replace(MONTHS.get(i), String.valueOf(i + 1));
        }
        return months;
    }
}
