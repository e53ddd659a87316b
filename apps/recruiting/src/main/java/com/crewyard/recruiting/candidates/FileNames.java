package com.crewyard.recruiting.candidates;

/** File names that strangers chose. */
public final class FileNames {

    private static final int LONGEST = 200;
    private static final String NAMELESS = "file";

    private FileNames() {}

    /** Without directories and control characters, at most 200 characters of its end, never empty. */
    public static String clean(String fileName) {
        String base = fileName.replaceAll(".*[/\\\\]", "")
                .replaceAll("[\\p{Cntrl}\\p{Cf}]", "")
                .strip();
        String kept = base.length() > LONGEST ? base.substring(base.length() - LONGEST) : base;
        return kept.isEmpty() || kept.chars().allMatch(character -> character == '.') ? NAMELESS : kept;
    }
}
