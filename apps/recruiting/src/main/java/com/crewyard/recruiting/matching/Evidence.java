package com.crewyard.recruiting.matching;

import java.util.Locale;

/**
 * Words of the candidate that speak for something.
 *
 * @param subject what they are evidence of: "Java"
 * @param start offset of the first character, in the resume's text when that is the source
 * @param end offset after the last character
 * @param words the characters from start to end
 * @param quote the words with what stands around them on their line
 */
public record Evidence(String subject, Source source, int start, int end, String words, String quote) {

    /** Where words stand. */
    public enum Source {
        RESUME,
        HEADLINE,
        TITLE,
        PROFILE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
