package com.crewyard.recruiting.vocabulary.official;

import com.crewyard.recruiting.taxonomy.AddedTerm;
import com.crewyard.recruiting.vocabulary.OwnTerms;
import java.util.List;
import java.util.Optional;

/** What of a label and its alternatives are names to us, and as many as a term has. */
record Names(String label, List<String> others) {

    /** @return empty when the label is no name */
    static Optional<Names> of(String written, List<String> others) {
        String label = written.strip();
        if (!AddedTerm.isName(label)) {
            return Optional.empty();
        }
        return Optional.of(new Names(
                label,
                others.stream()
                        .map(String::strip)
                        .filter(AddedTerm::isName)
                        .filter(name -> !name.equalsIgnoreCase(label))
                        .distinct()
                        .limit(OwnTerms.MOST_NAMES)
                        .toList()));
    }
}
