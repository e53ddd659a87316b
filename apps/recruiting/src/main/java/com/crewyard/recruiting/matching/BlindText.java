package com.crewyard.recruiting.matching;

import com.crewyard.recruiting.parsing.CareerBreak;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Text of a person with what must not count blanked out: who they are, how to reach them, where they live below a city,
 * how old they are, of which gender and nationality, in which years they did something, that they took a break, and which
 * schools they went to. Every other character stays at its offset, so evidence can point at the original.
 */
public final class BlindText {

    public static final BlindText EMPTY = new BlindText("");

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern EMAIL = Pattern.compile("[\\w.+-]++@[\\w-]+(?:\\.[\\w-]+)+");
    private static final List<Pattern> PATTERNS = List.of(
            Pattern.compile("(?:https?://|www\\.|(?:linkedin|github|xing)\\.com/)\\S+", FLAGS),
            Pattern.compile("(?<![\\w.])\\+?\\(?\\d[\\d ()/.-]{7,}\\d(?!\\w)"),
            Pattern.compile("\\b\\d{1,2}[ -]years?[ -]old\\b", FLAGS),
            Pattern.compile(
                    "\\b\\d{1,5}[a-z]?,? +(?:\\p{Lu}[\\p{L}.'-]* +){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|"
                            + "Boulevard|Blvd|Court|Ct|Way|Place|Square)\\b\\.?(?:,? *(?:Apt|Unit|Suite|#)\\.? *\\w+)?"),
            Pattern.compile("(?:straße|strasse|str\\.|weg|platz|allee|gasse) +\\d{1,4} ?[a-z]?\\b"),
            Pattern.compile("(?<![\\w-])\\d{5}(?= +\\p{Lu})|(?<=\\b[A-Z]{2} )\\d{5}(?:-\\d{4})?\\b"),
            Pattern.compile("\\b[A-Z]{1,2}\\d[A-Z\\d]? +\\d[A-Z]{2}\\b"),
            Pattern.compile("\\b\\p{Lu}\\p{L}+ (?:citizen|citizenship|national|passport)\\b"));

    /** Tells an age when somebody is ranked; whoever reads a resume to take it down needs its years. */
    private static final Pattern YEAR = Pattern.compile(
            "(?<![\\p{L}\\d])(?:\\d{1,2}[/.-]){0,2}(?:19[4-9]|20[0-4])\\d(?![\\p{L}\\d])|(?<=\\h)['’]\\d{2}\\b");

    /** Words after which the rest of the phrase tells something that must not count: "Date of birth: 3 May 1980". */
    private static final Pattern LABELLED = Pattern.compile("(?: of birth| status)?[ \\t]*[:–-][^\\n]{0,40}", FLAGS);

    private static final Pattern BORN = Pattern.compile("(?: on| in| am)?[ \\t]+\\d[^\\n,;]{0,24}", FLAGS);

    private static final int LONGEST_TELLING_WORD = 19;

    private final String text;

    private BlindText(String text) {
        this.text = text;
    }

    /** What {@link #text()} gave before; nothing is looked for in it. */
    public static BlindText blindedBefore(String text) {
        return text.isEmpty() ? EMPTY : new BlindText(text);
    }

    /** Characters from start to end, which something better informed knows to be about the person. */
    public record Hidden(int start, int end) {}

    /**
     * @param names of the person, hidden wherever the text repeats them
     * @param hidden spans to hide beside what the text itself gives away
     */
    public static BlindText of(String text, List<String> names, List<Hidden> hidden) {
        List<Hidden> spans = new ArrayList<>(hidden);
        if (text.indexOf('@') >= 0) {
            addAll(spans, EMAIL.matcher(text));
        }
        for (Pattern pattern : PATTERNS) {
            addAll(spans, pattern.matcher(text));
        }
        addWords(spans, text);
        for (String name : names) {
            if (name.strip().length() > 2) {
                addAll(
                        spans,
                        Pattern.compile("(?<!\\p{L})" + loosely(name) + "(?!\\p{L})", FLAGS)
                                .matcher(text));
            }
        }
        if (spans.isEmpty()) {
            return new BlindText(text);
        }
        char[] characters = text.toCharArray();
        for (Hidden span : spans) {
            for (int i = Math.max(0, span.start()); i < Math.min(characters.length, span.end()); i++) {
                if (characters[i] != '\n') {
                    characters[i] = ' ';
                }
            }
        }
        return new BlindText(new String(characters));
    }

