package com.crewyard.recruiting.matching.internal.embedding;

/** Vectors are not to be had now; there is a ranking without them. */
public final class EmbeddingUnavailableException extends RuntimeException {

    /** @param reason for the log, without any text that was to be embedded */
    public EmbeddingUnavailableException(String reason) {
        super(reason);
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
