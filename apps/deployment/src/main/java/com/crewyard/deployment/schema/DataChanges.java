package com.crewyard.deployment.schema;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Statements on rows.
 *
 * @see <a href="https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-ROWS">Row-level locks</a>: a row that
 *     is changed blocks those who change it too, until the transaction ends, and nobody who reads it
 */
final class DataChanges {

    private static final Set<String> QUERIES = Set.of("select", "with", "values", "table", "(");

    /** Functions that read, or that dumps of schemas begin with. */
    private static final Set<String> HARMLESS_CALLS = Set.of(
            "set_config",
            "setval",
            "count",
            "coalesce",
            "now",
            "max",
            "min",
            "sum",
            "exists",
            "in",
            "values",
            "and",
            "or",
            "not",
            "from",
            "where",
            "select",
            "any",
            "all",
            "as",
            "over",
            "on",
            "using");

    private DataChanges() {}

    static Optional<Effect> effect(Words words, Known known) {
        String first = words.peek().map(Token::text).orElse("");
        boolean query = QUERIES.contains(first);
        if (!query && !Set.of("insert", "update", "delete", "merge", "copy").contains(first)) {
            return Optional.empty();
        }
        if (first.equals("copy")) {
            return Optional.of(copy(words));
        }
        List<String> search = words.calls();
        if (first.equals("select") && search.contains("set_config")) {
            known.forgetUnqualified();
        }
        Effect effect = new Effect(title(first, words));
        boolean changes = changed(words, effect, known);
        if (query && !changes) {
            search.stream()
                    .filter(call -> !HARMLESS_CALLS.contains(call))
                    .findFirst()
                    .ifPresent(call -> effect.unknown("%s() does what its code says".formatted(call)));
        }
        return Optional.of(effect);
    }

    private static String title(String first, Words words) {
        List<Words> targets = first.equals("update")
                ? words.everywhereAfter("update")
                : first.equals("delete") ? words.everywhereAfter("delete", "from") : words.everywhereAfter("into");
        return first.toUpperCase(Locale.ROOT)
                + targets.stream()
                        .findFirst()
                        .flatMap(DataChanges::table)
                        .map(" "::concat)
                        .orElse("");
    }

    /** Wherever in the statement: {@code WITH} may hold several of them. */
    private static boolean changed(Words words, Effect effect, Known known) {
        boolean changes = false;
        for (String[] verb : new String[][] {{"insert", "into"}, {"update"}, {"delete", "from"}, {"merge", "into"}}) {
            for (Words rest : words.everywhereAfter(verb)) {
                Optional<String> table = table(rest);
                // FOR UPDATE, DO UPDATE SET and FOR NO KEY UPDATE name no table.
                if (table.isPresent() && !Set.of("set", "of", "skip", "nowait").contains(table.get())) {
                    changes = true;
                    effect.locks(table.get(), LockMode.ROW_EXCLUSIVE);
                    if (!verb[0].equals("insert") && !known.isNew(table.get())) {
                        effect.holds(Hold.ROWS)
                                .instead("in batches, each in a transaction of its own, where the rows are many");
                    }
                    if (verb[0].equals("delete") && !known.isNew(table.get())) {
                        effect.risks("deletes rows of %s".formatted(table.get()));
                    }
                }
            }
        }
        return changes;
    }

    private static Optional<String> table(Words words) {
        words.accept("only");
        return words.name();
    }

    private static Effect copy(Words words) {
        words.accept("copy");
        Optional<String> table = words.name();
        Effect effect = new Effect("COPY " + table.orElse("a query"));
        boolean from = words.has("from");
        table.ifPresent(name -> effect.locks(name, from ? LockMode.ROW_EXCLUSIVE : LockMode.ACCESS_SHARE));
        return effect;
    }
}
