package com.crewyard.hosting.research;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a cell of a decision matrix says. */
final class ScoreReader {

    private static final Pattern NUMBER = Pattern.compile(
            "(-?\\d{1,6}(?:[.,]\\d{1,3})?)(?:\\s*[-–—]\\s*(\\d{1,6}(?:[.,]\\d{1,3})?))?(?:\\s*/\\s*5)?(?:\\s*\\(.*\\))?[*†‡]?");
    private static final Pattern STARS = Pattern.compile("([★⭐]{1,9})[☆]{0,9}");

    private ScoreReader() {}

    sealed interface Reading {}

    record Scored(Score score) implements Reading {}

    record OutOfRange(String text) implements Reading {}

    record Blank() implements Reading {}

    record Words(String text) implements Reading {}

    static Reading read(String cell, int line) {
        String text = cell.strip();
        if (text.isEmpty() || text.matches("[-–—?]|(?i)n/?a|tbd|unknown|none")) {
            return new Blank();
        }
        Matcher stars = STARS.matcher(text);
        if (stars.matches()) {
            return scored(stars.group(1).codePointCount(0, stars.group(1).length()), text, line);
        }
        Matcher number = NUMBER.matcher(text);
        if (!number.matches()) {
            return new Words(text);
        }
        double low = number(number.group(1));
        double high = number.group(2) == null ? low : number(number.group(2));
        return low > high || high > Score.BEST || low < Score.WORST
                ? new OutOfRange(text)
                : new Scored(new Score(low, high, line));
    }

    private static Reading scored(int stars, String text, int line) {
        return stars > Score.BEST ? new OutOfRange(text) : new Scored(new Score(stars, stars, line));
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace(',', '.').toLowerCase(Locale.ROOT));
    }
}
