package com.crewyard.recruiting.candidates;

import com.crewyard.recruiting.candidates.internal.ProfileCodec;
import com.crewyard.recruiting.parsing.PartialDate;
import java.util.List;
import java.util.Optional;

/** What a profile says in one field. An empty value says that there is nothing to say. */
public sealed interface ProfileValue {

    boolean isEmpty();

    /** A text, an array of texts, or an array of objects with the names of the components and ISO 8601 dates. */
    default String toJson() {
        return ProfileCodec.write(this);
    }

    /** @throws tools.jackson.core.JacksonException when the JSON has another shape than the field */
    static ProfileValue ofJson(ProfileField field, String json) {
        return ProfileCodec.readValue(field, json);
    }

    record Text(String text) implements ProfileValue {
        @Override
        public boolean isEmpty() {
            return text.isEmpty();
        }
    }

    record Texts(List<String> texts) implements ProfileValue {
        public Texts {
            texts = List.copyOf(texts);
        }

        @Override
        public boolean isEmpty() {
            return texts.isEmpty();
        }
    }

    record Positions(List<Position> positions) implements ProfileValue {
        public Positions {
            positions = List.copyOf(positions);
        }

        @Override
        public boolean isEmpty() {
            return positions.isEmpty();
        }
    }

    record Studies(List<Study> studies) implements ProfileValue {
        public Studies {
            studies = List.copyOf(studies);
        }

        @Override
        public boolean isEmpty() {
            return studies.isEmpty();
        }
    }

    /**
     * A position at an employer.
     *
     * @param current whether it still lasts
     */
    record Position(
            Optional<String> employer,
            Optional<String> title,
            Optional<String> location,
            Optional<PartialDate> start,
            Optional<PartialDate> end,
            boolean current,
            Optional<String> description) {}

    record Study(
            Optional<String> institution,
            Optional<String> degree,
            Optional<String> field,
            Optional<PartialDate> start,
            Optional<PartialDate> end) {}
}
