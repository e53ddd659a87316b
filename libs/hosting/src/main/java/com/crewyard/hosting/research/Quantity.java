package com.crewyard.hosting.research;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of something that limits are stated in.
 *
 * @param amount MiB for memory, vCPUs for CPU, seconds for time
 */
public record Quantity(Kind kind, double amount, String text) {

    public enum Kind {
        MEMORY,
        CPU,
        TIME
    }

    private static final Pattern MEMORY =
            Pattern.compile("(\\d{1,9}(?:[.,]\\d{1,3})?)[\\s-]?(TiB|TB|GiB|GB|MiB|MB|Ti|Gi|Mi|G|M)\\b");
    private static final Pattern CPU =
            Pattern.compile("(\\d{1,6}(?:\\.\\d{1,3})?)[\\s-]?(?:v?CPUs?|cores?)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern TIME = Pattern.compile(
            "(\\d{1,9}(?:\\.\\d{1,3})?)[\\s-]?(ms|milliseconds?|s|sec|seconds?|m|min|minutes?|h|hours?|d|days?|weeks?|months?)\\b",
            Pattern.CASE_INSENSITIVE);

    static List<Quantity> in(String text) {
        List<Quantity> found = new ArrayList<>();
        for (Matcher m = MEMORY.matcher(text); m.find(); ) {
            found.add(new Quantity(Kind.MEMORY, number(m.group(1)) * mebibytes(m.group(2)), m.group()));
        }
        for (Matcher m = CPU.matcher(text); m.find(); ) {
            found.add(new Quantity(Kind.CPU, number(m.group(1)), m.group()));
        }
        for (Matcher m = TIME.matcher(text); m.find(); ) {
            found.add(new Quantity(Kind.TIME, number(m.group(1)) * seconds(m.group(2)), m.group()));
        }
        return List.copyOf(found);
    }

    /** MiB of an amount such as "512Mi", "2 GiB" or "1GB". */
    public static OptionalDouble memory(String text) {
        return only(MEMORY, text)
                .map(m -> OptionalDouble.of(number(m.group(1)) * mebibytes(m.group(2))))
                .orElse(OptionalDouble.empty());
    }

    /** Seconds of a duration such as "30s", "5 m" or "2 weeks". */
    public static OptionalDouble seconds(CharSequence text) {
        return only(TIME, text)
                .map(m -> OptionalDouble.of(number(m.group(1)) * seconds(m.group(2))))
                .orElse(OptionalDouble.empty());
    }

    private static Optional<Matcher> only(Pattern pattern, CharSequence text) {
        Matcher matcher = pattern.matcher(text.toString().strip());
        return matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace(',', '.'));
    }

    private static double mebibytes(String unit) {
        return switch (unit.charAt(0)) {
            case 'T' -> 1024 * 1024;
            case 'G' -> 1024;
            default -> 1;
        };
    }

    private static double seconds(String unit) {
        String lower = unit.toLowerCase(Locale.ROOT);
        if (lower.startsWith("ms") || lower.startsWith("milli")) {
            return 0.001;
        }
        if (lower.startsWith("month")) {
            return 30 * 86_400;
        }
        return switch (lower.charAt(0)) {
            case 'm' -> 60;
            case 'h' -> 3600;
            case 'd' -> 86_400;
            case 'w' -> 7 * 86_400;
            default -> 1;
        };
    }
}
