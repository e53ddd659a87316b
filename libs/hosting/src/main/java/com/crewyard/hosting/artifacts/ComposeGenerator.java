package com.crewyard.hosting.artifacts;

import static com.crewyard.hosting.artifacts.YamlText.map;

import com.crewyard.hosting.spec.AppSpec;
import com.crewyard.hosting.spec.AppSpec.Backing;
import com.crewyard.hosting.spec.AppSpec.Backing.Kind;
import com.crewyard.hosting.spec.AppSpec.Environment;
import com.crewyard.hosting.spec.AppSpec.Migration;
import com.crewyard.hosting.spec.AppSpec.Service;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A Compose file (compose-spec.io) with the databases and caches beside the services. */
final class ComposeGenerator implements Generator {

    @Override
    public String target() {
        return "compose";
    }

    @Override
    public List<Artifact> generate(AppSpec app, Environment environment) {
        Map<String, Object> services = new LinkedHashMap<>();
        app.backing()
                .forEach((name, backing) -> backing(name, backing).ifPresent(service -> services.put(name, service)));
        app.migrations().expand().ifPresent(migration -> services.put("migrate", migrate(app, migration, environment)));
        app.services().values().forEach(service -> services.put(service.name(), service(app, service, environment)));
        Map<String, Object> volumes = new LinkedHashMap<>();
        app.backing().forEach((name, backing) -> {
            if (backing.kind() == Kind.DATABASE) {
                volumes.put(name, new YamlText.Empty());
            }
        });
        String file = Texts.header(this, environment)
                + YamlText.of(map("name", app.app(), "services", services, "volumes", volumes));
        return List.of(new Artifact("compose.yaml", file), new Artifact(".env.example", example(app, environment)));
    }

    private static Map<String, Object> service(AppSpec app, Service service, Environment environment) {
        Map<String, Object> written = process(app, service, environment, service.command());
        Map<String, Object> waits = new LinkedHashMap<>();
        app.backing().forEach((name, backing) -> {
            if (backing(name, backing).isPresent()) {
                waits.put(name, map("condition", "service_healthy"));
            }
        });
        if (app.migrations().expand().isPresent()) {
            waits.put("migrate", map("condition", "service_completed_successfully"));
        }
        if (!waits.isEmpty()) {
            written.put("depends_on", waits);
        }
        service.port().ifPresent(port -> {
            boolean first = Texts.routed(app).stream()
                    .findFirst()
                    .filter(service::equals)
                    .isPresent();
            int host = first ? environment.publish().orElse(port) : port;
            written.put("ports", List.of("127.0.0.1:%d:%d".formatted(host, port)));
        });
        service.health()
                .ifPresent(health -> written.put(
                        "healthcheck",
                        map(
                                "test",
                                probe(service, health),
                                "interval",
                                seconds(health.interval()),
                                "timeout",
                                seconds(health.timeout()),
                                "start_period",
                                seconds(health.grace()))));
        written.put("restart", "unless-stopped");
        written.put("stop_grace_period", seconds(service.drain().longest()));
        written.put("init", true);
        written.put(
                "deploy",
                map(
                        "resources",
                        map(
                                "limits",
                                map(
                                        "cpus",
                                        String.valueOf(service.cpu()),
                                        "memory",
                                        service.memoryMebibytes() + "M"))));
        return written;
    }

    /** What is built here has bash and nothing else; of other images nothing is known. */
    private static List<String> probe(Service service, AppSpec.Health health) {
        int port = service.port().orElse(80);
        return service.build().isPresent()
                ? List.of("CMD", "bash", "-c", Texts.probe(port, health.path()))
                : List.of(
                        "CMD-SHELL",
                        "wget -qO- http://127.0.0.1:%1$d%2$s || curl -fsS http://127.0.0.1:%1$d%2$s"
                                .formatted(port, health.path()));
    }

    private static Map<String, Object> migrate(AppSpec app, Migration migration, Environment environment) {
        Service service = app.services().get(migration.service());
        Map<String, Object> written =
                service == null ? new LinkedHashMap<>() : process(app, service, environment, migration.command());
        Map<String, Object> waits = new LinkedHashMap<>();
        app.backing().forEach((name, backing) -> {
            if (backing.kind() == Kind.DATABASE) {
                waits.put(name, map("condition", "service_healthy"));
            }
        });
        written.put("depends_on", waits);
        written.put("restart", "no");
        return written;
    }

