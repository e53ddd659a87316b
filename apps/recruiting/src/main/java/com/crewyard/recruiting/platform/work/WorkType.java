package com.crewyard.recruiting.platform.work;

import java.util.regex.Pattern;

/**
 * A kind of work.
 *
 * @param name module and what is done, {@code messaging.send}; stands in the database, so it never changes
 * @param payload a record of identifiers: what is worked on is read when the work is done
 */
public record WorkType<T>(String name, Class<T> payload) {

    private static final Pattern NAME = Pattern.compile("[a-z]+(\\.[a-z_]+)+");

    public WorkType {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("work is named like messaging.send, not \"%s\"".formatted(name));
        }
    }
}
