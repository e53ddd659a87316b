package com.crewyard.deployment.schema;

/**
 * {@code ALTER TABLE} of what is no column and adds no constraint.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">ALTER TABLE</a>, with the lock of each
 */
final class TableSettings {

    private TableSettings() {}

    static void action(Words action, String table, Effect effect) {
        if (action.accept("validate", "constraint")) {
            effect.locks(table, LockMode.SHARE_UPDATE_EXCLUSIVE).holds(Hold.READ);
        } else if (action.accept("enable", "trigger")
                || action.accept("disable", "trigger")
                || action.accept("enable", "always", "trigger")
                || action.accept("enable", "replica", "trigger")) {
            effect.locks(table, LockMode.SHARE_ROW_EXCLUSIVE).risks("changes which triggers run at writes of " + table);
        } else if (action.accept("cluster", "on") || action.accept("set", "without", "cluster")) {
            effect.locks(table, LockMode.SHARE_UPDATE_EXCLUSIVE);
        } else if (action.has("row", "level", "security")) {
            effect.locks(table, LockMode.ACCESS_EXCLUSIVE).risks("changes which rows of %s are seen".formatted(table));
        } else if (action.accept("set", "(") || action.accept("reset", "(")) {
            parameters(action, table, effect);
        } else if (action.accept("attach", "partition")) {
            attach(action, table, effect);
        } else if (action.accept("detach", "partition")) {
            detach(action, table, effect);
        } else if (action.accept("set", "schema")) {
            effect.locks(table, LockMode.ACCESS_EXCLUSIVE).risks("moves %s to another schema".formatted(table));
        } else if (action.accept("set", "logged")
                || action.accept("set", "unlogged")
                || action.accept("set", "access", "method")
                || action.accept("set", "tablespace")) {
            effect.locks(table, LockMode.ACCESS_EXCLUSIVE).holds(Hold.REWRITE);
        } else if (action.accept("owner", "to") || action.accept("replica", "identity")) {
            effect.locks(table, LockMode.ACCESS_EXCLUSIVE);
        } else {
            effect.locks(table, LockMode.ACCESS_EXCLUSIVE)
                    .unknown("it is not known here what this does to %s".formatted(table));
        }
    }

    private static void parameters(Words action, String table, Effect effect) {
        boolean light = action.peek()
                .map(Token::text)
                .filter(name -> name.equals("fillfactor") || name.startsWith("autovacuum") || name.startsWith("toast"))
                .isPresent();
        effect.locks(table, light ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE);
    }

    private static void attach(Words action, String table, Effect effect) {
        effect.locks(table, LockMode.SHARE_UPDATE_EXCLUSIVE);
        action.name()
                .ifPresent(partition -> effect.locks(partition, LockMode.ACCESS_EXCLUSIVE)
                        .holds(Hold.READ)
                        .unless("a valid check says that its rows belong there"));
    }

    private static void detach(Words action, String table, Effect effect) {
        boolean concurrently = action.has("concurrently");
        action.name().ifPresent(partition -> effect.locks(partition, LockMode.ACCESS_EXCLUSIVE));
        effect.locks(table, concurrently ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE)
                .risks("takes rows out of %s".formatted(table));
        if (!concurrently) {
            effect.instead("DETACH PARTITION CONCURRENTLY, outside a transaction");
        }
    }
}
