package com.crewyard.deployment.schema;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Says what statements lock, for how long, and what a release from before may fail at, by PostgreSQL's documentation of each
 * command and of explicit locking. What it does not know, it says that it does not.
 */
final class Classifier {

    private final Known known = new Known();
    private final Creations creations = new Creations(known);
    private final Drops drops = new Drops(known);
    private final Alterations alterations = new Alterations(known);

    /** Learns from a statement that ran before. */
    void learn(Statement statement) {
        Words words = new Words(statement.tokens());
        if (words.accept("create")) {
            creations.learn(words);
        }
    }

    /** Classifies a statement that is to run, after those that were given before. */
    Effect classify(Statement statement) {
        Words words = new Words(statement.tokens());
        Effect effect = effect(words, statement.tokens());
        effect.locks().keySet().removeIf(known::isNew);
        return effect;
    }

    private Effect effect(Words words, List<Token> tokens) {
        Optional<String> verb = words.acceptAny("create", "alter", "drop", "truncate", "lock", "comment", "revoke");
        if (verb.isPresent()) {
            return switch (verb.get()) {
                case "create" -> creations.effect(words);
                case "alter" -> alterations.effect(words);
                case "drop" -> drops.effect(words);
                case "truncate" -> truncate(words);
                case "lock" -> lock(words);
                case "comment" -> comment(words);
                default -> new Effect("REVOKE").risks("takes permissions away");
            };
        }
        return DataChanges.effect(words, known)
                .or(() -> Maintenance.effect(words))
                .or(() -> session(words))
                .orElseGet(() -> unknown(tokens));
    }

    private Effect truncate(Words words) {
        words.accept("table");
        List<String> tables = words.names();
        Effect effect = new Effect("TRUNCATE " + String.join(", ", tables));
        tables.forEach(table -> effect.locks(table, LockMode.ACCESS_EXCLUSIVE));
        tables.stream()
                .filter(table -> !known.isNew(table))
                .forEach(table -> effect.risks("empties %s".formatted(table)));
        return words.has("cascade")
                ? effect.unknown("CASCADE empties and locks the tables that refer to it too")
                : effect;
    }

    private static Effect lock(Words words) {
        words.accept("table");
        List<String> tables = words.names();
        LockMode mode = words.accept("in") ? mode(words) : LockMode.ACCESS_EXCLUSIVE;
        Effect effect = new Effect("LOCK " + String.join(", ", tables));
        tables.forEach(table -> effect.locks(table, mode));
        return effect;
    }

    private static LockMode mode(Words words) {
        for (LockMode mode : LockMode.values()) {
            if (words.accept((mode + " mode").toLowerCase(Locale.ROOT).split(" ", -1))) {
                return mode;
            }
        }
        return LockMode.ACCESS_EXCLUSIVE;
    }

    private static Effect comment(Words words) {
        Effect effect = new Effect("COMMENT");
        if (words.accept("on", "table")) {
            words.name().ifPresent(table -> effect.locks(table, LockMode.SHARE_UPDATE_EXCLUSIVE));
        }
        return effect;
    }

    /** What changes nothing but the session or its transaction. */
    private Optional<Effect> session(Words words) {
        boolean path = words.has("search_path");
        Optional<String> verb = words.acceptAny(
                "set",
                "reset",
                "begin",
                "start",
                "commit",
                "end",
                "rollback",
                "savepoint",
                "release",
                "discard",
                "show",
                "analyse",
                "notify",
                "listen");
        if (verb.isPresent() && path) {
            known.forgetUnqualified();
        }
        return verb.map(found -> new Effect(found.toUpperCase(Locale.ROOT)));
    }

    private static Effect unknown(List<Token> tokens) {
        String first = tokens.getFirst().text();
        String word = first.length() > 20 ? first.substring(0, 20) + "…" : first;
        return switch (word) {
            case "do" -> new Effect("DO").unknown("a block does what its code says");
            case "call" -> new Effect("CALL").unknown("a procedure does what its code says");
            case "execute" -> new Effect("EXECUTE").unknown("it runs what was prepared elsewhere");
            default -> new Effect(word.toUpperCase(Locale.ROOT)).unknown("it is no statement that is known here");
        };
    }
}
