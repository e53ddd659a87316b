package com.crewyard.recruiting.jobs.internal;

/** What a person typed, so that {@code like} takes every character of it for itself. */
final class LikePatterns {

    private LikePatterns() {}

    static String escape(String typed) {
        return typed.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
