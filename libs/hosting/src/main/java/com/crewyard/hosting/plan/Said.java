package com.crewyard.hosting.plan;

import com.crewyard.hosting.research.Flowchart;
import com.crewyard.hosting.research.Flowchart.Edge;
import com.crewyard.hosting.research.Flowchart.Node;
import com.crewyard.hosting.research.Phase;
import com.crewyard.hosting.research.ResearchDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A sentence, or the text of a box or an arrow in a flowchart, with the lines it was read on.
 *
 * @param drawn whether it comes from a flowchart
 */
record Said(String text, List<String> sources, boolean drawn) {

    /** Everything the documents say of a phase, each thing once: first what they draw, then what they write. */
    static List<Said> ofPhase(List<ResearchDocument> documents, int number) {
        Map<String, Said> said = new LinkedHashMap<>();
        for (ResearchDocument document : documents) {
            document.phases().stream()
                    .filter(phase -> phase.number() == number)
                    .forEach(phase -> drawn(document, phase).forEach(drawing -> add(said, drawing)));
        }
        for (ResearchDocument document : documents) {
            document.phases().stream().filter(phase -> phase.number() == number).forEach(phase -> {
                phase.steps()
                        .forEach(step ->
                                add(said, new Said(step.text(), List.of(document.file() + ":" + step.line()), false)));
                // "Once there are more than 500 users, go to …" names a platform beside its condition.
                phase.triggers()
                        .forEach(trigger -> add(
                                said, new Said(trigger.text(), List.of(document.file() + ":" + trigger.line()), true)));
            });
        }
        return List.copyOf(said.values());
    }

    /** What the documents would add later. */
    static List<Said> later(List<ResearchDocument> documents) {
        Map<String, Said> said = new LinkedHashMap<>();
        for (ResearchDocument document : documents) {
            document.enhancements()
                    .forEach(enhancement -> add(
                            said,
                            new Said(enhancement.text(), List.of(document.file() + ":" + enhancement.line()), false)));
        }
        return List.copyOf(said.values());
    }

    private static List<Said> drawn(ResearchDocument document, Phase phase) {
        List<Said> drawn = new ArrayList<>();
        for (Flowchart chart : document.flowcharts()) {
            for (Node node : chart.nodes().values()) {
                if (phase.components().contains(node.text())) {
                    drawn.add(new Said(node.text(), List.of(document.file() + ":" + node.line()), true));
                }
            }
            for (Edge edge : chart.edges()) {
                boolean within = Optional.ofNullable(chart.nodes().get(edge.from()))
                        .map(Node::text)
                        .filter(phase.components()::contains)
                        .isPresent();
                if (within && edge.label().length() > 3) {
                    drawn.add(new Said(edge.label(), List.of(document.file() + ":" + edge.line()), true));
                }
            }
        }
        if (drawn.isEmpty()) {
            phase.components()
                    .forEach(component ->
                            drawn.add(new Said(component, List.of(document.file() + ":" + phase.line()), true)));
        }
        return drawn;
    }

    private static void add(Map<String, Said> said, Said more) {
        String key = more.text()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}<>]+", " ")
                .strip();
        said.merge(key, more, (first, second) -> {
            List<String> sources = new ArrayList<>(first.sources());
            second.sources().stream()
                    .filter(source -> !sources.contains(source))
                    .forEach(sources::add);
            return new Said(first.text(), List.copyOf(sources), first.drawn());
        });
    }
}
