package com.crewyard.hosting.research;

import com.crewyard.hosting.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;

/**
 * Finds the criteria that several documents share: by name, then by what they are about, and last, when that leaves
 * a row on either side, by having the very same scores.
 */
final class CriterionMerger {

    private static final int FEWEST_EQUAL_SCORES = 3;

    private final List<Draft> drafts = new ArrayList<>();
    private final Map<String, Map<String, Draft>> byDocument = new HashMap<>();
    private final List<Finding> findings;

    private static final class Draft {
        private final String name;
        private final CriterionKind kind;
        private final List<String> aliases = new ArrayList<>();
        private final List<Double> weights = new ArrayList<>();
        /** Category after merging → score of the first document that gave one. */
        private final Map<String, Double> scores = new LinkedHashMap<>();

        Draft(String name) {
            this.name = name;
            this.kind = CriterionKind.of(name);
        }

        boolean isCalled(String criterion) {
            return Names.key(name).equals(Names.key(criterion))
                    || aliases.stream().anyMatch(alias -> Names.key(alias).equals(Names.key(criterion)));
        }
    }

    CriterionMerger(List<Finding> findings) {
        this.findings = findings;
    }

    /** @param category a document's category → what it is called after merging */
    void add(ResearchDocument document, BiFunction<ResearchDocument, String, String> category) {
        DecisionMatrix matrix = document.matrix();
        Map<String, Draft> found = new LinkedHashMap<>();
        Map<String, Map<String, Double>> scores = new LinkedHashMap<>();
        for (String criterion : matrix.criteria()) {
            Map<String, Double> row = new LinkedHashMap<>();
            matrix.categories()
                    .forEach(name -> matrix.score(criterion, name)
                            .ifPresent(score -> row.put(category.apply(document, name), score.value())));
            scores.put(criterion, row);
        }
        for (String criterion : matrix.criteria()) {
            free(found)
                    .filter(draft -> draft.isCalled(criterion))
                    .findFirst()
                    .ifPresent(draft -> found.put(criterion, draft));
        }
        for (String criterion : open(matrix, found)) {
            CriterionKind kind = CriterionKind.of(criterion);
            boolean only = kind != CriterionKind.OTHER
                    && open(matrix, found).stream()
                                    .filter(other -> CriterionKind.of(other) == kind)
                                    .count()
                            == 1;
            List<Draft> alike = free(found).filter(draft -> draft.kind == kind).toList();
            if (only && alike.size() == 1) {
                found.put(criterion, alike.getFirst());
            }
        }
        for (String criterion : open(matrix, found)) {
            List<Draft> alike = free(found)
                    .filter(draft -> sameScores(draft.scores, scores.getOrDefault(criterion, Map.of())))
                    .toList();
            if (alike.size() == 1) {
                found.put(criterion, alike.getFirst());
                findings.add(Finding.warning(
                        document.file(),
                        matrix.line(),
                        "\"%s\" is read as another name of \"%s\": their scores are the same"
                                .formatted(criterion, alike.getFirst().name)));
            }
        }
        for (String criterion : matrix.criteria()) {
            Draft draft = found.computeIfAbsent(criterion, name -> {
                Draft fresh = new Draft(name);
                drafts.add(fresh);
                return fresh;
            });
            if (!draft.name.equals(criterion) && !draft.aliases.contains(criterion)) {
                draft.aliases.add(criterion);
            }
            scores.getOrDefault(criterion, Map.of()).forEach(draft.scores::putIfAbsent);
            Optional.ofNullable(matrix.weights().get(criterion)).ifPresent(draft.weights::add);
        }
        byDocument.put(document.file(), found);
    }

    private java.util.stream.Stream<Draft> free(Map<String, Draft> found) {
        return drafts.stream().filter(draft -> !found.containsValue(draft));
    }

    private static List<String> open(DecisionMatrix matrix, Map<String, Draft> found) {
        return matrix.criteria().stream()
                .filter(name -> !found.containsKey(name))
                .toList();
    }

    private static boolean sameScores(Map<String, Double> known, Map<String, Double> row) {
        return row.size() >= FEWEST_EQUAL_SCORES
                && row.entrySet().stream()
                                .filter(score -> known.containsKey(score.getKey()))
                                .count()
                        >= FEWEST_EQUAL_SCORES
                && row.entrySet().stream()
                        .allMatch(score -> known.getOrDefault(score.getKey(), score.getValue())
                                .equals(score.getValue()));
    }

    /** What a document's criterion is called after merging. */
    String merged(ResearchDocument document, String criterion) {
        Draft draft = byDocument.getOrDefault(document.file(), Map.of()).get(criterion);
        return draft == null ? criterion : draft.name;
    }

    List<Criterion> criteria() {
        return drafts.stream()
                .map(draft -> new Criterion(draft.name, draft.kind, List.copyOf(draft.aliases), mean(draft.weights)))
                .toList();
    }

    private static OptionalDouble mean(List<Double> weights) {
        return weights.stream().mapToDouble(Double::doubleValue).average();
    }
}
