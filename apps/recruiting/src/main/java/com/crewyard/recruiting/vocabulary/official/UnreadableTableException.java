package com.crewyard.recruiting.vocabulary.official;

import java.nio.file.Path;

/** A file that no table can be read from; the message says which, where and why. */
public final class UnreadableTableException extends RuntimeException {

    UnreadableTableException(String message) {
        super(message);
    }

    static UnreadableTableException at(Path file, long line, String problem) {
        return new UnreadableTableException("%s:%d: %s".formatted(file, line, problem));
    }
}
