package com.crewyard.deployment.access;

import com.crewyard.deployment.catalog.RefusedException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a role counts: an environment such as {@code shop/production}, a pipeline such as {@code pipeline:release}, or a
 * pattern of either, in which a star stands for any part of a name. A star alone is everything. {@code @acme} is what an
 * organization owns, and a pattern behind it, as in {@code @acme/shop/*}, counts for what that organization owns only.
 */
public record Scope(String pattern) {

    private static final String WITHIN = "[a-z0-9*-]{1,80}/[A-Za-z0-9_*.-]{1,80}|pipeline:[A-Za-z0-9_*.-]{1,80}";
    private static final Pattern WELL_FORMED =
            Pattern.compile("\\*|%1$s|@%2$s(?:/(?:%1$s))?".formatted(WITHIN, Organization.NAME));
    private static final String ALL = "*";

    /** Behind the pattern, which its constructor needs. */
    public static final Scope EVERYTHING = new Scope(ALL);

    /** @throws RefusedException when it is no pattern */
    public Scope {
        if (!WELL_FORMED.matcher(pattern).matches()) {
            throw RefusedException.input(
                    "scope is \"%s\"; write APP/ENV such as shop/production or shop/pr-*, pipeline:NAME, @ORGANIZATION, @ORGANIZATION/APP/ENV, or * for everything."
                            .formatted(pattern));
        }
    }

    /** How scopes and messages name a pipeline. */
    public static String pipeline(String name) {
        return "pipeline:" + name;
    }

    public boolean isEverything() {
        return pattern.equals(ALL);
    }

    /** The organization that it keeps within. */
    public Optional<String> organization() {
        if (!pattern.startsWith("@")) {
            return Optional.empty();
        }
        int end = pattern.indexOf('/');
        return Optional.of(pattern.substring(1, end < 0 ? pattern.length() : end));
    }

    /** What one has to administer in order to say who has a role here: the organization, or everything. */
    public String overseen() {
        return organization().map(Organization::subject).orElse(ALL);
    }

    /** What one has to administer in order to say so of all of them. */
    static List<String> overseen(Collection<Scope> scopes) {
        return scopes.stream().map(Scope::overseen).distinct().toList();
    }

    /** Whether it is an organization as a whole, or more. */
    boolean isWhole() {
        return pattern.equals(overseen());
    }

    /** @param subject an environment, a pipeline, an organization, or a star for everything */
    public boolean covers(String subject, Owners owners) {
        if (isEverything() || isWhole() && pattern.equals(subject)) {
            return true;
        }
        return organization()
                        .map(name -> owners.of(subject).filter(name::equals).isPresent())
                        .orElse(true)
                && subject.matches(expression());
    }

    /** What it covers as far as owners allow: a regular expression that Java and PostgreSQL read alike. */
    String expression() {
        if (isWhole()) {
            return ".*";
        }
        return organization()
                .map(name -> pattern.substring(name.length() + 2))
                .orElse(pattern)
                .replace(".", "\\.")
                .replace("*", "[^/:]*");
    }

    @Override
    public String toString() {
        return pattern;
    }
}
