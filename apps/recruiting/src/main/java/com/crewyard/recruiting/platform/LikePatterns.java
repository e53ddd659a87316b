package com.crewyard.recruiting.platform;

/** What a person typed, so that {@code like} takes every character of it for itself. */
public final class LikePatterns {

    private LikePatterns() {}

    public static String escape(String typed) {
        return typed.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
