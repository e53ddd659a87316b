package com.crewyard.hosting.advice;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;

/**
 * Something that would change the answer, kept apart from the language it is said in.
 *
 * @param values what the pattern is filled with: criteria, kinds of hosting, numbers
 */
public record Change(Pattern pattern, List<String> values) {

    public Change {
        values = List.copyOf(values);
    }

    static Change of(Pattern pattern, String... values) {
        return new Change(pattern, List.of(values));
    }

    /** In English, as the command and the JSON say it. */
    public String text() {
        return new MessageFormat(pattern.english, Locale.ENGLISH).format(values.toArray());
    }

    /** The ways to say it; pages find theirs in the texts by {@code advisor.change.CODE}. */
    public enum Pattern {
        TIED("{0} share first place; any difference in a weight or a score decides between them."),
        DECIDES("If \"{0}\" counts more, {1} comes first; if less, {2}."),
        COUNTS_MORE("If \"{0}\" counts more than {1} instead of {2}, {3} comes first."),
        COUNTS_LESS("If \"{0}\" counts less than {1} instead of {2}, {3} comes first."),
        SCORED("With {0} instead of {1} for \"{2}\" at {3}, {4} draws level with first place."),
        DISPUTED("The documents disagree on \"{0}\" of {1}: {2} to {3}."),
        WITHOUT_NEED("Without the need {0}, {1} would be ranked too."),
        CHEAPER("From {0} req/s on, {1} costs less than {2}.");

        private final String english;

        Pattern(String english) {
            this.english = english;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public String english() {
            return english;
        }
    }
}