    private static Map<String, Object> process(
            AppSpec app, Service service, Environment environment, List<String> command) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("image", Texts.image(app, service, "${TAG:?set TAG in .env}"));
        service.build()
                .ifPresent(build ->
                        written.put("build", map("context", build.context(), "dockerfile", build.dockerfile())));
        if (!command.isEmpty()) {
            written.put(
                    "command", command.stream().map(ComposeGenerator::escaped).toList());
        }
        Map<String, String> variables = new LinkedHashMap<>();
        Texts.variables(service, environment).forEach((name, value) -> variables.put(name, escaped(value)));
        app.backing().forEach((name, backing) -> {
            if (!variables.containsKey(backing.env())) {
                variables.put(backing.env(), address(name, backing));
            }
        });
        service.secrets().forEach(secret -> variables.put(secret, required(secret)));
        if (!variables.isEmpty()) {
            written.put("environment", variables);
        }
        return written;
    }

    private static String address(String name, Backing backing) {
        return switch (backing.kind()) {
            case DATABASE ->
                "postgresql://application:%s@%s:5432/application".formatted(required(password(name)), name);
            case CACHE -> "redis://%s:6379".formatted(name);
            case QUEUE, STORAGE -> required(backing.env());
        };
    }

    private static Optional<Map<String, Object>> backing(String name, Backing backing) {
        return switch (backing.kind()) {
            case DATABASE ->
                Optional.of(map(
                        "image",
                        "postgres:" + backing.version(),
                        "environment",
                        map(
                                "POSTGRES_USER",
                                "application",
                                "POSTGRES_DB",
                                "application",
                                "POSTGRES_PASSWORD",
                                required(password(name))),
                        "volumes",
                        List.of(name + ":/var/lib/postgresql" + (major(backing) >= 18 ? "" : "/data")),
                        "healthcheck",
                        map(
                                "test",
                                List.of("CMD-SHELL", "pg_isready -U application -d application"),
                                "interval",
                                "2s",
                                "timeout",
                                "2s",
                                "retries",
                                30),
                        "restart",
                        "unless-stopped"));
            case CACHE ->
                Optional.of(map(
                        "image",
                        backing.engine() + ":" + backing.version(),
                        "healthcheck",
                        map(
                                "test",
                                List.of("CMD", backing.engine() + "-cli", "ping"),
                                "interval",
                                "2s",
                                "timeout",
                                "2s",
                                "retries",
                                30),
                        "restart",
                        "unless-stopped"));
            case QUEUE, STORAGE -> Optional.empty();
        };
    }

    /** From 18 on the image keeps its data one folder up (hub.docker.com/_/postgres). */
    private static int major(Backing backing) {
        return Integer.parseInt(backing.version().replaceFirst("\\..*", ""));
    }

    private String example(AppSpec app, Environment environment) {
        List<String> lines = new ArrayList<>();
        Stream<String> passwords = app.backing().entrySet().stream()
                .filter(entry -> entry.getValue().kind() == Kind.DATABASE)
                .map(entry -> password(entry.getKey()));
        Stream<String> remote = app.backing().values().stream()
                .filter(backing -> backing.kind() == Kind.QUEUE || backing.kind() == Kind.STORAGE)
                .map(Backing::env);
        Stream<String> secrets = app.services().values().stream().flatMap(service -> service.secrets().stream());
        Stream<String> tag = app.services().values().stream()
                .filter(s -> s.build().isPresent())
                .map(_ -> "TAG");
        Stream.of(tag, passwords, remote, secrets).flatMap(s -> s).distinct().forEach(name -> lines.add(name + "="));
        return Texts.header(this, environment) + "# Copy to .env, fill in, and keep it out of version control.\n"
                + String.join("\n", lines) + "\n";
    }

    private static String password(String name) {
        return name.toUpperCase(java.util.Locale.ROOT).replace('-', '_') + "_PASSWORD";
    }

    private static String required(String name) {
        return "${%s:?set %s in .env}".formatted(name, name);
    }

    private static String escaped(String value) {
        return value.replace("$", "$$");
    }

    private static String seconds(java.time.Duration duration) {
        return Math.max(1, duration.toSeconds()) + "s";
    }
}
