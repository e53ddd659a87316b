package com.crewyard.hosting.research;

import com.crewyard.hosting.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Puts documents together. The order they are given in decides names, never numbers. */
public final class ResearchMerger {

    private final List<Finding> findings = new ArrayList<>();
    private final CategoryMerger categories = new CategoryMerger();
    private final CriterionMerger criteria = new CriterionMerger(findings);

    private ResearchMerger() {}

    public static Research merge(List<ResearchDocument> documents) {
        return new ResearchMerger().merged(documents);
    }

    private Research merged(List<ResearchDocument> all) {
        List<ResearchDocument> counting =
                all.stream().filter(document -> newer(document, all).isEmpty()).toList();
        List<ResearchDocument> replaced = new ArrayList<>(all);
        replaced.removeAll(counting);
        replaced.forEach(document -> findings.add(Finding.warning(
                document.file(),
                1,
                "version %d is replaced by version %d in %s"
                        .formatted(
                                document.frontMatter().version(),
                                newer(document, all).orElseThrow().frontMatter().version(),
                                newer(document, all).orElseThrow().file()))));
        counting.forEach(categories::add);
        counting.forEach(document -> criteria.add(document, categories::merged));
        Map<String, Map<String, Cell>> cells = cells(counting);
        reportGaps(cells, counting);
        return new Research(
                counting,
                List.copyOf(replaced),
                categories.categories(),
                criteria.criteria(),
                cells,
                phases(counting),
                findings.stream().sorted().distinct().toList());
    }

    /** A later version of the same author on the same topic; of two equal ones the first given counts. */
    private static Optional<ResearchDocument> newer(ResearchDocument document, List<ResearchDocument> all) {
        return all.stream()
                .filter(other -> other != document)
                .filter(other -> Names.key(other.frontMatter().topic())
                        .equals(Names.key(document.frontMatter().topic())))
                .filter(other -> Names.key(other.frontMatter().model())
                        .equals(Names.key(document.frontMatter().model())))
                .filter(other ->
                        other.frontMatter().version() > document.frontMatter().version()
                                || (other.frontMatter().version()
                                                == document.frontMatter().version()
                                        && all.indexOf(other) < all.indexOf(document)))
                .max(java.util.Comparator.comparingInt(
                        other -> other.frontMatter().version()));
    }

    private Map<String, Map<String, Cell>> cells(List<ResearchDocument> documents) {
        Map<String, Map<String, Cell>> cells = new LinkedHashMap<>();
        for (Criterion criterion : criteria.criteria()) {
            Map<String, Cell> row = new LinkedHashMap<>();
            for (MergedCategory category : categories.categories()) {
                row.put(category.name(), cell(documents, criterion.name(), category.name()));
            }
            cells.put(criterion.name(), row);
        }
        return cells;
    }

    private Cell cell(List<ResearchDocument> documents, String criterion, String category) {
        List<Citation> sources = new ArrayList<>();
        double low = Score.BEST;
        double high = Score.WORST;
        for (ResearchDocument document : documents) {
            Optional<Score> score = score(document, criterion, category);
            if (score.isPresent()) {
                low = Math.min(low, score.get().low());
                high = Math.max(high, score.get().high());
                sources.add(new Citation(
                        document.file(),
                        score.get().line(),
                        document.frontMatter().model(),
                        document.frontMatter().version(),
                        score.get().value()));
            }
        }
        return sources.isEmpty() ? Cell.UNKNOWN : Cell.of(sources, low, high);
    }

    private Optional<Score> score(ResearchDocument document, String criterion, String category) {
        DecisionMatrix matrix = document.matrix();
        for (String ownCriterion : matrix.criteria()) {
            if (criteria.merged(document, ownCriterion).equals(criterion)) {
                for (String ownCategory : matrix.categories()) {
                    if (categories.merged(document, ownCategory).equals(category)) {
                        return matrix.score(ownCriterion, ownCategory);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private void reportGaps(Map<String, Map<String, Cell>> cells, List<ResearchDocument> documents) {
        if (documents.isEmpty() || cells.isEmpty()) {
            return;
        }
        cells.forEach((criterion, row) -> row.forEach((category, cell) -> {
            if (!cell.scored()
                    && cells.values().stream()
                            .anyMatch(other ->
                                    other.getOrDefault(category, Cell.UNKNOWN).scored())) {
                findings.add(Finding.warning(
                        documents.getFirst().file(),
                        Math.max(1, documents.getFirst().matrix().line()),
                        "no document scores \"%s\" for \"%s\"; the middle of the scale stands in for it"
                                .formatted(category, criterion)));
            }
        }));
    }

    private static List<Phase> phases(List<ResearchDocument> documents) {
        Map<Integer, Phase> phases = new TreeMap<>();
        for (ResearchDocument document : documents) {
            document.phases().forEach(phase -> phases.merge(phase.number(), phase, ResearchMerger::together));
        }
        return List.copyOf(phases.values());
    }

    private static Phase together(Phase first, Phase second) {
        return new Phase(
                first.number(),
                first.name(),
                first.window().or(second::window),
                union(first.steps(), second.steps(), statement -> Names.key(statement.text())),
                union(first.triggers(), second.triggers(), Condition::toString),
                union(first.targets(), second.targets(), Condition::toString),
                union(first.components(), second.components(), Names::key),
                first.line());
    }

    private static <T> List<T> union(List<T> first, List<T> second, java.util.function.Function<T, String> key) {
        Map<String, T> union = new LinkedHashMap<>();
        first.forEach(item -> union.putIfAbsent(key.apply(item), item));
        second.forEach(item -> union.putIfAbsent(key.apply(item), item));
        return List.copyOf(union.values());
    }
}
