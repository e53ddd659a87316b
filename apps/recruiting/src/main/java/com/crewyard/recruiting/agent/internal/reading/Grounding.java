package com.crewyard.recruiting.agent.internal.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Holds what somebody claims a text says against the text. */
public final class Grounding {

    private static final int LONGEST = 120;

    private final String text;

    public Grounding(String text) {
        this.text = text;
    }

    /** The claimed words where they stand as whole words, in upper or lower case; empty when they do not. */
    public Optional<Sourced<String>> find(String claimed) {
        String words = claimed.strip().replaceAll("\\s+", " ");
        if (words.length() > LONGEST || words.chars().noneMatch(Character::isLetterOrDigit)) {
            return Optional.empty();
        }
        String pattern = String.join(
                "\\s+", Arrays.stream(words.split(" ")).map(Pattern::quote).toList());
        Matcher matcher = Pattern.compile(
                        "(?<![\\p{L}\\d])" + pattern + "(?![\\p{L}\\d])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text);
        return matcher.find() ? Optional.of(new Sourced<>(words, matcher.start(), matcher.end())) : Optional.empty();
    }

    public List<Sourced<String>> findAll(List<String> claimed) {
        return claimed.stream()
                .flatMap(words -> find(words).stream())
                .distinct()
                .toList();
    }
}
