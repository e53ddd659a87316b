package com.crewyard.deployment.schema;

import java.util.Locale;
import java.util.Optional;

/**
 * {@code ALTER} of all but tables.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertype.html">ALTER TYPE</a>,
 *     <a href="https://www.postgresql.org/docs/current/sql-alterindex.html">ALTER INDEX</a>
 */
final class Alterations {

    private final Known known;
    private final TableAlterations tables;

    Alterations(Known known) {
        this.known = known;
        this.tables = new TableAlterations(known);
    }

    Effect effect(Words words) {
        if (words.accept("table", "all")) {
            return new Effect("ALTER TABLE ALL IN TABLESPACE").unknown("which tables it moves stands nowhere here");
        }
        if (words.accept("table")) {
            return tables.effect(words);
        }
        if (words.accept("default", "privileges")) {
            return new Effect("ALTER DEFAULT PRIVILEGES");
        }
        Optional<String> onTable = words.acceptAny("policy", "trigger");
        if (onTable.isPresent()) {
            return onTable(onTable.get(), words);
        }
        boolean materialized = words.accept("materialized");
        String kind = words.peek().map(Token::text).orElse("");
        words.accept(kind);
        words.acceptIfExists();
        String name = words.name().orElse("");
        Effect effect = new Effect("ALTER %s %s".formatted(kind.toUpperCase(Locale.ROOT), name));
        if (known.isNew(name) || words.has("owner", "to")) {
            return effect;
        }
        if (kind.equals("view") || materialized) {
            effect.locks(name, LockMode.ACCESS_EXCLUSIVE);
        }
        return named(kind, name, words, effect);
    }

    private static Effect named(String kind, String name, Words words, Effect effect) {
        if (kind.equals("index")) {
            return words.has("tablespace")
                    ? effect.locks("the table of " + name, LockMode.ACCESS_EXCLUSIVE)
                            .holds(Hold.REWRITE)
                    : effect;
        }
        if (words.has("rename") || words.has("set", "schema")) {
            return effect.risks("renames the %s %s or something of it".formatted(kind, name));
        }
        if (kind.equals("type") && words.accept("add", "value")) {
            return effect.risks("adds a value to %s, which it may not know when it reads it".formatted(name));
        }
        return effect.unknown("it is not known here who uses it");
    }

    private Effect onTable(String kind, Words words) {
        String name = words.name().orElse("");
        words.accept("on");
        String table = words.name().orElse("");
        Effect effect = new Effect("ALTER %s %s on %s".formatted(kind.toUpperCase(Locale.ROOT), name, table))
                .locks(table, LockMode.ACCESS_EXCLUSIVE);
        if (known.isNew(table) || kind.equals("trigger") || words.has("rename")) {
            return effect;
        }
        return effect.risks("changes which rows of %s are seen".formatted(table));
    }
}
