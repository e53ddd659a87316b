package com.crewyard.deployment.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code DROP}: at once, and a release that uses it fails.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-dropindex.html">DROP INDEX</a>,
 *     <a href="https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES">Table-level locks</a>
 */
final class Drops {

    private final Known known;

    Drops(Known known) {
        this.known = known;
    }

    Effect effect(Words words) {
        if (words.accept("table")) {
            return relations("table", words);
        }
        if (words.accept("materialized", "view")) {
            return relations("materialized view", words);
        }
        if (words.accept("index")) {
            return index(words);
        }
        Optional<String> onTable = words.acceptAny("trigger", "rule", "policy");
        if (onTable.isPresent()) {
            return onTable(onTable.get(), words);
        }
        return words.acceptAny("view", "sequence")
                .map(kind -> relations(kind, words))
                .or(() -> words.acceptAny(
                                "function",
                                "procedure",
                                "aggregate",
                                "routine",
                                "type",
                                "domain",
                                "schema",
                                "extension")
                        .map(kind -> other(kind, words)))
                .orElseGet(() -> new Effect("DROP " + word(words)).unknown("it is not known here who uses it"));
    }

    private static String word(Words words) {
        return words.peek().map(Token::text).orElse("").toUpperCase(Locale.ROOT);
    }

    private Effect relations(String kind, Words words) {
        words.acceptIfExists();
        List<String> names = words.names();
        Effect effect = new Effect("DROP %s %s".formatted(kind.toUpperCase(Locale.ROOT), String.join(", ", names)));
        for (String name : names) {
            effect.locks(name, LockMode.ACCESS_EXCLUSIVE);
            if (!known.isNew(name)) {
                effect.risks("drops the %s %s".formatted(kind, name));
            }
        }
        return cascade(words, effect);
    }

    /** Names of functions end before their parameters. */
    private Effect other(String kind, Words words) {
        words.acceptIfExists();
        List<String> names = new ArrayList<>();
        words.parts().forEach(part -> part.name().ifPresent(names::add));
        Effect effect = new Effect("DROP %s %s".formatted(kind.toUpperCase(Locale.ROOT), String.join(", ", names)));
        names.stream()
                .filter(name -> !known.isNew(name))
                .forEach(name -> effect.risks("drops the %s %s".formatted(kind, name)));
        return cascade(words, effect);
    }

    private static Effect cascade(Words words, Effect effect) {
        return words.has("cascade") ? effect.unknown("CASCADE drops what depends on it too") : effect;
    }

    private Effect index(Words words) {
        boolean concurrently = words.accept("concurrently");
        words.acceptIfExists();
        List<String> names = words.names();
        Effect effect =
                new Effect("DROP INDEX%s %s".formatted(concurrently ? " CONCURRENTLY" : "", String.join(", ", names)));
        for (String name : names) {
            String table = known.tableOf(name).orElse("the table of " + name);
            if (known.isNew(table)) {
                continue;
            }
            effect.locks(table, concurrently ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE)
                    .risks("drops the index %s, by which ON CONFLICT may find its rows if it is unique"
                            .formatted(name));
            if (!concurrently) {
                effect.instead("DROP INDEX CONCURRENTLY, in a file that runs outside a transaction");
            }
        }
        return cascade(words, effect);
    }

    private Effect onTable(String kind, Words words) {
        words.acceptIfExists();
        String name = words.name().orElse("");
        words.accept("on");
        String table = words.name().orElse("");
        Effect effect = new Effect("DROP %s %s on %s".formatted(kind.toUpperCase(Locale.ROOT), name, table))
                .locks(table, LockMode.ACCESS_EXCLUSIVE);
        return known.isNew(table) ? effect : effect.risks("drops the %s %s of %s".formatted(kind, name, table));
    }
}
