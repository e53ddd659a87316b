package com.crewyard.hosting.research;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the categories that several documents share, the likest pairs first. */
final class CategoryMerger {

    private static final double SHARED_OFFERINGS = 0.5;

    private final List<Draft> drafts = new ArrayList<>();
    private final Map<String, Map<String, Draft>> byDocument = new HashMap<>();

    private static final class Draft {
        private final String name;
        private final List<String> aliases = new ArrayList<>();
        private final Map<String, String> offerings = new LinkedHashMap<>();
        private final Map<String, String> strengths = new LinkedHashMap<>();
        private final Map<String, String> weaknesses = new LinkedHashMap<>();
        private final Map<String, String> bestFit = new LinkedHashMap<>();
        private final List<String> files = new ArrayList<>();

        Draft(String name) {
            this.name = name;
        }

        void take(String file, Category category) {
            if (!category.name().equals(name) && !aliases.contains(category.name())) {
                aliases.add(category.name());
            }
            add(offerings, category.offerings());
            add(strengths, category.strengths());
            add(weaknesses, category.weaknesses());
            add(bestFit, category.bestFit());
            files.add(file);
        }

        private static void add(Map<String, String> known, List<String> phrases) {
            phrases.forEach(phrase -> known.putIfAbsent(Names.key(phrase), phrase));
        }

        double likeness(Category category) {
            double byName = Math.max(
                    Names.likeness(name, category.name()),
                    aliases.stream()
                            .mapToDouble(alias -> Names.likeness(alias, category.name()))
                            .max()
                            .orElse(0));
            long shared = category.offerings().stream()
                    .filter(offering -> offerings.containsKey(Names.key(offering)))
                    .count();
            boolean sameOffer = !category.offerings().isEmpty()
                    && shared
                            >= SHARED_OFFERINGS * Math.min(category.offerings().size(), offerings.size())
                    && shared > 1;
            return Math.max(byName, sameOffer ? Names.SAME : 0);
        }
    }

    void add(ResearchDocument document) {
        record Pair(Draft draft, Category category, double likeness) {}
        List<Pair> pairs = document.categories().stream()
                .flatMap(category -> drafts.stream().map(draft -> new Pair(draft, category, draft.likeness(category))))
                .filter(pair -> pair.likeness() >= Names.SAME)
                .sorted(Comparator.comparingDouble(Pair::likeness).reversed())
                .toList();
        Map<String, Draft> found = new LinkedHashMap<>();
        for (Pair pair : pairs) {
            if (!found.containsKey(pair.category().name()) && !found.containsValue(pair.draft())) {
                found.put(pair.category().name(), pair.draft());
            }
        }
        for (Category category : document.categories()) {
            Draft draft = found.computeIfAbsent(category.name(), name -> {
                Draft fresh = new Draft(name);
                drafts.add(fresh);
                return fresh;
            });
            draft.take(document.file(), category);
        }
        byDocument.put(document.file(), found);
    }

    /** What a document's category is called after merging. */
    String merged(ResearchDocument document, String category) {
        Draft draft = byDocument.getOrDefault(document.file(), Map.of()).get(category);
        return draft == null ? category : draft.name;
    }

    List<MergedCategory> categories() {
        return drafts.stream()
                .map(draft -> new MergedCategory(
                        draft.name,
                        List.copyOf(draft.aliases),
                        List.copyOf(draft.offerings.values()),
                        List.copyOf(draft.strengths.values()),
                        List.copyOf(draft.weaknesses.values()),
                        List.copyOf(draft.bestFit.values()),
                        List.copyOf(draft.files)))
                .toList();
    }
}
