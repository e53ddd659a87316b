package com.crewyard.hosting.artifacts;

import com.crewyard.hosting.Seeds;
import com.crewyard.hosting.artifacts.Generator.Artifact;
import com.crewyard.hosting.spec.AppSpec;
import com.crewyard.hosting.spec.AppSpecReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Applications to generate for: a small one of one image, and one of several built services with everything. */
final class Specs {

    private Specs() {}

    static AppSpec spec(String name) {
        return AppSpecReader.read(name, Seeds.text(name + ".yaml")).spec();
    }

    /** Crewyard Recruiting's own, from {@code deploy/app.yaml}. */
    static AppSpec own() throws IOException {
        Path file = Path.of("../../deploy/app.yaml");
        return AppSpecReader.read(file.toString(), Files.readString(file)).spec();
    }

    static List<Artifact> generate(String spec, String target, String environment) {
        return generate(spec(spec), target, environment);
    }

    static List<Artifact> generate(AppSpec app, String target, String environment) {
        return Objects.requireNonNull(Generators.all().get(target))
                .generate(app, Objects.requireNonNull(app.environments().get(environment)));
    }

    /** Without the services that nobody calls, and what runs in them. */
    static AppSpec serving(AppSpec app) {
        Map<String, AppSpec.Service> services = new LinkedHashMap<>(app.services());
        services.values().removeIf(service -> service.port().isEmpty());
        Map<String, AppSpec.CronJob> cron = new LinkedHashMap<>(app.cron());
        cron.values().removeIf(job -> !services.containsKey(job.service()));
        return new AppSpec(
                app.app(),
                services,
                app.backing(),
                app.migrations(),
                cron,
                app.rollout(),
                app.environments(),
                app.previews());
    }

    static String content(List<Artifact> artifacts, String path) {
        return artifacts.stream()
                .filter(artifact -> artifact.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + path + " among "
                        + artifacts.stream().map(Artifact::path).toList()))
                .content();
    }
}
