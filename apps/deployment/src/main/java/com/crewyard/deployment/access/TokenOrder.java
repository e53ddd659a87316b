package com.crewyard.deployment.access;

import com.crewyard.deployment.catalog.RefusedException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An API token that somebody wants made.
 *
 * @param name of who has it; {@link #fullName} is the one that the audit will know
 * @param days until it expires, 1 to 3,660
 */
public record TokenOrder(String name, Role role, List<Scope> scopes, int days, String actor) {

    public static final int USUAL_DAYS = 90;

    private static final int MOST_DAYS = 3_660;
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._@+-]{0,79}");

    /** @throws RefusedException when a part is none that it may be */
    public TokenOrder {
        if (!NAME.matcher(name).matches()) {
            throw RefusedException.input(
                    "name is \"%s\"; give 1 to 80 letters, digits, spaces or . _ @ + -, such as ci-shop."
                            .formatted(name));
        }
        if (scopes.isEmpty()) {
            throw RefusedException.input(
                    "scope is missing; say where the role counts, such as shop/production, or * for everything.");
        }
        if (days < 1 || days > MOST_DAYS) {
            throw RefusedException.input("days is %d; a token lasts 1 to %d days.".formatted(days, MOST_DAYS));
        }
        scopes = List.copyOf(scopes);
    }

    /**
     * With the organization at its end, such as {@code ci@acme}, when the token keeps within one: so no organization finds a
     * name taken by another, and nobody is called as somebody else is.
     */
    String fullName() {
        if (scopes.stream().anyMatch(scope -> scope.organization().isEmpty())) {
            return name;
        }
        String end = scopes.stream()
                .flatMap(scope -> scope.organization().stream())
                .distinct()
                .sorted()
                .collect(Collectors.joining("+", "@", ""));
        return name.endsWith(end) ? name : name + end;
    }

    /** What one has to administer in order to give it. */
    List<String> overseen() {
        return Scope.overseen(scopes);
    }

    /** The same, made by somebody. */
    TokenOrder by(String other) {
        return new TokenOrder(name, role, scopes, days, other);
    }

    /** Its scopes, as they are written. */
    public List<String> patterns() {
        return scopes.stream().map(Scope::pattern).toList();
    }

    Duration lasts() {
        return Duration.ofDays(days);
    }
}
