package com.crewyard.deployment.catalog;

import java.util.Objects;

/**
 * A file of SQL that a migration applies.
 *
 * @param name below the folder that the app spec names
 */
public record SqlFile(String name, String text) {

    public SqlFile {
        Objects.requireNonNull(name, "a file of sql needs a name");
        Objects.requireNonNull(text, "a file of sql needs a text");
    }

    /** Whether it is applied again when it changes. */
    public boolean isRepeated() {
        return SqlFileOrder.isRepeated(name);
    }
}
