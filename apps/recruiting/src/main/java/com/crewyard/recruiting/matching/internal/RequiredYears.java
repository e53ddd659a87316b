package com.crewyard.recruiting.matching.internal;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how many years of work a post asks for. */
final class RequiredYears {

    private static final String NUMBER = "(\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten"
            + "|zwei|drei|vier|fünf|sechs|sieben|acht|zehn)";
    private static final Pattern ASKED = Pattern.compile(
            NUMBER
                    + "\\+?(?:\\s*(?:-|–|to|bis)\\s*\\d{1,2})?\\s*\\+?\\s*(?:or more\\s+|oder mehr\\s+)?(?:years?|yrs?|jahren?)"
                    + "[’']?(?=[^.\\n;]{0,60}\\b(?:experience|work|practice|in |as |with |background|\\p{L}*erfahrung|praxis))",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final double MOST = 20;

    private RequiredYears() {}

    /** The first number of years a post names as experience, the lower end of a range. */
    static OptionalDouble in(String description) {
        Matcher matcher = ASKED.matcher(description);
        while (matcher.find()) {
            double years = number(matcher.group(1));
            if (years > 0 && years <= MOST) {
                return OptionalDouble.of(years);
            }
        }
        return OptionalDouble.empty();
    }

    private static double number(String written) {
        if (Character.isDigit(written.charAt(0))) {
            return Double.parseDouble(written);
        }
        return switch (written.toLowerCase(java.util.Locale.ROOT)) {
            case "one" -> 1;
            case "two", "zwei" -> 2;
            case "three", "drei" -> 3;
            case "four", "vier" -> 4;
            case "five", "fünf" -> 5;
            case "six", "sechs" -> 6;
            case "seven", "sieben" -> 7;
            case "eight", "acht" -> 8;
            case "nine" -> 9;
            default -> 10;
        };
    }
}
