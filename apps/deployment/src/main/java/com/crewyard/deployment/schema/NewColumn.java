package com.crewyard.deployment.schema;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code ALTER TABLE … ADD COLUMN}.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES">ALTER TABLE, notes</a>: a
 *     default that is not volatile is kept beside the rows, while a volatile one, a stored generated column and an identity
 *     rewrite the table
 */
final class NewColumn {

    private static final Set<String> VOLATILE = Set.of(
            "random",
            "clock_timestamp",
            "timeofday",
            "nextval",
            "gen_random_uuid",
            "uuid_generate_v4",
            "uuid_generate_v1",
            "uuidv4",
            "uuidv7");

    /** Functions of PostgreSQL that are stable or immutable, and types, which take their length in brackets. */
    private static final Set<String> NOT_VOLATILE = Set.of(
            "now",
            "transaction_timestamp",
            "statement_timestamp",
            "current_setting",
            "coalesce",
            "nullif",
            "lower",
            "upper",
            "make_interval",
            "jsonb_build_object",
            "jsonb_build_array",
            "varchar",
            "char",
            "numeric",
            "decimal",
            "timestamp",
            "timestamptz",
            "time",
            "bit");

    /** What may stand before brackets behind a default, and is no call. */
    private static final Set<String> KEY_WORDS =
            Set.of("check", "references", "unique", "key", "in", "and", "or", "not");

    private static final Set<String> SERIALS =
            Set.of("serial", "bigserial", "smallserial", "serial2", "serial4", "serial8");

    private NewColumn() {}

    static void add(Words column, String table, Effect effect) {
        String name = column.name().orElse("");
        effect.locks(table, LockMode.ACCESS_EXCLUSIVE);
        boolean serial =
                column.peek().filter(type -> SERIALS.contains(type.text())).isPresent();
        boolean identity = column.has("as", "identity");
        boolean generated = column.has("generated", "always", "as", "(");
        if (serial || identity) {
            effect.holds(Hold.REWRITE).instead("ADD COLUMN without it, SET DEFAULT, and the rows in batches");
        } else if (generated && !column.has("virtual")) {
            effect.holds(Hold.REWRITE);
        }
        Optional<Words> given = column.after("default");
        given.ifPresent(value -> defaulted(value, effect));
        boolean required = column.has("not", "null") || column.has("primary", "key");
        if (required && given.isEmpty() && !serial && !identity && !generated) {
            effect.risks("adds the column %s of %s, NOT NULL and without a default, which it does not write"
                    .formatted(name, table));
        }
        inline(column, effect);
    }

    private static void defaulted(Words value, Effect effect) {
        List<String> calls = value.calls();
        if (calls.stream().anyMatch(VOLATILE::contains)) {
            effect.holds(Hold.REWRITE).instead("ADD COLUMN without a default, SET DEFAULT, and the rows in batches");
            return;
        }
        calls.stream()
                .filter(call -> !NOT_VOLATILE.contains(call) && !KEY_WORDS.contains(call))
                .findFirst()
                .ifPresent(call -> effect.holds(Hold.REWRITE).unless("%s() is STABLE or IMMUTABLE".formatted(call)));
    }

    private static void inline(Words column, Effect effect) {
        if (column.has("check")) {
            effect.holds(Hold.READ);
        }
        if (column.has("unique") || column.has("primary", "key")) {
            effect.holds(Hold.READ)
                    .instead("ADD COLUMN alone, CREATE UNIQUE INDEX CONCURRENTLY, then ADD CONSTRAINT … USING INDEX");
        }
        column.after("references")
                .flatMap(Words::name)
                .ifPresent(
                        other -> effect.locks(other, LockMode.SHARE_ROW_EXCLUSIVE)
                                .holds(Hold.READ)
                                .instead(
                                        "ADD COLUMN alone, then ADD CONSTRAINT … FOREIGN KEY … NOT VALID and VALIDATE CONSTRAINT"));
    }
}
