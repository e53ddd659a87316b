package com.crewyard.hosting.plan;

import com.crewyard.hosting.advice.Needs;
import com.crewyard.hosting.plan.Catalogue.Practice;
import com.crewyard.hosting.plan.Catalogue.When;
import com.crewyard.hosting.plan.Plan.Risk;
import com.crewyard.hosting.plan.Plan.Task;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes the tasks of one phase and says which waits for which. */
final class Tasks {

    private static final double UNSKILLED = 1.5;
    private static final double SMALLEST = 0.25;
    private static final Set<String> BEFORE_PLATFORM = Set.of("image", "infrastructure", "delivery");
    private static final List<String> LAST = List.of("watch", "data", "load", "rollback", "traffic");

    private final int phase;
    private final Needs.Team team;
    private final Places places;
    private final String platformSkill;
    private final Measures measures;
    private final Map<String, Draft> drafts = new LinkedHashMap<>();

    private record Draft(Practice practice, Set<String> sources, Optional<String> title, double effort) {}

    /** @param platformSkill the word for knowing the phase's platform */
    Tasks(int phase, Needs.Team team, Places places, String platformSkill, Measures measures) {
        this.phase = phase;
        this.team = team;
        this.places = places;
        this.platformSkill = platformSkill;
        this.measures = measures;
    }

    /** Adds a practice; asked for twice, it is done once and has both sources. */
    void add(Practice practice, List<String> sources) {
        drafts.computeIfAbsent(
                        practice.id(),
                        _ -> new Draft(practice, new LinkedHashSet<>(), Optional.empty(), practice.effort()))
                .sources()
                .addAll(sources);
    }

    /** Adds what an earlier phase already brought and this one only keeps. */
    void keep(Practice practice, Said said) {
        drafts.computeIfAbsent(
                        practice.id(),
                        _ -> new Draft(practice, new LinkedHashSet<>(), Optional.of(sentence(said.text())), SMALLEST))
                .sources()
                .addAll(said.sources());
    }

    /** Adds a sentence that no practice understands: somebody has to say how it is proved. */
    void state(Said said) {
        Practice practice = new Practice(
                "stated-"
                        + (1
                                + drafts.keySet().stream()
                                        .filter(id -> id.startsWith("stated-"))
                                        .count()),
                When.NAMED,
                java.util.regex.Pattern.compile("(?!)"),
                "",
                "platform engineer",
                2,
                "",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                new Risk("It is larger than one sentence shows", "medium", "medium", "It is cut into tasks first."),
                "What it changes is behind a switch until it is proved.",
                List.of("Somebody wrote down beforehand what is measured, and it is met"),
                Optional.empty());
        drafts.put(
                practice.id(),
                new Draft(practice, new LinkedHashSet<>(said.sources()), Optional.of(sentence(said.text())), 2));
    }

    boolean contains(String practice) {
        return drafts.containsKey(practice);
    }

    Set<String> practices() {
        return Set.copyOf(drafts.keySet());
    }

    /** In the order they are worked on. */
    List<Task> tasks(boolean enhancements) {
        List<String> order = new ArrayList<>();
        for (String id : List.of("image", "delivery", "infrastructure", "platform", "secrets")) {
            if (drafts.containsKey(id)) {
                order.add(id);
            }
        }
        drafts.keySet().stream()
                .filter(id -> !order.contains(id) && !LAST.contains(id))
                .forEach(order::add);
        LAST.stream().filter(drafts::containsKey).forEach(order::add);
        List<Task> tasks = new ArrayList<>();
        for (String id : order) {
            tasks.add(task(Optional.ofNullable(drafts.get(id)).orElseThrow(), after(id, order), enhancements));
        }
        return List.copyOf(tasks);
    }

    private List<String> after(String id, List<String> order) {
        List<String> before = switch (id) {
            case "image" -> List.of();
            case "delivery", "infrastructure" -> List.of("image");
            case "platform" -> List.copyOf(BEFORE_PLATFORM);
            case "data" -> List.of("platform", "database", "availability");
            case "watch" -> List.of("platform");
            case "load" ->
                order.stream()
                        .filter(other -> !List.of("load", "rollback", "traffic").contains(other))
                        .toList();
            case "rollback" -> List.of("load");
            case "traffic" -> List.of("rollback", "watch", "data");
            case "canary" -> List.of("platform", "blue-green", "tracing");
            case "migrations" -> List.of("platform", "blue-green");
            default -> List.of("platform");
        };
        return order.stream()
                .filter(other -> before.contains(other) && order.indexOf(other) < order.indexOf(id))
                .map(this::id)
                .toList();
    }

    private String id(String practice) {
        return "p%d-%s".formatted(phase, practice);
    }

    private Task task(Draft draft, List<String> after, boolean enhancement) {
        Practice practice = draft.practice();
        boolean skilled = practice.skill().isEmpty()
                || team.skills().isEmpty()
                || team.skills().contains(skill(practice));
        List<Risk> risks = new ArrayList<>();
        risks.add(new Risk(
                places.fill(practice.risk().text()),
                practice.risk().likelihood(),
                practice.risk().impact(),
                places.fill(practice.risk().answer())));
        if (!skilled) {
            risks.add(new Risk(
                    "Nobody in the team knows %s yet".formatted(skill(practice)),
                    "high",
                    "medium",
                    "The effort counts one and a half times; a rehearsal comes first."));
        }
        return new Task(
                id(practice.id()),
                practice.id(),
                draft.title().orElseGet(() -> places.fill(practice.title())),
                practice.owner(),
                draft.effort() * (skilled ? 1 : UNSKILLED),
                0,
                0,
                after,
                List.copyOf(risks),
                places.fill(practice.rollback()),
                practice.checks().stream().map(places::fill).toList(),
                enhancement
                        ? practice.trigger()
                                .map(places::fill)
                                .flatMap(text -> measures.written(text, "assumed: no document says when"))
                        : Optional.empty(),
                practice.generators(),
                List.copyOf(draft.sources()));
    }

    private String skill(Practice practice) {
        return practice.skill().equals("platform") ? platformSkill : practice.skill();
    }

    private static String sentence(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1).replaceFirst("\\.$", "");
    }
}
