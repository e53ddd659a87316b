package com.crewyard.recruiting.vocabulary.official;

/** A file that no skills can be read from; the message says which, where and why. */
public final class UnreadableSkillsException extends RuntimeException {

    UnreadableSkillsException(String message) {
        super(message);
    }
}