    /**
     * Hides a person where their text names them: the whole name, turned round or without its middle; a line of nothing
     * but parts of it; the family name after "Ms" and the like; the given name where it does something ("Ana leads",
     * "Ana's team", not "San Diego offices"). A part of it that stands elsewhere is somebody or something else: the same resume under another name
     * has to stay the same text, whether it was written in Washington or not.
     */
    public static BlindText ofPerson(String text, String fullName) {
        return ofPerson(text, fullName, List.of(), List.of());
    }

    /**
     * For ranking: beside who they are, also the years in which they did something, breaks, and schools.
     *
     * @param schools names of them, hidden wherever the text has them
     */
    public static BlindText forRanking(String text, String fullName, List<String> schools) {
        List<Hidden> biography = new ArrayList<>();
        addAll(biography, YEAR.matcher(text));
        addAll(biography, CareerBreak.in(text));
        return ofPerson(text, fullName, schools, biography);
    }

    private static BlindText ofPerson(String text, String fullName, List<String> others, List<Hidden> hidden) {
        List<String> parts = Arrays.stream(fullName.strip().split("[\\s,]+"))
                .filter(part -> part.length() > 2)
                .toList();
        List<Hidden> spans = new ArrayList<>(hidden);
        List<String> names = new ArrayList<>(others);
        names.add(fullName);
        if (parts.size() > 1) {
            names.add(parts.getFirst() + " " + parts.getLast());
            names.add(parts.getLast() + " " + parts.getFirst());
        }
        if (!parts.isEmpty()) {
            String any = written(parts);
            addAll(
                    spans,
                    Pattern.compile("(?m)^[^\\p{L}\\n]*(?:%1$s)(?:[^\\p{L}\\n]+(?:%1$s))*[^\\p{L}\\n]*$".formatted(any))
                            .matcher(text));
            addAll(
                    spans,
                    Pattern.compile("(?<!\\p{L})(?:Mr|Mrs|Ms|Miss|Dr|Prof|Herr|Frau|Mme|Sra?)\\.?\\h+(?:%s)(?!\\p{L})"
                                    .formatted(any))
                            .matcher(text));
            addAll(
                    spans,
                    Pattern.compile("(?<!\\p{L})(?<!\\p{Lu}\\p{L}{0,15}\\h)(?:%s)(?=['’]s(?!\\p{L})|\\h+\\p{Ll})"
                                    .formatted(written(List.of(parts.getFirst()))))
                            .matcher(text));
        }
        return of(text, names, spans);
    }

    /** Alternatives of a pattern: as the name has them, and in capitals. */
    private static String written(List<String> parts) {
        return String.join(
                "|",
                parts.stream()
                        .flatMap(part -> Stream.of(part, part.toUpperCase(Locale.ROOT)))
                        .map(Pattern::quote)
                        .toList());
    }

    private static void addAll(List<Hidden> spans, Matcher matcher) {
        while (matcher.find()) {
            spans.add(new Hidden(matcher.start(), matcher.end()));
        }
    }

    private static void addWords(List<Hidden> spans, String text) {
        int end;
        for (int start = 0; start < text.length(); start = end + 1) {
            end = start;
            while (end < text.length() && Character.isLetter(text.charAt(end))) {
                end++;
            }
            if (end - start >= 2 && end - start <= LONGEST_TELLING_WORD) {
                String word = text.substring(start, end).toLowerCase(Locale.ROOT);
                if (TellingWords.GENDERED.contains(word)) {
                    spans.add(new Hidden(start, end));
                }
                if (TellingWords.LABELS.contains(word)) {
                    addFrom(spans, LABELLED.matcher(text), start, end, TellingWords.LABELS_OF_TWO_WORDS.contains(word));
                }
                if (TellingWords.BEFORE_A_BIRTHDAY.contains(word)) {
                    addFrom(spans, BORN.matcher(text), start, end, false);
                }
            }
        }
    }

    private static void addFrom(List<Hidden> spans, Matcher matcher, int start, int end, boolean secondWordNeeded) {
        matcher.region(end, matcher.regionEnd());
        boolean says = matcher.lookingAt()
                && (!secondWordNeeded
                        || Character.isLetter(matcher.group().strip().charAt(0)));
        if (says) {
            spans.add(new Hidden(start, matcher.end()));
        }
    }

    private static String loosely(String name) {
        return String.join(
                "[\\s,]+",
                Arrays.stream(name.strip().split("\\s+")).map(Pattern::quote).toList());
    }

    public String text() {
        return text;
    }

    public boolean isEmpty() {
        return text.isBlank();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BlindText that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Never the text: it could end up in a log. */
    @Override
    public String toString() {
        return "%d characters".formatted(text.length());
    }
}
