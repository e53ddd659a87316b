package com.crewyard.postgres;

import java.nio.file.Path;

/** Another process runs the database of a data directory, or is about to. */
public final class DatabaseInUseException extends DatabaseException {

    public DatabaseInUseException(Path directory) {
        super("The data directory %s is in use by another Crewyard; stop that one or choose another with --data."
                .formatted(directory));
    }
}
