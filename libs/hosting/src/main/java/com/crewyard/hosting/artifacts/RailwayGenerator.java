package com.crewyard.hosting.artifacts;

import static com.crewyard.hosting.artifacts.YamlText.map;

import com.crewyard.hosting.spec.AppSpec;
import com.crewyard.hosting.spec.AppSpec.CronJob;
import com.crewyard.hosting.spec.AppSpec.Environment;
import com.crewyard.hosting.spec.AppSpec.Service;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A configuration for each service on Railway (docs.railway.com/config-as-code/reference), and a script that makes them. */
final class RailwayGenerator implements Generator {

    @Override
    public String target() {
        return "railway";
    }

    @Override
    public List<Artifact> generate(AppSpec app, Environment environment) {
        List<Artifact> files = new ArrayList<>();
        app.services()
                .values()
                .forEach(service ->
                        files.add(file("railway." + service.name() + ".toml", environment, service(app, service))));
        app.cron().forEach((name, job) -> {
            Service service = app.services().get(job.service());
            if (service != null) {
                files.add(file("railway." + name + ".toml", environment, cron(service, job)));
            }
        });
        files.add(new Artifact(
                "railway-variables.sh",
                "#!/usr/bin/env bash\n" + Texts.header(this, environment) + variables(app, environment)));
        return List.copyOf(files);
    }

    private Artifact file(String path, Environment environment, Map<String, Object> configuration) {
        StringBuilder text = new StringBuilder(Texts.header(this, environment));
        configuration.forEach((section, values) -> {
            text.append("\n[").append(section).append("]\n");
            if (values instanceof Map<?, ?> map) {
                map.forEach((key, value) ->
                        text.append(key).append(" = ").append(toml(value)).append('\n'));
            }
        });
        return new Artifact(
                path, text.append('\n').append(Texts.region("", "railway")).toString());
    }

    private static String toml(Object value) {
        return switch (value) {
            case List<?> list -> list.stream().map(RailwayGenerator::toml).collect(Collectors.joining(", ", "[", "]"));
            case Number number -> number.toString();
            default -> FlyGenerator.quoted(value.toString());
        };
    }

    private static Map<String, Object> service(AppSpec app, Service service) {
        Map<String, Object> deploy = new LinkedHashMap<>();
        if (!service.command().isEmpty()) {
            deploy.put("startCommand", words(service.command()));
        }
        app.migrations()
                .expand()
                .filter(migration -> migration.service().equals(service.name()))
                .ifPresent(migration -> deploy.put("preDeployCommand", List.of(words(migration.command()))));
        service.health().ifPresent(health -> {
            deploy.put("healthcheckPath", health.path());
            deploy.put("healthcheckTimeout", Math.max(1, health.grace().toSeconds()));
        });
        deploy.put(
                "numReplicas",
                Math.max(1, service.autoscale().map(AppSpec.Autoscale::min).orElse(service.replicas())));
        deploy.put("restartPolicyType", "ALWAYS");
        deploy.put("overlapSeconds", Math.min(3600, service.drain().requests().toSeconds()));
        deploy.put("drainingSeconds", Math.min(3600, service.drain().longest().toSeconds()));
        return map("build", build(service), "deploy", deploy);
    }

    private static Map<String, Object> cron(Service service, CronJob job) {
        return map(
                "build",
                build(service),
                "deploy",
                map(
                        "startCommand",
                        words(job.command()),
                        "cronSchedule",
                        job.schedule(),
                        "restartPolicyType",
                        "NEVER"));
    }

    private static Map<String, Object> build(Service service) {
        return service.build()
                .map(build -> map(
                        "builder",
                        "DOCKERFILE",
                        "dockerfilePath",
                        build.context().equals(".") ? build.dockerfile() : build.context() + "/" + build.dockerfile()))
                .orElseGet(() -> map("builder", "DOCKERFILE"));
    }

    private static String words(List<String> command) {
        return command.stream()
                .map(word -> word.matches("[\\w./:@%+=,-]+") ? word : "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
    }

    private static String variables(AppSpec app, Environment environment) {
        StringBuilder text = new StringBuilder("""
                # Railway's files hold no variables and no images: this sets them once, for the project that "railway link" chose.
                # Then point each service at its file (Settings, Config-as-code). Previews of pull requests are a setting of the project.
                set -euo pipefail

                """);
        for (Service service : app.services().values()) {
            text.append("railway add --service ").append(service.name());
            service.image().ifPresent(image -> text.append(" --image ").append(words(List.of(image))));
            text.append("\nrailway variables --service ").append(service.name());
            Texts.variables(service, environment)
                    .forEach((name, value) -> text.append(" \\\n  --set ").append(words(List.of(name + "=" + value))));
            app.backing().forEach((name, backing) -> {
                String reference = switch (backing.kind()) {
                    case DATABASE -> "${{Postgres.DATABASE_URL}}";
                    case CACHE -> "${{Redis.REDIS_URL}}";
                    case QUEUE, STORAGE -> "";
                };
                if (!reference.isEmpty()) {
                    text.append(" \\\n  --set ").append(words(List.of(backing.env() + "=" + reference)));
                }
            });
            text.append('\n');
            if (!service.secrets().isEmpty()) {
                text.append("# Decide: set these in the dashboard, sealed: %s\n"
                        .formatted(String.join(", ", service.secrets())));
            }
            text.append('\n');
        }
        return text.append(Texts.region("", "variables")).toString();
    }
}
