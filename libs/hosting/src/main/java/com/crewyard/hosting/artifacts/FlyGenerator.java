package com.crewyard.hosting.artifacts;

import com.crewyard.hosting.spec.AppSpec;
import com.crewyard.hosting.spec.AppSpec.Environment;
import com.crewyard.hosting.spec.AppSpec.Service;
import java.util.List;
import java.util.stream.Collectors;

/** A fly.toml for each service (fly.io/docs/reference/configuration), which Fly.io runs as an application of its own. */
final class FlyGenerator implements Generator {

    @Override
    public String target() {
        return "fly";
    }

    @Override
    public List<Artifact> generate(AppSpec app, Environment environment) {
        return app.services().values().stream()
                .map(service -> new Artifact("fly." + service.name() + ".toml", toml(app, service, environment)))
                .toList();
    }

    private String toml(AppSpec app, Service service, Environment environment) {
        StringBuilder text = new StringBuilder(Texts.header(this, environment));
        List<String> secrets = Texts.secrets(app, service);
        if (!secrets.isEmpty()) {
            text.append("# Secrets, once: fly secrets set %s\n"
                    .formatted(secrets.stream().map(name -> name + "=…").collect(Collectors.joining(" "))));
        }
        text.append("app = %s\n".formatted(quoted(app.app() + "-" + service.name())));
        environment.region().ifPresent(region -> text.append("primary_region = %s\n".formatted(quoted(region))));
        text.append("kill_signal = \"SIGTERM\"\nkill_timeout = %s\n\n[build]\n"
                .formatted(quoted(service.drain().longest().toSeconds() + "s")));
        service.image()
                .ifPresentOrElse(
                        image -> text.append("  image = %s\n".formatted(quoted(image))),
                        () -> text.append("  dockerfile = %s\n"
                                .formatted(quoted(service.build()
                                        .map(AppSpec.Build::dockerfile)
                                        .orElse("Dockerfile")))));
        text.append("\n[env]\n");
        Texts.variables(service, environment)
                .forEach((name, value) -> text.append("  %s = %s\n".formatted(name, quoted(value))));
        app.migrations()
                .expand()
                .filter(migration -> migration.service().equals(service.name()))
                .ifPresent(migration -> text.append("\n[deploy]\n  release_command = %s\n  strategy = %s\n"
                        .formatted(quoted(String.join(" ", migration.command())), quoted(strategy(app)))));
        if (!service.command().isEmpty()) {
            text.append("\n[processes]\n  app = %s\n".formatted(quoted(String.join(" ", service.command()))));
        }
        service.port().ifPresent(port -> text.append(http(service, port)));
        text.append("\n[[vm]]\n  cpu_kind = \"shared\"\n  cpus = %d\n  memory = %s\n"
                .formatted(cpus(service), quoted(memory(service) + "mb")));
        return text.append('\n').append(Texts.region("", "fly")).toString();
    }

    private static String http(Service service, int port) {
        StringBuilder text = new StringBuilder("""

                [http_service]
                  internal_port = %d
                  force_https = true
                  auto_stop_machines = "off"
                  min_machines_running = %d
                """.formatted(
                        port, service.autoscale().map(AppSpec.Autoscale::min).orElse(service.replicas())));
        if (!service.command().isEmpty()) {
            text.append("  processes = [\"app\"]\n");
        }
        service.health()
                .ifPresent(health -> text.append("""

                  [[http_service.checks]]
                    method = "GET"
                    path = %s
                    interval = %s
                    timeout = %s
                    grace_period = %s
                """.formatted(
                                quoted(health.path()),
                                quoted(Math.max(1, health.interval().toSeconds()) + "s"),
                                quoted(Math.max(1, health.timeout().toSeconds()) + "s"),
                                quoted(health.grace().toSeconds() + "s"))));
        return text.toString();
    }

    private static String strategy(AppSpec app) {
        return switch (app.rollout().strategy()) {
            case RECREATE -> "immediate";
            case ROLLING -> "rolling";
            case BLUE_GREEN, SHADOW -> "bluegreen";
            case CANARY -> "canary";
        };
    }

    /** Shared machines come with 1, 2, 4 or 8 CPUs. */
    private static int cpus(Service service) {
        return List.of(1, 2, 4, 8).stream()
                .filter(cpus -> cpus >= service.cpu())
                .findFirst()
                .orElse(8);
    }

    /** Memory is sold in multiples of 256 MB, at least as many as there are CPUs. */
    private static int memory(Service service) {
        return Math.max(cpus(service), (service.memoryMebibytes() + 255) / 256) * 256;
    }

    static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
