package com.crewyard.hosting.plan;

import com.crewyard.hosting.advice.Needs;
import com.crewyard.hosting.advice.Numbers;
import com.crewyard.hosting.costs.PriceBook;
import com.crewyard.hosting.plan.Catalogue.Platform;
import com.crewyard.hosting.plan.Catalogue.Practice;
import com.crewyard.hosting.plan.Plan.Alarm;
import com.crewyard.hosting.plan.Plan.Costs;
import com.crewyard.hosting.plan.Plan.PhasePlan;
import com.crewyard.hosting.plan.Plan.Task;
import com.crewyard.hosting.research.MergedCategory;
import com.crewyard.hosting.spec.AppSpec;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Plans one phase after the other; what an earlier one brought stays. */
final class PhasePlanner {

    /** How far the bill may be above what was computed. */
    private static final double MARGIN = 1.1;

    private final Needs needs;
    private final AppSpec app;
    private final PhaseCosts prices;
    private final Catalogue catalogue;
    private final Platforms platforms;
    private final Criteria criteria;
    private final Measures measures;
    private final int people;

    private Optional<Platform> platform = Optional.empty();
    private final List<Platform> edge = new ArrayList<>();
    private Optional<String> previews = Optional.empty();
    private final Set<String> practices = new LinkedHashSet<>();
    private final Set<String> priced = new LinkedHashSet<>();
    private int lastDay;
    private double load;
    private double spend;

    PhasePlanner(
            Needs needs,
            AppSpec app,
            PriceBook book,
            Catalogue catalogue,
            Platforms platforms,
            Measures measures,
            int people) {
        this.needs = needs;
        this.app = app;
        this.prices = new PhaseCosts(book, needs, app);
        this.catalogue = catalogue;
        this.platforms = platforms;
        this.measures = measures;
        this.criteria = new Criteria(needs, catalogue, measures);
        this.people = people;
        this.load = needs.load().steady().orElse(Needs.DEFAULT_STEADY);
    }

    PhasePlan plan(Stage stage, Optional<Stage> next) {
        List<String> notes = new ArrayList<>();
        Optional<Platform> previous = platform;
        PhaseReading reading = new PhaseReading(catalogue, platforms, app).read(stage, previous);
        notes.addAll(reading.notes());
        platform = reading.platform().or(() -> previous);
        reading.edges().stream().filter(found -> !edge.contains(found)).forEach(edge::add);
        load = Math.max(load, stage.rate().orElse(0));
        double peak = Math.max(
                Math.max(needs.load().peak().orElse(load), load),
                next.map(Stage::rate).orElseGet(java.util.OptionalDouble::empty).orElse(load));
        String name = platform.map(Platform::name).orElse("the platform");
        boolean moves = previous.isPresent() && !previous.equals(platform);

        reading.found().keySet().stream()
                .map(Practice::priced)
                .flatMap(Optional::stream)
                .forEach(priced::add);
        Set<String> before = Set.copyOf(practices);
        reading.found().keySet().forEach(practice -> practices.add(practice.id()));
        Costs costs = prices.of(
                name,
                platform.flatMap(platforms::category).map(MergedCategory::name),
                edge.stream().map(Platform::name).toList(),
                practices,
                priced,
                load);

        Places places = new Places(app)
                .with("platform", name)
                .with("previous", previous.map(Platform::name).orElse("where it was"))
                .with("peak", Numbers.plain(peak) + " req/s");
        double total = costs.total().orElse(0);
        places = places.with("spend", Numbers.plain(Math.ceil(spend == 0 ? total : spend)) + " USD")
                .with("saving", Numbers.plain(Math.ceil(total * MARGIN)) + " USD");
        spend = total;
        Tasks tasks = new Tasks(
                stage.number(),
                needs.team(),
                places.with("platform", name),
                platform.flatMap(Platform::target).orElse("hosting"),
                measures);
        foundations(tasks, stage, previous.isEmpty(), moves);
        reading.found().forEach((practice, said) -> {
            boolean kept =
                    before.contains(practice.id()) && (!moves || practice.id().equals("previews"));
            if (kept && !stage.later()) {
                tasks.keep(practice, said.getFirst());
            } else {
                tasks.add(
                        practice,
                        said.stream().flatMap(one -> one.sources().stream()).toList());
            }
        });
        reading.stated().forEach(tasks::state);
        if (tasks.contains("previews")) {
            previews = previews.or(() -> Optional.of(name));
        }

        int from = Math.max(lastDay, stage.fromDay());
        List<Task> scheduled = Schedule.of(tasks.tasks(stage.later()), people, from);
        int to = (int)
                Math.ceil(scheduled.stream().mapToDouble(Task::endDay).max().orElse(from));
        lastDay = to;
        overrun(stage, from, to).ifPresent(notes::add);

        List<Measure> entry = criteria.entry(stage, previous.isEmpty(), criteria.triggers(stage, platforms, app));
        List<Measure> exit = criteria.exit(stage, scheduled, costs);
        List<Alarm> alarms = alarms(next, scheduled);
        PhaseFiles files = new PhaseFiles(app, needs.regions().stream().findFirst());
        files.generate(stage.number(), generators(reading, scheduled, previous), platform.flatMap(Platform::target));
        files.rules(stage.number(), alarms);
        return new PhasePlan(
                stage.number(),
                stage.name(),
                name,
                stage.window().map(window -> window.text()),
                from,
                to,
                entry,
                exit,
                scheduled,
                costs,
                alarms,
                new Architecture(app).of(name, edge.stream().map(Platform::name).toList(), previews, practices),
                files.artifacts(),
                files.missing(),
                List.copyOf(notes));
    }

