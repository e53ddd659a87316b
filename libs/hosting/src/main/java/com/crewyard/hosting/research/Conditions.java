package com.crewyard.hosting.research;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds measurable conditions in a text. */
final class Conditions {

    private static final Pattern CONDITION = Pattern.compile(
            "(>=|<=|≥|≤|>|<|\\b(?i:more than|greater than|above|over|exceeds?|exceeding|at least|at most|below|under|less than|fewer than|up to))\\s*"
                    + "([$€]?)(\\d{1,9}(?:[,.]\\d{1,3}){0,4})\\s?((?:[kKM](?![a-zA-Z]))?)\\s?"
                    + "((?i:requests? per (?:second|minute)|req/s(?:ec)?|requests?/s|rps|qps|rpm|tps|%|(?:concurrent |active |daily )?(?:users|sessions|connections|jobs|tenants)|ms|GiB|GB|MiB|MB|TB|minutes?|min|seconds?|hours?|days?|weeks?|months?|[smhd]\\b))?");
    private static final Pattern TRIGGER =
            Pattern.compile("(?i)\\b(?:when|once|if|trigger|after|until|as soon as|move (?:on )?(?:when|at)|exceed)");

    private Conditions() {}

    static List<Condition> in(String text, int line) {
        List<Condition> found = new ArrayList<>();
        for (Matcher m = CONDITION.matcher(text); m.find(); ) {
            double amount = Double.parseDouble(m.group(3)
                    .replaceAll(",(?=\\d{3}\\b)", "")
                    .replace(',', '.')
                    .replaceAll("\\.(?=.*\\.)", ""));
            double factor =
                    m.group(4).equalsIgnoreCase("k") ? 1_000 : m.group(4).equals("M") ? 1_000_000 : 1;
            String unit = m.group(5) == null ? m.group(2) : m.group(5);
            found.add(new Condition(comparison(m.group(1)), amount * factor, unit, text, line));
        }
        return List.copyOf(found);
    }

    /** Whether the words make a condition something to wait for, rather than something promised. */
    static boolean areAwaited(String text) {
        return TRIGGER.matcher(text).find();
    }

    private static String comparison(String words) {
        return switch (words.toLowerCase(Locale.ROOT)) {
            case ">", "more than", "greater than", "above", "over", "exceed", "exceeds", "exceeding" -> ">";
            case ">=", "≥", "at least" -> ">=";
            case "<=", "≤", "at most", "up to" -> "<=";
            default -> "<";
        };
    }
}
