package com.crewyard.hosting.plan;

import com.crewyard.hosting.artifacts.Generator;
import com.crewyard.hosting.artifacts.Generator.Artifact;
import com.crewyard.hosting.artifacts.Generators;
import com.crewyard.hosting.artifacts.UnfitException;
import com.crewyard.hosting.plan.Plan.Alarm;
import com.crewyard.hosting.spec.AppSpec;
import com.crewyard.hosting.spec.AppSpec.Environment;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Generates the files of a phase with the generators that {@code ./crewyard generate} has. */
final class PhaseFiles {

    private final AppSpec app;
    private final Optional<String> region;
    private final List<Artifact> artifacts = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    PhaseFiles(AppSpec app, Optional<String> region) {
        this.app = app;
        this.region = region;
    }

    List<Artifact> artifacts() {
        return List.copyOf(artifacts);
    }

    /** What could not be generated, in sentences. */
    List<String> missing() {
        return List.copyOf(missing);
    }

    /** @param target the environment target the phase's platform has, when there is one */
    void generate(int phase, Set<String> generators, Optional<String> target) {
        for (String name : new LinkedHashSet<>(generators)) {
            Optional<Generator> generator = Optional.ofNullable(Generators.all().get(name));
            if (generator.isEmpty()) {
                missing.add(
                        "./crewyard generate has no target \"%s\" yet: its files are written by hand".formatted(name));
                continue;
            }
            Environment environment = environment(phase, target);
            List<Artifact> written = List.of();
            try {
                written = generator.get().generate(app, environment);
                if (written.isEmpty()) {
                    missing.add("%s has nothing to write for %s".formatted(name, app.app()));
                }
            } catch (UnfitException e) {
                missing.add("%s: %s".formatted(name, e.getMessage()));
            }
            written.forEach(artifact -> artifacts.add(
                    new Artifact("phase-%d/%s/%s".formatted(phase, name, artifact.path()), artifact.content())));
        }
    }

    /** The spec's own environment of that target, a production first; one is made up when it has none. */
    private Environment environment(int phase, Optional<String> target) {
        List<Environment> fitting = app.environments().values().stream()
                .filter(environment -> target.isEmpty() || environment.target().equals(target.get()))
                .toList();
        return fitting.stream()
                .filter(environment -> environment.name().equals("production"))
                .findFirst()
                .or(() -> fitting.stream().findFirst())
                .orElseGet(() -> new Environment(
                        "phase-" + phase,
                        target.orElse("container"),
                        OptionalInt.empty(),
                        Optional.empty(),
                        List.of(),
                        1,
                        Optional.empty(),
                        region,
                        Map.of(),
                        List.of()));
    }

    /** Prometheus rules for the alarms that Prometheus can measure. */
    void rules(int phase, List<Alarm> alarms) {
        StringBuilder rules = new StringBuilder();
        for (Alarm alarm : alarms) {
            alarm.measure()
                    .query()
                    .ifPresent(query -> rules.append("""
                      - alert: %s
                        expr: %s
                        for: %s
                        labels: {severity: planning, app: %s}
                        annotations:
                          summary: "Phase %d is due: %s"
                    """.formatted(
                                    alarm.name(),
                                    quoted("%s %s %s"
                                            .formatted(
                                                    query,
                                                    alarm.measure().comparison().equals("=")
                                                            ? "=="
                                                            : alarm.measure().comparison(),
                                                    com.crewyard.hosting.advice.Numbers.plain(
                                                            alarm.measure().value()))),
                                    Measures.prometheus(alarm.measure().window()),
                                    app.app(),
                                    alarm.begins(),
                                    alarm.measure().text())));
        }
        if (!rules.isEmpty()) {
            artifacts.add(new Artifact(
                    "phase-%d/alarms/next-phase.rules.yaml".formatted(phase),
                    "# Generated by ./crewyard blueprint. Prometheus loads it by rule_files.\ngroups:\n  - name: %s-phases\n    rules:\n%s"
                            .formatted(app.app(), rules)));
        }
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
