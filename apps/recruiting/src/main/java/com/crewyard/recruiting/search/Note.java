package com.crewyard.recruiting.search;

import java.util.List;
import java.util.Locale;

/** Something the searcher should know of how a query was read or answered. */
public record Note(Code code, List<String> values) {

    public Note {
        values = List.copyOf(values);
    }

    /** Kinds of notes; the sentence names its values by number. */
    public enum Code {
        UNKNOWN_FIELD("\"{0}:\" is no field; it was searched as words."),
        BAD_VALUE("{0}: cannot be \"{1}\"; that part was left out. {2}"),
        UNCLOSED_QUOTE("A quotation mark is not closed; the phrase was taken to the end."),
        UNBALANCED("A parenthesis has no counterpart and was left out."),
        DANGLING("{0} has nothing to join and was left out."),
        TOO_LONG("Only the beginning of this long query was used."),
        CORRECTED("Nobody has \"{0}\"; searched for {1} as well."),
        RELAXED("Nothing has all of these words; these have some of them."),
        BAD_CURSOR("The page to continue from is not known; this is the first."),
        BUILDING("The index is being built; {0} entries are searchable so far."),
        UNAVAILABLE("Search is not available right now and repairs itself; try again shortly."),
        GONE("What to compare with does not exist any more."),
        BY_MEANING("Ordered by likeness in meaning."),
        BY_TERMS("Ordered by characteristic words; meaning is not known yet.");

        private final String sentence;

        Code(String sentence) {
            this.sentence = sentence;
        }

        /** {@code unknown_field} */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Note of(Code code, String... values) {
        return new Note(code, List.of(values));
    }

    /** In English, for the API. */
    public String sentence() {
        String sentence = code.sentence;
        for (int i = 0; i < values.size(); i++) {
            sentence = sentence.replace("{" + i + "}", values.get(i));
        }
        return sentence;
    }
}
