package com.crewyard.recruiting.matching.internal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Cuts text into terms that compare: lower case, without marks and plural endings, without words that say nothing. */
final class Words {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final int LONGEST_WORD = 40;

    private static final Set<String> EMPTY_WORDS =
            Set.copyOf(List.of("""
            a an and any are as at be been being both but by can could did do does doing down during each for from further
            had has have having how i if in into is it its itself just me more most my no nor not now of off on once only or
            other our ours out over own same so some such than that the their theirs them then there these they this those
            through to too under until up very was we were what when where which while who whom why will with would you your
            yours am pm us via etc per within across including include includes etc eg ie also well may must shall should
            und oder der die das den dem des ein eine einer eines einem einen ist sind mit für von zu zum zur im in auf an
            als auch bei nach aus um wir ihr sie es nicht wie dein deine deinen unser unsere unserem uns dich dir du sich
            über durch sowie wird werden kann können haben hat
            job role position work working works worked team teams experience experienced company companies business
            responsibilities responsibility responsible requirement requirements required require qualification
            qualifications preferred skill skills ability abilities able strong excellent good great knowledge
            understanding opportunity opportunities benefit benefits salary pay paid insurance vacation dental medical
            vision bonus competitive equal employer employment employee employees applicant applicants candidate candidates
            apply application about join looking seeking seek ideal environment success successful new year years day days
            week weeks month months time full part plus help ensure provide provided providing perform performed related
            using use used make made need needs want like day-to-day daily duties duty various multiple other high level
            city state name summary highlights accomplishments education college university school degree bachelor
            company's http https www com org email phone mail race color religion sex gender orientation national origin
            disability veteran status protected accommodation accommodations
            aufgaben profil erfahrung kenntnisse stelle bewerbung unternehmen bieten suchen jahre
            """.strip().split("\\s+")));

    private Words() {}

    /** @param start offset of the first character of the written word */
    record Token(String term, int start, int end) {}

    /** The terms of a text, the empty words left out. */
    static List<Token> terms(String text) {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int start = at;
            int first = text.codePointAt(at);
            at += Character.charCount(first);
            if (isOfWord(first) && !isMark(first)) {
                at = end(text, at);
                if (at - start <= LONGEST_WORD) {
                    String plain = plain(text.substring(start, at));
                    if (plain.length() > 1 && !EMPTY_WORDS.contains(plain) && !isNumber(plain)) {
                        tokens.add(new Token(stem(plain), start, at));
                    }
                }
            }
        }
        return tokens;
    }

    /** A word goes on with letters, marks and numbers, and ends with what C++ and C# end with. */
    private static int end(String text, int from) {
        int at = from;
        while (at < text.length() && isOfWord(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        while (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '#')) {
            at++;
        }
        return at;
    }

    private static boolean isOfWord(int character) {
        if (character < 128) {
            return character >= 'a' && character <= 'z'
                    || character >= 'A' && character <= 'Z'
                    || character >= '0' && character <= '9';
        }
        return Character.isLetterOrDigit(character)
                || isMark(character)
                || Character.getType(character) == Character.LETTER_NUMBER
                || Character.getType(character) == Character.OTHER_NUMBER;
    }

    private static boolean isMark(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    /** Lower case without marks: "Köln." becomes "koln". */
    static String plain(String written) {
        String lower = written.toLowerCase(Locale.ROOT);
        String trimmed = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
        for (int i = 0; i < trimmed.length(); i++) {
            if (trimmed.charAt(i) > 127) {
                return MARKS.matcher(Normalizer.normalize(trimmed, Normalizer.Form.NFD))
                        .replaceAll("")
                        .replace("ß", "ss");
            }
        }
        return trimmed;
    }

    /** Takes off the commonest English endings, as Harman's S-stemmer (1991) does, and -ing, -ed after a long stem. */
    static String stem(String word) {
        String stem = word;
        if (stem.length() > 4 && stem.endsWith("ies")) {
            stem = stem.substring(0, stem.length() - 3) + "y";
        } else if (stem.length() > 3 && stem.endsWith("s") && !stem.endsWith("ss") && !stem.endsWith("us")) {
            stem = stem.substring(0, stem.length() - 1);
        }
        if (stem.length() > 6 && stem.endsWith("ing")) {
            return stem.substring(0, stem.length() - 3);
        }
        if (stem.length() > 5 && stem.endsWith("ed")) {
            return stem.substring(0, stem.length() - 2);
        }
        return stem.length() > 5 && stem.endsWith("e") ? stem.substring(0, stem.length() - 1) : stem;
    }

    /** Every stretch of blank characters as one space. */
    static String singleSpaced(String text) {
        StringBuilder spaced = new StringBuilder(text.length());
        boolean blank = false;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (isBlank(character)) {
                blank = true;
            } else {
                if (blank) {
                    spaced.append(' ');
                    blank = false;
                }
                spaced.append(character);
            }
        }
        return blank ? spaced.append(' ').toString() : spaced.toString();
    }

    private static boolean isBlank(char character) {
        return character == ' ' || character >= '\t' && character <= '\r';
    }

    private static boolean isNumber(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (!Character.isDigit(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
