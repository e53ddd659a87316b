package com.crewyard.recruiting.vocabulary;

import com.crewyard.recruiting.taxonomy.AddedTerm;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A skill or title as an organization has added it.
 *
 * @param version grows with each change
 */
public record OwnTerm(long id, AddedTerm term, Source source, int version) {

    /** Where it comes from. */
    public enum Source {
        OWN,
        ESCO,
        ONET;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Source> ofCode(String code) {
            return Arrays.stream(values())
                    .filter(source -> source.code().equals(code))
                    .findFirst();
        }
    }
}
