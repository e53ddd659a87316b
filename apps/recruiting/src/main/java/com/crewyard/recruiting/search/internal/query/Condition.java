package com.crewyard.recruiting.search.internal.query;

import com.crewyard.recruiting.search.Kind;
import com.crewyard.recruiting.search.internal.SearchDocument.KeywordField;
import com.crewyard.recruiting.search.internal.SearchDocument.NumberField;
import com.crewyard.recruiting.search.internal.SearchDocument.TextField;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a document has to be like, for any engine. */
public sealed interface Condition {

    record Everything() implements Condition {}

    record All(List<Condition> parts) implements Condition {
        public All {
            parts = List.copyOf(parts);
        }
    }

    record Any(List<Condition> parts) implements Condition {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** Several ways to say one thing: the best of them counts. */
    record Same(List<Condition> ways) implements Condition {
        public Same {
            ways = List.copyOf(ways);
        }
    }

    record Not(Condition part) implements Condition {}

    /** The same documents, of another importance. */
    record Weighted(Condition part, float weight) implements Condition {}

    /**
     * Words in any of their forms, all of them in one text.
     *
     * @param field empty for every field that has a weight
     * @param growing whether the last of them may only be the beginning of a word
     */
    record Words(Optional<TextField> field, String text, boolean growing) implements Condition {}

    /** The words as they stand, next to each other. */
    record Phrase(Optional<TextField> field, String text) implements Condition {}

    /** At least one of the values, in lower case. */
    record Keyword(KeywordField field, Set<String> values) implements Condition {
        public Keyword {
            values = Set.copyOf(values);
        }
    }

    /** Both ends included. */
    record Range(NumberField field, long from, long to) implements Condition {}

    record OfKind(Kind kind) implements Condition {}
}
