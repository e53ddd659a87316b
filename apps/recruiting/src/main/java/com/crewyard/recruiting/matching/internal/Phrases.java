package com.crewyard.recruiting.matching.internal;

/** Finds words in text as whole words, upper or lower case. */
final class Phrases {

    private Phrases() {}

    /** Negative when the phrase is nowhere. */
    static int find(String text, String phrase) {
        int last = text.length() - phrase.length();
        if (phrase.isEmpty()) {
            return -1;
        }
        char first = Character.toLowerCase(phrase.charAt(0));
        for (int at = 0; at <= last; at++) {
            if (Character.toLowerCase(text.charAt(at)) == first
                    && text.regionMatches(true, at, phrase, 0, phrase.length())
                    && isEdge(text, at - 1)
                    && isEdge(text, at + phrase.length())) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isEdge(String text, int index) {
        return index < 0 || index >= text.length() || !Character.isLetterOrDigit(text.charAt(index));
    }
}
