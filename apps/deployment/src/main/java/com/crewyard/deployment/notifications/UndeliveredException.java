package com.crewyard.deployment.notifications;

/** A message was not taken; the sentence says why and names no secret. */
public final class UndeliveredException extends Exception {

    private final boolean forGood;

    private UndeliveredException(String sentence, boolean forGood) {
        super(sentence);
        this.forGood = forGood;
    }

    /** Another attempt may do better. */
    static UndeliveredException forNow(String sentence) {
        return new UndeliveredException(sentence, false);
    }

    /** No attempt will do better until somebody changes something. */
    static UndeliveredException forGood(String sentence) {
        return new UndeliveredException(sentence, true);
    }

    public boolean isForGood() {
        return forGood;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
