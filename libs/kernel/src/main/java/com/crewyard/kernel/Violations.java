package com.crewyard.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects the refusals of a request's fields, so that a person hears all of them at once. */
public final class Violations {

    private final List<FieldError> errors = new ArrayList<>();

    public void add(String field, String message) {
        errors.add(new FieldError(field, message));
    }

    public void require(boolean holds, String field, String message) {
        if (!holds) {
            add(field, message);
        }
    }

    public boolean isEmpty() {
        return errors.isEmpty();
    }

    public List<FieldError> errors() {
        return List.copyOf(errors);
    }

    public Optional<String> of(String field) {
        return errors.stream()
                .filter(error -> error.field().equals(field))
                .map(FieldError::message)
                .findFirst();
    }

    /** @throws CrewyardException with every violation, when there is one */
    public void throwIfAny() {
        if (!errors.isEmpty()) {
            throw CrewyardException.invalid(errors);
        }
    }
}
