package com.crewyard.deployment.schema;

import java.util.Optional;

/**
 * {@code ALTER TABLE}. Several actions have the strictest lock that one of them needs, and ACCESS EXCLUSIVE unless the
 * documentation says otherwise.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">ALTER TABLE</a>
 */
final class TableAlterations {

    private final Known known;

    TableAlterations(Known known) {
        this.known = known;
    }

    Effect effect(Words words) {
        words.acceptIfExists();
        words.accept("only");
        String table = words.name().orElse("");
        words.accept("*");
        Effect effect = new Effect("ALTER TABLE " + table);
        if (known.isNew(table)) {
            return referenced(words, effect);
        }
        words.parts().forEach(action -> action(action, table, effect));
        return effect;
    }

    /** A table that nobody knows may still refer to one that is used. */
    private static Effect referenced(Words words, Effect effect) {
        words.everywhereAfter("references")
                .forEach(rest -> rest.name().ifPresent(other -> effect.locks(other, LockMode.SHARE_ROW_EXCLUSIVE)));
        return effect;
    }

    private void action(Words action, String table, Effect effect) {
        Optional<String> verb = action.acceptAny("add", "alter", "drop", "rename");
        if (verb.isPresent()) {
            switch (verb.get()) {
                case "add" -> add(action, table, effect);
                case "alter" -> alter(action, table, effect);
                case "drop" -> drop(action, table, effect);
                default ->
                    effect.locks(table, LockMode.ACCESS_EXCLUSIVE)
                            .risks("renames %s or something of it".formatted(table));
            }
        } else {
            TableSettings.action(action, table, effect);
        }
    }

    private static void add(Words action, String table, Effect effect) {
        if (!Constraints.add(action, table, effect)) {
            action.accept("column");
            action.acceptIfExists();
            NewColumn.add(action, table, effect);
        }
    }

    private static void alter(Words action, String table, Effect effect) {
        if (action.accept("constraint")) {
            effect.locks(table, LockMode.ACCESS_EXCLUSIVE).risks("changes a constraint of " + table);
            return;
        }
        action.accept("column");
        AlteredColumn.alter(action, table, effect);
    }

    private static void drop(Words action, String table, Effect effect) {
        effect.locks(table, LockMode.ACCESS_EXCLUSIVE);
        boolean constraint = action.accept("constraint");
        action.accept("column");
        action.acceptIfExists();
        String name = action.name().orElse("");
        effect.risks(
                constraint
                        ? "drops the constraint %s of %s, by which ON CONFLICT may find its rows if it is unique"
                                .formatted(name, table)
                        : "drops the column %s of %s".formatted(name, table));
        if (action.has("cascade")) {
            effect.unknown("CASCADE drops what depends on it too");
        }
    }
}
