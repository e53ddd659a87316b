package com.crewyard.recruiting.agent.internal.reading;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads which part of the company the job belongs to. */
final class DepartmentReader {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final String NAME = "([\\p{L}][\\p{L}&/+-]*(?: (?:& |and |und )?[\\p{L}][\\p{L}&/+-]*){0,3}?)";
    private static final List<Pattern> PATTERNS = List.of(
            Pattern.compile(
                    "(?:^|[\\n.;|•*,] *)(?:departments?|dept\\.?|abteilung|fachbereich|bereich|team|business unit|division) ?: *([^\\n;|,.]{2,60})",
                    FLAGS),
            Pattern.compile(
                    "\\b(?:for|in|join(?:ing)?|within|to|on|of) (?:the|our|my|a) " + NAME
                            + " (?:department|dept|team|division|group)\\b",
                    FLAGS),
            Pattern.compile("\\b(?:for|in|within) " + NAME + " (?:department|dept)\\b", FLAGS),
            Pattern.compile(
                    "\\b(?:für|in|im|verstärkung) (?:unser(?:e[mnr]?)?|die|der|das|dem) (?:abteilung |bereich |team )([\\p{L}][\\p{L}&/-]+(?: (?:& |und )?\\p{Lu}[\\p{L}&/-]+){0,2})",
                    FLAGS));
    private static final Set<String> NO_DEPARTMENT = Set.of(
            "growing",
            "small",
            "young",
            "great",
            "whole",
            "entire",
            "existing",
            "new",
            "international",
            "dynamic",
            "agile",
            "friendly",
            "diverse",
            "cross-functional",
            "remote",
            "distributed",
            "core",
            "local",
            "same",
            "right",
            "best",
            "kitchen's");
    private static final int LONGEST = 60;

    private DepartmentReader() {}

    static Optional<Sourced<String>> read(String text) {
        for (Pattern pattern : PATTERNS) {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                String name = matcher.group(1).strip();
                String first = name.split(" ", 2)[0].toLowerCase(java.util.Locale.ROOT);
                if (!NO_DEPARTMENT.contains(first) && name.length() <= LONGEST) {
                    int start = matcher.start(1);
                    return Optional.of(new Sourced<>(
                            Wording.titleCase(name),
                            start,
                            start + matcher.group(1).stripTrailing().length()));
                }
            }
        }
        return Optional.empty();
    }
}
