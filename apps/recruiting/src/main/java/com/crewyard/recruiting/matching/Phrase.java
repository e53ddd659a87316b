package com.crewyard.recruiting.matching;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;

/**
 * A few words of an explanation, kept apart from the language they are said in.
 *
 * @param parts what the pattern is filled with: skills, titles, numbers
 */
public record Phrase(Pattern pattern, List<String> parts) {

    public Phrase {
        parts = List.copyOf(parts);
    }

    public static Phrase of(Pattern pattern, Object... parts) {
        return new Phrase(pattern, List.of(parts).stream().map(String::valueOf).toList());
    }

    /** A name as it is, of a skill for instance. */
    public static Phrase plain(String words) {
        return of(Pattern.PLAIN, words);
    }

    /** In English, as logs and the API say it. */
    public String text() {
        return new MessageFormat(pattern.english, Locale.ENGLISH).format(parts.toArray());
    }

    /** The ways to say it; pages find theirs in the texts by {@code match.phrase.CODE}. */
    public enum Pattern {
        PLAIN("{0}"),
        HELD("{0} of {1}: {2}"),
        NONE_HELD("none of {0}"),
        IN_PART("{0} in part, by {1}"),
        YEARS("years of work: {0}, asked for: {1}"),
        YEARS_UNKNOWN("years of work not known, asked for: {0}"),
        EXPERIENCE("years of experience: {0}"),
        REMOTE("the job can be done remotely"),
        SAME_CITY("in the same city"),
        SAME_REGION("in the same region"),
        SAME_COUNTRY("in the same country"),
        ELSEWHERE("lives elsewhere"),
        PLACE_UNKNOWN("location not known"),
        NEAR_WORK("Near the place of work"),
        CLOSE("close in meaning"),
        SOMEWHAT_CLOSE("somewhat close in meaning"),
        FAR_APART("far apart in meaning"),
        MUCH_ALIKE("much like the resumes nearest to the post"),
        SOMEWHAT_ALIKE("somewhat like the resumes nearest to the post"),
        UNLIKE("unlike the resumes nearest to the post"),
        NO_POSITION("no position known"),
        NO_POSITION_NEAR("no position near “{0}”"),
        SAME_TRADE("{0}: the same trade"),
        NEAR_TRADE("{0}: a near trade"),
        DISTANT_TRADE("{0}: a distant trade"),
        WORK_AS("Work as {0}"),
        WORDS("{0} of {1} telling words in common"),
        NO_WORDS("no telling words in common"),
        NO_SECTION("no such section"),
        SAME_LEVEL("the same level"),
        LEVELS_APART("levels apart: {0}"),
        ANSWERED("{0} of {1} as wanted"),
        NOT_ANSWERED("not answered"),
        ANSWER("{0}: {1}");

        private final String english;

        Pattern(String english) {
            this.english = english;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The pattern of {@link MessageFormat}. */
        public String english() {
            return english;
        }
    }
}
