package com.crewyard.recruiting.parsing.internal.vocabulary;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names of months and their abbreviations, folded. */
public final class Months {

    private static final List<String> NAMES = List.of(
            "january jan januar janner janvier janv enero ene janeiro gennaio",
            "february feb februar feber fevrier fevr fev febrero febbraio",
            "march mar marz maerz mars marzo mrz",
            "april apr avril avr abril abr aprile",
            "may mai mayo maggio",
            "june jun juni juin junio giugno",
            "july jul juli juillet juil julio luglio",
            "august aug aout ago agosto",
            "september sept sep septembre septiembre setiembre set settembre",
            "october oct oktober okt octobre octubre ottobre",
            "november nov novembre noviembre",
            "december dec dezember dez decembre diciembre dic dicembre");

    private static final Map<String, Integer> NUMBERS = new HashMap<>();

    static {
        for (int month = 0; month < 12; month++) {
            for (String name : NAMES.get(month).split(" ")) {
                NUMBERS.put(name, month + 1);
            }
        }
        Map.of("spring", 3, "summer", 6, "fall", 9, "autumn", 9, "winter", 12, "fruhjahr", 3, "sommer", 6, "herbst", 9)
                .forEach(NUMBERS::put);
    }

    private Months() {}

    /** 1 to 12, or 0 when the word is none; seasons are their first month (northern, meteorological). */
    public static int number(String foldedWord) {
        return NUMBERS.getOrDefault(foldedWord, 0);
    }

    /** All names, longest first, for a pattern. */
    public static String alternatives() {
        return String.join(
                "|",
                NUMBERS.keySet().stream()
                        .sorted((a, b) -> b.length() - a.length())
                        .toList());
    }
}
