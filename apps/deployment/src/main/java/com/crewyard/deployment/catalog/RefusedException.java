package com.crewyard.deployment.catalog;

import java.util.List;

/** What was asked for cannot be done; nothing was changed. */
public final class RefusedException extends RuntimeException {

    /** Decides the exit code of a command and the status of an answer. */
    public enum Reason {
        /** The request or the app spec is wrong. */
        INPUT,
        /** It is not the time: another rollout moves, a freeze, an approval is missing or does not fit. */
        NOT_NOW,
        /** There is no such environment or release. */
        NOT_FOUND
    }

    private final Reason reason;
    private final List<String> details;

    public RefusedException(Reason reason, String sentence, List<String> details) {
        super(sentence);
        this.reason = reason;
        this.details = List.copyOf(details);
    }

    public static RefusedException input(String sentence) {
        return new RefusedException(Reason.INPUT, sentence, List.of());
    }

    public static RefusedException notNow(String sentence) {
        return new RefusedException(Reason.NOT_NOW, sentence, List.of());
    }

    public static RefusedException notFound(String sentence) {
        return new RefusedException(Reason.NOT_FOUND, sentence, List.of());
    }

    public Reason reason() {
        return reason;
    }

    /** More lines, such as every finding in an app spec. */
    public List<String> details() {
        return details;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
