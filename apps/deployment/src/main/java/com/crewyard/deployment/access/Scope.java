package com.crewyard.deployment.access;

import com.crewyard.deployment.catalog.RefusedException;
import java.util.regex.Pattern;

/**
 * Where a role counts: an environment such as {@code shop/production}, a pipeline such as {@code pipeline:release}, or a
 * pattern of either, in which a star stands for any part of a name. A star alone is everything.
 */
public record Scope(String pattern) {

    private static final Pattern WELL_FORMED =
            Pattern.compile("\\*|[a-z0-9*-]{1,80}/[A-Za-z0-9_*.-]{1,80}|pipeline:[A-Za-z0-9_*.-]{1,80}");

    /** Behind the pattern, which its constructor needs. */
    public static final Scope EVERYTHING = new Scope("*");

    /** @throws RefusedException when it is no pattern */
    public Scope {
        if (!WELL_FORMED.matcher(pattern).matches()) {
            throw RefusedException.input(
                    "scope is \"%s\"; write APP/ENV such as shop/production or shop/pr-*, pipeline:NAME, or * for everything."
                            .formatted(pattern));
        }
    }

    /** How scopes and messages name a pipeline. */
    public static String pipeline(String name) {
        return "pipeline:" + name;
    }

    public boolean isEverything() {
        return pattern.equals("*");
    }

    /** @param subject an environment or a pipeline */
    public boolean covers(String subject) {
        return isEverything() || subject.matches(expression());
    }

    private String expression() {
        StringBuilder expression = new StringBuilder();
        for (char character : pattern.toCharArray()) {
            expression.append(character == '*' ? "[^/:]*" : Pattern.quote(String.valueOf(character)));
        }
        return expression.toString();
    }

    @Override
    public String toString() {
        return pattern;
    }
}
