package com.crewyard.deployment.schema;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * {@code CREATE}: mostly nobody's business, unless it is on a table that is there.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createindex.html">CREATE INDEX</a>,
 *     <a href="https://www.postgresql.org/docs/current/sql-createtrigger.html">CREATE TRIGGER</a>,
 *     <a href="https://www.postgresql.org/docs/current/sql-createtable.html">CREATE TABLE</a>
 */
final class Creations {

    private static final Set<String> NEW_TO_ALL = Set.of(
            "schema",
            "sequence",
            "type",
            "domain",
            "extension",
            "view",
            "function",
            "procedure",
            "aggregate",
            "role",
            "user",
            "collation");

    private final Known known;

    Creations(Known known) {
        this.known = known;
    }

    void learn(Words words) {
        skipKind(words);
        boolean index = words.accept("index");
        if (index) {
            index(words);
        } else if (words.acceptAny("table", "view", "sequence", "type", "domain", "function", "procedure")
                .isPresent()) {
            words.acceptIfExists();
            words.name().ifPresent(known::older);
        }
    }

    Effect effect(Words words) {
        boolean replaces = words.accept("or", "replace");
        boolean temporary = words.acceptAny("temp", "temporary").isPresent();
        skipKind(words);
        boolean unique = words.accept("unique");
        if (words.accept("table")) {
            return table(words, temporary);
        }
        if (words.accept("index")) {
            return index(words, unique);
        }
        if (words.accept("materialized", "view")) {
            words.acceptIfExists();
            return created("MATERIALIZED VIEW", words);
        }
        Optional<String> onTable = words.acceptAny("trigger", "rule", "policy", "statistics");
        if (onTable.isPresent()) {
            return onTable(onTable.get(), words);
        }
        String kind = words.peek().map(Token::text).orElse("");
        if (!NEW_TO_ALL.contains(kind)) {
            return new Effect("CREATE " + kind.toUpperCase(Locale.ROOT)).unknown("it is not known here what it does");
        }
        words.accept(kind);
        return replaces ? replaced(kind, words) : other(kind, words);
    }

    private static void skipKind(Words words) {
        words.accept("or", "replace");
        words.skipAny("temp", "temporary", "unlogged", "global", "local", "recursive", "constraint", "trusted");
    }

    private Effect other(String kind, Words words) {
        if (kind.equals("schema") && words.has("create")) {
            return new Effect("CREATE SCHEMA").unknown("it creates other things within");
        }
        words.acceptIfExists();
        return created(kind.toUpperCase(Locale.ROOT), words);
    }

    private Effect created(String kind, Words words) {
        Optional<String> name = words.name();
        name.ifPresent(found -> known.created(found, false));
        return new Effect("CREATE %s %s".formatted(kind, name.orElse("")));
    }

    private Effect replaced(String kind, Words words) {
        String name = words.name().orElse("");
        Effect effect = new Effect("CREATE OR REPLACE %s %s".formatted(kind.toUpperCase(Locale.ROOT), name));
        if (known.isNew(name)) {
            return effect;
        }
        if (kind.equals("view")) {
            effect.locks(name, LockMode.ACCESS_EXCLUSIVE);
        }
        return effect.unknown("whoever uses the former one gets this one");
    }

    private Effect table(Words words, boolean temporary) {
        boolean ifMissing = words.accept("if", "not", "exists");
        String name = words.name().orElse("");
        Effect effect = new Effect("CREATE TABLE " + name);
        known.created(name, ifMissing);
        if (!temporary) {
            words.everywhereAfter("references")
                    .forEach(rest -> rest.name().ifPresent(table -> effect.locks(table, LockMode.SHARE_ROW_EXCLUSIVE)));
        }
        words.after("partition", "of").flatMap(Words::name).ifPresent(parent -> {
            effect.locks(parent, LockMode.ACCESS_EXCLUSIVE);
            if (!known.isNew(parent)) {
                effect.instead("CREATE TABLE on its own, then ATTACH PARTITION");
            }
        });
        words.after("inherits", "(")
                .map(Words::names)
                .orElse(List.of())
                .forEach(parent -> effect.locks(parent, LockMode.SHARE_UPDATE_EXCLUSIVE));
        return effect;
    }

    private void index(Words words) {
        words.accept("concurrently");
        words.acceptIfExists();
        Optional<String> name =
                words.peek().filter(token -> token.is("on")).isPresent() ? Optional.empty() : words.name();
        words.accept("on");
        words.accept("only");
        words.name().ifPresent(table -> name.ifPresent(found -> known.index(found, table)));
    }

    private Effect index(Words words, boolean unique) {
        boolean concurrently = words.accept("concurrently");
        String table = words.after("on")
                .map(Words::names)
                .flatMap(names -> names.stream().findFirst())
                .orElse("");
        index(words);
        Effect effect = new Effect("CREATE %sINDEX%s on %s"
                .formatted(unique ? "UNIQUE " : "", concurrently ? " CONCURRENTLY" : "", table));
        if (known.isNew(table)) {
            return effect;
        }
        if (unique) {
            effect.risks("has %s refuse what is there twice".formatted(table));
        }
        effect.holds(Hold.READ);
        return concurrently
                ? effect.locks(table, LockMode.SHARE_UPDATE_EXCLUSIVE)
                : effect.locks(table, LockMode.SHARE)
                        .instead("CREATE INDEX CONCURRENTLY, in a file that runs outside a transaction");
    }

    private Effect onTable(String kind, Words words) {
        String table = words.after(kind.equals("statistics") ? "from" : kind.equals("rule") ? "to" : "on")
                .flatMap(Words::name)
                .orElse("");
        Effect effect = new Effect("CREATE %s on %s".formatted(kind.toUpperCase(Locale.ROOT), table));
        if (known.isNew(table)) {
            return effect;
        }
        return switch (kind) {
            case "statistics" -> effect.locks(table, LockMode.SHARE_UPDATE_EXCLUSIVE);
            case "trigger" ->
                effect.locks(table, LockMode.SHARE_ROW_EXCLUSIVE).risks("has a trigger run at writes of " + table);
            case "rule" -> effect.locks(table, LockMode.ACCESS_EXCLUSIVE).risks("rewrites statements on " + table);
            default ->
                effect.locks(table, LockMode.ACCESS_EXCLUSIVE)
                        .risks("changes which rows of %s are seen".formatted(table));
        };
    }
}
