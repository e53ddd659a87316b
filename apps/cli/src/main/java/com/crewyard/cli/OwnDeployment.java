package com.crewyard.cli;

import com.crewyard.hosting.advice.Advice;
import com.crewyard.hosting.advice.Advisor;
import com.crewyard.hosting.advice.Market;
import com.crewyard.hosting.advice.NeedsReader;
import com.crewyard.hosting.artifacts.Generator;
import com.crewyard.hosting.artifacts.Generator.Artifact;
import com.crewyard.hosting.artifacts.Generators;
import com.crewyard.hosting.artifacts.KeptRegions;
import com.crewyard.hosting.costs.PriceBook;
import com.crewyard.hosting.plan.Plan;
import com.crewyard.hosting.plan.PlanJson;
import com.crewyard.hosting.plan.PlanText;
import com.crewyard.hosting.plan.Planner;
import com.crewyard.hosting.research.ResearchDocument;
import com.crewyard.hosting.research.ResearchReader;
import com.crewyard.hosting.spec.AppSpec;
import com.crewyard.hosting.spec.AppSpec.Environment;
import com.crewyard.hosting.spec.AppSpecReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files in {@code deploy} and {@code docs/plan} that come from Crewyard's own spec, needs and research. */
record OwnDeployment(Map<String, String> files) {

    /** Which generators write for which of the spec's environments. */
    private static final Map<String, List<String>> GENERATORS = Map.of(
            "host", List.of("docker", "compose"),
            "vm", List.of("nginx", "caddy", "haproxy", "systemd"),
            "preview", List.of("fly"),
            "staging", List.of("ecs-express"),
            "production",
                    List.of(
                            "ecs",
                            "kubernetes",
                            "helm",
                            "github-actions",
                            "monitoring",
                            "backup",
                            "cloudflare-worker"));

    /** Against which nothing in the plan is old or new; it has no other date. */
    private static final LocalDate ANY_DAY = LocalDate.EPOCH;

    static OwnDeployment of(Repository repository) throws IOException {
        Map<String, String> files = new TreeMap<>();
        AppSpec app = spec(repository);
        for (Map.Entry<String, List<String>> entry : new TreeMap<>(GENERATORS).entrySet()) {
            Environment environment = Optional.ofNullable(app.environments().get(entry.getKey()))
                    .orElseThrow(() -> new IllegalStateException(
                            "deploy/app.yaml has no environment \"%s\"".formatted(entry.getKey())));
            for (String target : entry.getValue()) {
                Generator generator =
                        Optional.ofNullable(Generators.all().get(target)).orElseThrow();
                for (Artifact artifact : generator.generate(app, environment)) {
                    String path = "deploy/%s/%s".formatted(target, artifact.path());
                    files.put(path, kept(repository.path(path), artifact.content()));
                }
            }
        }
        Plan plan = plan(repository, app);
        files.put("docs/plan/plan.md", PlanText.of(plan));
        files.put("docs/plan/plan.json", PlanJson.of(plan));
        return new OwnDeployment(files);
    }

    private static AppSpec spec(Repository repository) throws IOException {
        AppSpecReader.Reading reading =
                AppSpecReader.read("deploy/app.yaml", Files.readString(repository.path("deploy/app.yaml")));
        if (!reading.usable()) {
            throw new IllegalStateException(reading.findings().toString());
        }
        return reading.spec();
    }

    private static Plan plan(Repository repository, AppSpec app) throws IOException {
        NeedsReader.Reading needs =
                NeedsReader.read("deploy/needs.yaml", Files.readString(repository.path("deploy/needs.yaml")));
        if (!needs.findings().isEmpty()) {
            throw new IllegalStateException(needs.findings().toString());
        }
        List<ResearchDocument> documents = new ArrayList<>();
        try (Stream<Path> research = Files.list(repository.path("deploy/research"))) {
            for (Path file : research.sorted().toList()) {
                String name = "deploy/research/" + file.getFileName();
                documents.add(ResearchReader.read(name, Files.readString(file)).document());
            }
        }
        Advice advice = new Advisor(PriceBook.shipped(), List.of(Market.shipped()), ANY_DAY)
                .advise(documents, needs.needs(), "deploy/needs.yaml");
        return new Planner(advice, needs.needs(), app, PriceBook.shipped()).plan();
    }

    private static String kept(Path file, String content) throws IOException {
        return Files.exists(file) ? KeptRegions.keep(Files.readString(file), content) : content;
    }
}
