package com.crewyard.hosting.artifacts;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Turns crontab(5) schedules into the cron expressions of EventBridge Scheduler, which have a year and no 0 for Sunday. */
final class AwsSchedule {

    private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");

    private AwsSchedule() {}

    /** Two when both the day of the month and of the week are restricted: crontab runs at either, EventBridge takes one. */
    static List<String> of(String schedule) {
        String[] fields = schedule.strip().split("\\s+", -1);
        if (fields.length != 5) {
            throw new IllegalArgumentException(
                    "schedule \"%s\" has %d fields, not 5".formatted(schedule, fields.length));
        }
        String time = step(fields[0], 0) + " " + step(fields[1], 0) + " ";
        String month = " " + step(fields[3], 1).toUpperCase(Locale.ROOT) + " ";
        boolean everyDay = fields[2].equals("*");
        String byMonth = "cron(" + time + step(fields[2], 1) + month + "? *)";
        if (fields[4].equals("*")) {
            return List.of(byMonth);
        }
        String byWeek = "cron(" + time + "?" + month + weekdays(fields[4]) + " *)";
        return everyDay ? List.of(byWeek) : List.of(byMonth, byWeek);
    }

    private static String step(String field, int first) {
        return field.startsWith("*/") ? first + field.substring(1) : field;
    }

    private static String weekdays(String field) {
        return Stream.of(field.split(",", -1))
                .flatMapToInt(AwsSchedule::days)
                .map(day -> day % 7)
                .distinct()
                .sorted()
                .mapToObj(DAYS::get)
                .collect(Collectors.joining(","));
    }

    private static IntStream days(String part) {
        String[] step = part.split("/", 2);
        String[] ends = step[0].equals("*") ? new String[] {"0", "6"} : step[0].split("-", 2);
        int from = day(ends[0]);
        int last = ends.length == 2 ? day(ends[1]) : step.length == 2 ? 6 : from;
        int to = last < from ? last + 7 : last;
        int every = step.length == 2 ? Math.max(1, Integer.parseInt(step[1])) : 1;
        return IntStream.rangeClosed(from, to).filter(day -> (day - from) % every == 0);
    }

    private static int day(String word) {
        return word.matches("[0-7]")
                ? Integer.parseInt(word)
                : Math.max(0, DAYS.indexOf(word.toUpperCase(Locale.ROOT).substring(0, Math.min(3, word.length()))));
    }
}
