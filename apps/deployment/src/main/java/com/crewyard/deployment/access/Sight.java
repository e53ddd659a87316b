package com.crewyard.deployment.access;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What somebody may see, as a condition in SQL: where a list is cut, the limit counts what they are shown.
 *
 * @param scopes that cover it
 */
public record Sight(List<Scope> scopes) {

    /** The engine's own, and that of whoever may see everything. */
    public static final Sight EVERYTHING = new Sight(List.of(Scope.EVERYTHING));

    public Sight {
        scopes = List.copyOf(scopes);
    }

    public boolean isEverything() {
        return scopes.stream().anyMatch(Scope::isEverything);
    }

    /**
     * Holds where one of the scopes covers the subject, as {@link Scope#covers} does; it takes {@link #parameters}.
     *
     * @param subject an expression in SQL for an environment, a pipeline or an organization, as {@link Scope} names them
     */
    public static String condition(String subject) {
        return """
                exists (select from unnest(:seen_within::text[], :seen_patterns::text[]) as seen (organization, pattern)
                        where %1$s ~ seen.pattern
                          and (seen.organization = '' or %1$s = '@' || seen.organization
                               or exists (select from deploy.belonging owned
                                          join deploy.organization owner on owner.id = owned.organization
                                          where owned.what = split_part(%1$s, '/', 1) and owner.name = seen.organization)))
                """.formatted("(" + subject + ")");
    }

    public Map<String, Object> parameters() {
        return Map.of(
                "seen_within", texts(scope -> scope.organization().orElse("")),
                "seen_patterns", texts(scope -> "^(?:%s)$".formatted(scope.expression())));
    }

    private String[] texts(Function<Scope, String> text) {
        return scopes.stream().map(text).toArray(String[]::new);
    }
}
