package com.crewyard.hosting.plan;

import com.crewyard.hosting.advice.Advice;
import com.crewyard.hosting.advice.Needs;
import com.crewyard.hosting.costs.PriceBook;
import com.crewyard.hosting.plan.Plan.PhasePlan;
import com.crewyard.hosting.plan.Plan.Recommendation;
import com.crewyard.hosting.plan.Plan.Source;
import com.crewyard.hosting.research.Condition;
import com.crewyard.hosting.research.Phase;
import com.crewyard.hosting.research.Phase.Window;
import com.crewyard.hosting.research.ResearchDocument;
import com.crewyard.hosting.spec.AppSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes an implementation plan of advice, needs and an app spec. Phases, their triggers and their steps come from the
 * documents; what every phase needs besides comes from {@code practices.yaml}. Without phases in the documents, there is
 * one: on the first-ranked kind of hosting.
 */
public final class Planner {

    private static final int PEOPLE = 2;

    private final Advice advice;
    private final Needs needs;
    private final AppSpec app;
    private final PriceBook prices;

    public Planner(Advice advice, Needs needs, AppSpec app, PriceBook prices) {
        this.advice = advice;
        this.needs = needs;
        this.app = app;
        this.prices = prices;
    }

    /** @throws IllegalArgumentException when there is neither a phase nor a category to make one of */
    public Plan plan() {
        List<ResearchDocument> documents = advice.research().documents();
        Catalogue catalogue = Catalogue.shipped();
        Platforms platforms = new Platforms(advice, catalogue.platforms());
        Measures measures = new Measures(app.app(), catalogue.metrics());
        int people = Math.max(1, needs.team().people().orElse(PEOPLE));
        List<Stage> stages = stages(documents, platforms, measures);
        List<PhasePlan> phases = new ArrayList<>();
        PhasePlanner planner = new PhasePlanner(needs, app, prices, catalogue, platforms, measures, people);
        for (int i = 0; i < stages.size(); i++) {
            phases.add(planner.plan(
                    stages.get(i), i + 1 < stages.size() ? Optional.of(stages.get(i + 1)) : Optional.empty()));
        }
        return new Plan(
                app.app(),
                documents.stream()
                        .map(document -> new Source(
                                document.file(),
                                document.frontMatter().topic(),
                                document.frontMatter().model(),
                                document.frontMatter().version()))
                        .toList(),
                people,
                advice.ranking().stream()
                        .findFirst()
                        .map(first -> new Recommendation(first.category(), first.score(), first.wins())),
                start(stages),
                List.copyOf(phases),
                notes(stages));
    }

    private List<Stage> stages(List<ResearchDocument> documents, Platforms platforms, Measures measures) {
        List<Stage> stages = new ArrayList<>();
        for (Phase phase : advice.research().phases()) {
            stages.add(new Stage(
                    phase.number(),
                    phase.name(),
                    phase.window(),
                    Said.ofPhase(documents, phase.number()),
                    measured(documents, phase.number(), measures, true),
                    measured(documents, phase.number(), measures, false),
                    false));
        }
        if (stages.isEmpty()) {
            stages.add(ofRanking(platforms));
        }
        List<Said> later = Said.later(documents);
        if (!later.isEmpty()) {
            int number = stages.getLast().number() + 1;
            stages.add(new Stage(number, "Enhancements", Optional.empty(), later, List.of(), List.of(), true));
        }
        return List.copyOf(stages);
    }

    /** Conditions of a phase over all documents; the same number of the same metric counts once. */
    private static List<Measure> measured(
            List<ResearchDocument> documents, int number, Measures measures, boolean triggers) {
        Map<String, Measure> found = new LinkedHashMap<>();
        for (ResearchDocument document : documents) {
            for (Phase phase : document.phases()) {
                if (phase.number() == number) {
                    for (Condition condition : triggers ? phase.triggers() : phase.targets()) {
                        Measure measure = measures.stated(condition, document.file());
                        found.putIfAbsent(measure.text(), measure);
                    }
                }
            }
        }
        return List.copyOf(found.values());
    }

    private Stage ofRanking(Platforms platforms) {
        String category = advice.ranking().stream()
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                "the documents have neither phases nor a category that the needs leave over; add a decision matrix or relax the needs"))
                .category();
        String platform = advice.research()
                .category(category)
                .flatMap(platforms::best)
                .map(Catalogue.Platform::name)
                .orElse(category);
        return new Stage(
                1,
                "Launch",
                Optional.<Window>empty(),
                List.of(new Said(platform, List.of(), true)),
                List.of(),
                List.of(),
                false);
    }

    /** The last phase whose request rate the needs already have; those before it are stepped over. */
    private int start(List<Stage> stages) {
        double steady = needs.load().steady().orElse(Needs.DEFAULT_STEADY);
        return stages.stream()
                .filter(stage -> stage.rate().isPresent() && stage.rate().getAsDouble() < steady)
                .map(Stage::number)
                .max(Comparator.naturalOrder())
                .orElse(stages.getFirst().number());
    }

    private List<String> notes(List<Stage> stages) {
        List<String> notes = new ArrayList<>();
        int start = start(stages);
        if (start > stages.getFirst().number()) {
            notes.add("Begin with phase %d: the needs already have the load that begins it.".formatted(start));
        }
        advice.excluded()
                .forEach(exclusion -> notes.add(
                        "%s does not come into question: %s".formatted(exclusion.subject(), exclusion.reason())));
        if (needs.team().people().isEmpty()) {
            notes.add("The needs do not say how many people there are; %d are assumed.".formatted(PEOPLE));
        }
        if (advice.research().phases().isEmpty()) {
            notes.add("The documents have no phases; this is one phase on the kind of hosting that ranks first.");
        }
        return List.copyOf(notes);
    }
}
