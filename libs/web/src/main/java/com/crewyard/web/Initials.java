package com.crewyard.web;

import java.util.Locale;

/** A person as two letters and one of a few tints, always the same for the same name. */
public final class Initials {

    private static final int TINTS = 8;

    private Initials() {}

    /** First letters of the first and last word; "?" for no name. */
    public static String of(String name) {
        String[] words = name.strip().split("[\\s@.]+");
        if (words[0].isEmpty()) {
            return "?";
        }
        String last = words.length > 1 && !name.contains("@") ? first(words[words.length - 1]) : "";
        return (first(words[0]) + last).toUpperCase(Locale.ROOT);
    }

    /** 0 to 7. */
    public static int tint(String name) {
        return Math.floorMod(name.strip().toLowerCase(Locale.ROOT).hashCode(), TINTS);
    }

    private static String first(String word) {
        return word.substring(0, word.offsetByCodePoints(0, 1));
    }
}
