package com.crewyard.deployment.schema;

import com.crewyard.deployment.catalog.SqlFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What one new file does, in sentences. */
final class FileReview {

    private final List<String> locks = new ArrayList<>();
    private final List<String> risks = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private boolean blocks;

    private record Placed(Statement statement, Effect effect) {}

    private FileReview() {}

    static FileReview of(SqlFile file, Classifier classifier) {
        Statements statements = Statements.of(file.text());
        List<Placed> all = statements.all().stream()
                .map(statement -> new Placed(statement, classifier.classify(statement)))
                .toList();
        FileReview review = new FileReview();
        List<Optional<Integer>> kept = keptUntil(all);
        for (int i = 0; i < all.size(); i++) {
            review.tell(
                    file.name() + ":" + all.get(i).statement().line(),
                    all.get(i).effect(),
                    kept.get(i));
        }
        long told =
                all.stream().filter(placed -> placed.effect().isWorthTelling()).count();
        statements.trouble().ifPresent(trouble -> review.trouble(file.name(), trouble));
        review.count(file.name(), all.size() - told, told > 0);
        return review;
    }

    List<String> locks() {
        return locks;
    }

    List<String> risks() {
        return risks;
    }

    List<String> unknown() {
        return unknown;
    }

    boolean blocks() {
        return blocks;
    }

    private void tell(String place, Effect effect, Optional<Integer> keptUntil) {
        blocks |= effect.blocks();
        if (effect.blocks() || effect.hold() != Hold.MOMENT) {
            locks.add("%s %s: %s".formatted(place, effect.what(), sentence(effect, keptUntil)));
        }
        effect.risks().forEach(risk -> risks.add("%s %s".formatted(place, risk)));
        effect.unknown().ifPresent(reason -> {
            unknown.add("%s %s, and %s".formatted(place, effect.what(), reason));
            if (effect.locks().isEmpty()) {
                locks.add("%s %s: what it locks cannot be told, for %s".formatted(place, effect.what(), reason));
            }
        });
    }

    private static String sentence(Effect effect, Optional<Integer> keptUntil) {
        StringBuilder text = new StringBuilder();
        text.append(effect.locks().entrySet().stream()
                .map(lock -> "%s on %s".formatted(lock.getValue(), lock.getKey()))
                .collect(Collectors.joining(", ")));
        text.append(text.isEmpty() ? "nothing is locked " : " ").append(effect.hold());
        if (!effect.conditions().isEmpty()) {
            text.append(" (a moment if ")
                    .append(String.join(" and ", effect.conditions()))
                    .append(')');
        }
        text.append(", ").append(blocked(effect));
        keptUntil
                .filter(_ -> effect.blocks())
                .ifPresent(line -> text.append(
                        ", and kept until line %d is through, where a file is one transaction".formatted(line)));
        if (!effect.instead().isEmpty()) {
            text.append("; instead: ").append(String.join("; or ", effect.instead()));
        }
        return text.toString();
    }

    private static String blocked(Effect effect) {
        String reads = tables(effect, true);
        String writes = tables(effect, false);
        if (!reads.isEmpty()) {
            return "blocks reads and writes of " + reads + (writes.isEmpty() ? "" : " and writes of " + writes);
        }
        if (!writes.isEmpty()) {
            return "blocks writes of " + writes;
        }
        return effect.hold() == Hold.ROWS ? "blocks writes of the same rows" : "blocks neither reads nor writes";
    }

    private static String tables(Effect effect, boolean reads) {
        return effect.locks().entrySet().stream()
                .filter(lock ->
                        lock.getValue().blocksWrites() && lock.getValue().blocksReads() == reads)
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
    }

    /** Locks are kept to the end of the transaction, so a later statement that takes longer has them last longer. */
    private static List<Optional<Integer>> keptUntil(List<Placed> all) {
        boolean apart = all.stream()
                .map(placed -> placed.effect().what())
                .anyMatch(what -> what.contains("CONCURRENTLY") || what.equals("COMMIT"));
        Map<Hold, Integer> lastLines = new EnumMap<>(Hold.class);
        List<Optional<Integer>> kept = new ArrayList<>();
        for (Placed placed : all.reversed()) {
            Hold hold = placed.effect().hold();
            kept.add(lastLines.entrySet().stream()
                    .filter(later -> !apart && later.getKey().compareTo(hold) > 0)
                    .map(Map.Entry::getValue)
                    .max(Comparator.naturalOrder()));
            lastLines.putIfAbsent(hold, placed.statement().line());
        }
        return kept.reversed();
    }

    private void trouble(String file, String trouble) {
        locks.add("%s cannot be read to its end: %s".formatted(file, trouble));
        unknown.add("%s cannot be read to its end: %s".formatted(file, trouble));
    }

    private void count(String file, long harmless, boolean others) {
        if (harmless > 0) {
            locks.add("%s: %d %sstatement%s block%s nobody"
                    .formatted(
                            file,
                            harmless,
                            others ? "other " : "",
                            harmless == 1 ? "" : "s",
                            harmless == 1 ? "s" : ""));
        }
    }
}
