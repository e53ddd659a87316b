package com.crewyard.recruiting.identity.internal;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names as they stand in addresses: "Blue Fig" is blue-fig. */
final class Slugs {

    private static final int LONGEST = 60;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SEPARATORS = Pattern.compile("[^a-z0-9]+");
    private static final String FOR_NAMES_WITHOUT_LATIN_LETTERS = "organization";

    private Slugs() {}

    static String of(String name) {
        String latin = name.replace("ß", "ss")
                .replace("ø", "o")
                .replace("Ø", "o")
                .replace("ł", "l")
                .replace("Ł", "l");
        String plain =
                MARKS.matcher(Normalizer.normalize(latin, Normalizer.Form.NFKD)).replaceAll("");
        String dashed = SEPARATORS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("-");
        String cut = dashed.length() > LONGEST ? dashed.substring(0, LONGEST) : dashed;
        String trimmed = cut.replaceAll("^-|-$", "");
        return trimmed.isEmpty() ? FOR_NAMES_WITHOUT_LATIN_LETTERS : trimmed;
    }
}