    private void foundations(Tasks tasks, Stage stage, boolean first, boolean moves) {
        for (Practice practice : catalogue.foundations().values()) {
            boolean due = switch (practice.when()) {
                case START -> first;
                case PLATFORM -> first || moves;
                case MOVE -> moves;
                case EVERY -> !stage.later();
                case NAMED -> false;
            };
            boolean possible = practice.needs().isEmpty()
                    || PhaseReading.has(app, practice.needs().get());
            if (due && possible) {
                tasks.add(practice, List.of());
            }
        }
    }

    /** The platform's files when it is new, and those of the tasks. */
    private Set<String> generators(PhaseReading reading, List<Task> tasks, Optional<Platform> previous) {
        Set<String> generators = new LinkedHashSet<>();
        if (!platform.equals(previous)) {
            platform.ifPresent(found -> generators.addAll(found.generators()));
        }
        reading.edges().forEach(found -> generators.addAll(found.generators()));
        tasks.forEach(task -> generators.addAll(task.artifacts()));
        return generators;
    }

    private Optional<String> overrun(Stage stage, int from, int to) {
        return stage.days()
                .filter(given -> to - from > given)
                .map(given ->
                        "The documents give this phase %s, which is %d working days; its tasks take %d with %s. Either more people begin, or it ends later."
                                .formatted(
                                        stage.window()
                                                .map(window -> window.text())
                                                .orElse(""),
                                        given,
                                        to - from,
                                        people == 1 ? "one person" : people + " people"));
    }

    private List<Alarm> alarms(Optional<Stage> next, List<Task> tasks) {
        List<Alarm> alarms = new ArrayList<>();
        next.ifPresent(following -> criteria.triggers(following, platforms, app)
                .forEach(measure -> alarms.add(alarm(following.number(), measure))));
        tasks.forEach(task -> task.trigger()
                .ifPresent(measure -> alarms.add(new Alarm(
                        name(task.practice()),
                        Integer.parseInt(task.id().replaceAll("^p(\\d+)-.*$", "$1")),
                        measure))));
        return List.copyOf(alarms);
    }

    private static Alarm alarm(int phase, Measure measure) {
        return new Alarm("Phase%dIsDue%s".formatted(phase, name(measure.metric())), phase, measure);
    }

    private static String name(String words) {
        StringBuilder name = new StringBuilder();
        for (String word : words.split("[^A-Za-z0-9]+", -1)) {
            if (!word.isEmpty()) {
                name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
            }
        }
        return name.toString();
    }
}
