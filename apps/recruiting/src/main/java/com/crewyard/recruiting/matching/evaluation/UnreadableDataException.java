package com.crewyard.recruiting.matching.evaluation;

import java.nio.file.Path;

/** Data that cannot be evaluated with; the message says where and why. */
public final class UnreadableDataException extends RuntimeException {

    UnreadableDataException(String message) {
        super(message);
    }

    static UnreadableDataException at(Path file, int line, String problem) {
        return new UnreadableDataException("%s:%d: %s".formatted(file, line, problem));
    }
}
