package com.crewyard.deployment.schema;

/**
 * {@code ALTER TABLE … ADD} of a constraint.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES">ALTER TABLE, notes</a>:
 *     a constraint that is NOT VALID needs no scan, and VALIDATE CONSTRAINT scans under SHARE UPDATE EXCLUSIVE
 */
final class Constraints {

    private static final String VALIDATE =
            "ADD CONSTRAINT … NOT VALID, then VALIDATE CONSTRAINT in a later transaction";
    private static final String USING_INDEX =
            "CREATE UNIQUE INDEX CONCURRENTLY, then ADD CONSTRAINT … USING INDEX in a later transaction";

    private Constraints() {}

    /** @return whether it is one, and no column */
    static boolean add(Words action, String table, Effect effect) {
        if (action.accept("constraint")) {
            action.name();
        }
        boolean later = action.has("not", "valid");
        if (action.accept("foreign", "key")) {
            effect.locks(table, LockMode.SHARE_ROW_EXCLUSIVE)
                    .risks("has %s refuse rows that refer to nothing".formatted(table));
            action.everywhereAfter("references").stream()
                    .findFirst()
                    .flatMap(Words::name)
                    .ifPresent(other -> effect.locks(other, LockMode.SHARE_ROW_EXCLUSIVE));
            scanned(effect, later);
            return true;
        }
        if (action.accept("check")) {
            effect.locks(table, LockMode.ACCESS_EXCLUSIVE)
                    .risks("has %s refuse rows that do not pass a new check".formatted(table));
            scanned(effect, later);
            return true;
        }
        if (action.accept("not", "null")) {
            effect.locks(table, LockMode.ACCESS_EXCLUSIVE).risks("has %s refuse nulls".formatted(table));
            scanned(effect, later);
            return true;
        }
        boolean primary = action.accept("primary", "key");
        if (primary || action.accept("unique")) {
            unique(action, table, effect, primary);
            return true;
        }
        if (action.accept("exclude")) {
            effect.locks(table, LockMode.ACCESS_EXCLUSIVE)
                    .holds(Hold.READ)
                    .risks("has %s refuse rows that conflict".formatted(table));
            return true;
        }
        return false;
    }

    private static void scanned(Effect effect, boolean later) {
        if (!later) {
            effect.holds(Hold.READ).instead(VALIDATE);
        }
    }

    private static void unique(Words action, String table, Effect effect, boolean primary) {
        effect.locks(table, LockMode.ACCESS_EXCLUSIVE).risks("has %s refuse what is there twice".formatted(table));
        if (!action.has("using", "index")) {
            effect.holds(Hold.READ).instead(USING_INDEX);
        } else if (primary) {
            effect.holds(Hold.READ).unless("the columns are NOT NULL already");
        }
    }
}
