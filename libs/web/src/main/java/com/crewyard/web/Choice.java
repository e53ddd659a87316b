package com.crewyard.web;

import java.util.Optional;

/**
 * An option of a select, a checkbox group or a facet.
 *
 * @param count how many things have it; negative when that is not counted
 */
public record Choice(String value, String label, Optional<String> hint, long count) {

    public static Choice of(String value, String label) {
        return new Choice(value, label, Optional.empty(), -1);
    }

    public Choice explained(String text) {
        return new Choice(value, label, Optional.of(text), count);
    }

    public Choice counted(long things) {
        return new Choice(value, label, hint, things);
    }
}
