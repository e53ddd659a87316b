package com.crewyard.hosting.spec;

import com.crewyard.hosting.spec.AppSpec.Freeze;
import com.crewyard.hosting.spec.AppSpec.Hook;
import com.crewyard.hosting.spec.AppSpec.Rollout;
import com.crewyard.hosting.spec.AppSpec.Rollout.Strategy;
import com.crewyard.hosting.spec.AppSpec.WeekTime;
import com.crewyard.hosting.yaml.Fields;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how releases take over. */
final class RolloutReader {

    private static final Pattern WEEK_TIME =
            Pattern.compile("(mon|tue|wed|thu|fri|sat|sun)[a-z]* +(\\d{1,2}):(\\d{2})", Pattern.CASE_INSENSITIVE);
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    private RolloutReader() {}

    static Rollout rollout(Fields fields, Set<String> services) {
        Rollout rollout = new Rollout(
                fields.choice("strategy", Set.of("recreate", "rolling", "blue-green", "canary", "shadow"))
                        .map(word -> Strategy.valueOf(word.replace('-', '_').toUpperCase(Locale.ROOT)))
                        .orElse(Strategy.ROLLING),
                fields.parsed("window", AppSpecReader::duration).orElse(Duration.ofMinutes(10)),
                steps(fields),
                fields.parsed("pause", AppSpecReader::duration).orElse(Duration.ofMinutes(1)),
                fields.integer("batch", 1, 1000).orElse(1),
                fields.fields("before").map(inner -> hook(inner, services)),
                fields.fields("after").map(inner -> hook(inner, services)),
                List.copyOf(fields.listed("freeze", RolloutReader::freeze)),
                fields.fields("analysis").map(AnalysisReader::analysis));
        fields.finish();
        return rollout;
    }

    private static List<Integer> steps(Fields fields) {
        List<Integer> steps = new ArrayList<>();
        for (String text : fields.texts("steps")) {
            if (text.matches("[1-9]\\d?") && (steps.isEmpty() || steps.getLast() < Integer.parseInt(text))) {
                steps.add(Integer.parseInt(text));
            } else {
                fields.refuse("steps", "\"%s\" is not a rising percentage from 1 to 99".formatted(text));
            }
        }
        return List.copyOf(steps);
    }

    private static Hook hook(Fields fields, Set<String> services) {
        Hook hook = new Hook(
                fields.choice("service", services).orElse(""),
                List.copyOf(fields.texts("command")),
                fields.parsed("timeout", AppSpecReader::duration).orElse(Duration.ofMinutes(5)));
        List.of("service", "command").forEach(fields::require);
        fields.finish();
        return hook;
    }

    private static Freeze freeze(Fields fields) {
        List.of("from", "to").forEach(fields::require);
        WeekTime monday = new WeekTime(DayOfWeek.MONDAY, LocalTime.MIDNIGHT);
        Freeze freeze = new Freeze(
                fields.parsed("from", RolloutReader::weekTime).orElse(monday),
                fields.parsed("to", RolloutReader::weekTime).orElse(monday),
                fields.parsed("zone", RolloutReader::zone).orElse(ZoneOffset.UTC));
        fields.finish();
        return freeze;
    }

    private static WeekTime weekTime(String text) {
        Matcher matcher = WEEK_TIME.matcher(text.strip());
        try {
            if (matcher.matches()) {
                return new WeekTime(
                        DayOfWeek.of(DAYS.indexOf(matcher.group(1).toLowerCase(Locale.ROOT)) + 1),
                        LocalTime.of(Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3))));
            }
        } catch (DateTimeException _) {
            // Refused below, in the same words.
        }
        throw new IllegalArgumentException("\"%s\" is not a time of the week such as fri 16:00".formatted(text));
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("\"%s\" is not a zone such as Europe/Berlin".formatted(text), e);
        }
    }
}
