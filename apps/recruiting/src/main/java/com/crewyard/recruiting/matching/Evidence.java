package com.crewyard.recruiting.matching;

import com.crewyard.recruiting.parsing.ResumeSection;
import java.util.Locale;
import java.util.Optional;

/**
 * Words of the candidate that speak for something.
 *
 * @param subject what they are evidence of: "Java"
 * @param start offset of the first character, in the resume's text when that is the source
 * @param end offset after the last character
 * @param words the characters from start to end
 * @param section of the resume in which they stand, when that is known
 * @param quote the words with what stands around them on their line
 */
public record Evidence(
        String subject,
        Source source,
        int start,
        int end,
        String words,
        String quote,
        Optional<ResumeSection.Kind> section) {

    /** Of words that stand in no section. */
    public Evidence(String subject, Source source, int start, int end, String words, String quote) {
        this(subject, source, start, end, words, quote, Optional.empty());
    }

    public Evidence within(Optional<ResumeSection.Kind> part) {
        return new Evidence(subject, source, start, end, words, quote, part);
    }

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
