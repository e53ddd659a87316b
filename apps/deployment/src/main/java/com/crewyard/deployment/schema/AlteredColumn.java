package com.crewyard.deployment.schema;

/**
 * {@code ALTER TABLE … ALTER COLUMN}.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">ALTER TABLE</a>: SET NOT NULL scans the table
 *     unless a valid check proves it, and a new type rewrites it unless the former is binary coercible to it
 */
final class AlteredColumn {

    private AlteredColumn() {}

    static void alter(Words action, String table, Effect effect) {
        String column = action.name().orElse("");
        String place = "%s of %s".formatted(column, table);
        if (action.accept("set", "statistics") || action.accept("set", "(") || action.accept("reset", "(")) {
            effect.locks(table, LockMode.SHARE_UPDATE_EXCLUSIVE);
            return;
        }
        effect.locks(table, LockMode.ACCESS_EXCLUSIVE);
        if (action.accept("type") || action.accept("set", "data", "type")) {
            type(action, place, effect);
        } else if (action.accept("set", "not", "null")) {
            effect.holds(Hold.READ)
                    .unless("a valid check says %s IS NOT NULL".formatted(column))
                    .instead("ADD CONSTRAINT … CHECK (%s IS NOT NULL) NOT VALID, VALIDATE CONSTRAINT, then SET NOT NULL"
                            .formatted(column))
                    .risks("has %s refuse nulls".formatted(place));
        } else if (action.accept("drop", "not", "null")) {
            effect.risks("allows nulls in %s, which it may not expect".formatted(place));
        } else if (action.accept("drop", "default")
                || action.accept("drop", "identity")
                || action.accept("drop", "expression")) {
            effect.risks("takes the value away that %s has by itself".formatted(place));
        } else if (action.accept("set", "expression")) {
            effect.holds(Hold.REWRITE).risks("computes %s in another way".formatted(place));
        } else if (action.accept("add", "generated")) {
            effect.risks("has %s filled by itself".formatted(place));
        } else if (!action.accept("set", "default")
                && !action.accept("set", "storage")
                && !action.accept("set", "compression")) {
            effect.unknown("it is not known here what this does to %s".formatted(place));
        }
    }

    private static void type(Words action, String place, Effect effect) {
        boolean text = action.accept("text");
        boolean limited = action.accept("varchar") || action.accept("character", "varying");
        effect.holds(Hold.REWRITE).risks("changes the type of %s".formatted(place));
        if (!action.has("using") && (text || limited)) {
            effect.unless(text ? "it is a varchar" : "it is a varchar that is not longer");
        }
        effect.instead("ADD COLUMN of the new type, written by both releases, and the rows in batches");
    }
}
