package com.crewyard.deployment.schema;

import java.util.List;
import java.util.Optional;

/**
 * Statements that put tables in order, and permissions.
 *
 * @see <a href="https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES">Table-level locks</a>, which
 *     names each of them
 */
final class Maintenance {

    private Maintenance() {}

    static Optional<Effect> effect(Words words) {
        return words.acceptAny("vacuum", "analyze", "reindex", "cluster", "refresh", "grant")
                .map(verb -> switch (verb) {
                    case "vacuum" -> vacuum(words);
                    case "analyze" -> named("ANALYZE", words, LockMode.SHARE_UPDATE_EXCLUSIVE, Hold.READ);
                    case "reindex" -> reindex(words);
                    case "cluster" -> named("CLUSTER", words, LockMode.ACCESS_EXCLUSIVE, Hold.REWRITE);
                    case "refresh" -> refresh(words);
                    default -> new Effect("GRANT");
                });
    }

    private static Effect vacuum(Words words) {
        boolean full = !words.everywhereAfter("full").isEmpty();
        return full
                ? named("VACUUM FULL", words, LockMode.ACCESS_EXCLUSIVE, Hold.REWRITE)
                        .instead("VACUUM without FULL, or a tool that rewrites beside the table")
                : named("VACUUM", words, LockMode.SHARE_UPDATE_EXCLUSIVE, Hold.READ);
    }

    private static Effect named(String what, Words words, LockMode mode, Hold hold) {
        Words rest = withoutOptions(words);
        rest.skipAny("full", "freeze", "verbose", "analyze");
        List<String> tables = rest.names();
        Effect effect = new Effect((what + " " + String.join(", ", tables)).strip()).holds(hold);
        tables.forEach(table -> effect.locks(table, mode));
        return tables.isEmpty() ? effect.locks("every table", mode) : effect;
    }

    private static Effect reindex(Words words) {
        Words rest = withoutOptions(words);
        String kind =
                rest.acceptAny("table", "index", "schema", "database", "system").orElse("");
        boolean concurrently = rest.accept("concurrently")
                || !words.everywhereAfter("concurrently").isEmpty();
        String name = rest.name().orElse("");
        String table = kind.equals("table") ? name : "the tables of %s %s".formatted(kind, name);
        Effect effect = new Effect("REINDEX " + name).holds(Hold.READ);
        return concurrently
                ? effect.locks(table, LockMode.SHARE_UPDATE_EXCLUSIVE)
                : effect.locks(table, LockMode.SHARE).instead("REINDEX CONCURRENTLY, outside a transaction");
    }

    private static Effect refresh(Words words) {
        words.accept("materialized", "view");
        boolean concurrently = words.accept("concurrently");
        String view = words.name().orElse("");
        Effect effect = new Effect("REFRESH MATERIALIZED VIEW " + view).holds(Hold.REWRITE);
        return concurrently
                ? effect.locks(view, LockMode.EXCLUSIVE)
                : effect.locks(view, LockMode.ACCESS_EXCLUSIVE)
                        .instead("REFRESH MATERIALIZED VIEW CONCURRENTLY, with a unique index on it");
    }

    private static Words withoutOptions(Words words) {
        if (words.peek().filter(token -> token.is("(")).isPresent()) {
            return words.after(")")
                    .or(() -> words.everywhereAfter(")").stream().findFirst())
                    .orElse(words);
        }
        return words;
    }
}
