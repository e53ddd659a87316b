package com.crewyard.hosting.plan;

import com.crewyard.hosting.plan.Catalogue.Platform;
import com.crewyard.hosting.plan.Catalogue.Practice;
import com.crewyard.hosting.spec.AppSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the sentences of a phase come down to: a platform, something at the edge, practices, and the rest. */
final class PhaseReading {

    private static final String PREVIEWS = "previews";

    private final Catalogue catalogue;
    private final Platforms platforms;
    private final AppSpec app;

    private Optional<Platform> platform = Optional.empty();
    private final Set<Platform> edges = new LinkedHashSet<>();
    private final Map<Practice, List<Said>> found = new LinkedHashMap<>();
    private final List<Said> stated = new ArrayList<>();
    private final Set<String> notes = new LinkedHashSet<>();

    PhaseReading(Catalogue catalogue, Platforms platforms, AppSpec app) {
        this.catalogue = catalogue;
        this.platforms = platforms;
        this.app = app;
    }

    PhaseReading read(Stage stage, Optional<Platform> previous) {
        for (Said said : stage.said()) {
            List<Platform> named = platforms.in(said);
            List<Practice> practices = practices(said);
            if (stage.later()) {
                named.forEach(name -> mention(name, previous));
            } else {
                named.forEach(name -> settle(name, said, previous));
            }
            practices.forEach(practice ->
                    found.computeIfAbsent(practice, _ -> new ArrayList<>()).add(said));
            if (practices.isEmpty() && named.isEmpty() && !said.drawn()) {
                stated.add(said);
            }
        }
        return this;
    }

    private List<Practice> practices(Said said) {
        List<Practice> practices = new ArrayList<>();
        for (Practice practice : catalogue.practices().values()) {
            if (!practice.isMeantBy(said.text())) {
                continue;
            }
            Optional<String> lacks = practice.needs().filter(kind -> !has(app, kind));
            if (lacks.isPresent()) {
                notes.add("%s: \"%s\" needs a %s, and app.yaml has none."
                        .formatted(String.join(", ", said.sources()), said.text(), lacks.get()));
            } else {
                practices.add(practice);
            }
            if (practice.id().equals("queue") && !has(app, "queue")) {
                notes.add(
                        "%s: the documents want a queue; app.yaml has none under \"queues\", so no file brings one yet."
                                .formatted(String.join(", ", said.sources())));
            }
        }
        return practices;
    }

    /** The first platform named carries the application; one that only keeps previews does not. */
    private void settle(Platform named, Said said, Optional<Platform> previous) {
        Platforms.Choice choice = platforms.available(named);
        choice.note().ifPresent(notes::add);
        if (choice.platform().edge()) {
            edges.add(choice.platform());
            return;
        }
        boolean keepsPreviews = previous.filter(choice.platform()::equals).isPresent()
                && Optional.ofNullable(catalogue.practices().get(PREVIEWS))
                        .filter(practice -> practice.isMeantBy(said.text()))
                        .isPresent();
        if (platform.isEmpty() && !keepsPreviews) {
            platform = Optional.of(choice.platform());
        }
    }

    /** An enhancement may name a platform that the plan never comes to. */
    private void mention(Platform named, Optional<Platform> previous) {
        Optional<String> gone = platforms.whyGone(named);
        if (gone.isPresent()) {
            notes.add("%s is named and cannot be had: %s".formatted(named.name(), gone.get()));
        } else if (!named.edge() && previous.filter(named::equals).isEmpty()) {
            notes.add("%s is named, but the application is on %s then; the means of that one are used."
                    .formatted(named.name(), previous.map(Platform::name).orElse("no platform")));
        }
    }

    static boolean has(AppSpec app, String kind) {
        return app.backing().values().stream()
                .anyMatch(backing ->
                        backing.kind().name().toLowerCase(Locale.ROOT).equals(kind));
    }

    Optional<Platform> platform() {
        return platform;
    }

    Set<Platform> edges() {
        return edges;
    }

    /** Practice → the sentences that ask for it. */
    Map<Practice, List<Said>> found() {
        return found;
    }

    /** Sentences that nothing here understands. */
    List<Said> stated() {
        return stated;
    }

    Set<String> notes() {
        return notes;
    }
}
