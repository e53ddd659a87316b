package com.crewyard.hosting.spec;

import com.crewyard.hosting.Finding;
import com.crewyard.hosting.research.Quantity;
import com.crewyard.hosting.spec.AppSpec.Autoscale;
import com.crewyard.hosting.spec.AppSpec.Backing;
import com.crewyard.hosting.spec.AppSpec.Build;
import com.crewyard.hosting.spec.AppSpec.CronJob;
import com.crewyard.hosting.spec.AppSpec.Drain;
import com.crewyard.hosting.spec.AppSpec.Environment;
import com.crewyard.hosting.spec.AppSpec.Health;
import com.crewyard.hosting.spec.AppSpec.JavaProgram;
import com.crewyard.hosting.spec.AppSpec.Migration;
import com.crewyard.hosting.spec.AppSpec.Migrations;
import com.crewyard.hosting.spec.AppSpec.Rollout;
import com.crewyard.hosting.spec.AppSpec.Route;
import com.crewyard.hosting.spec.AppSpec.Service;
import com.crewyard.hosting.spec.AppSpec.Tls;
import com.crewyard.hosting.yaml.Fields;
import com.crewyard.hosting.yaml.YamlDocument;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads {@code app.yaml}; what it refuses it names with line and column. */
public final class AppSpecReader {

    /** Where an environment can be. */
    public static final Set<String> TARGETS = Set.of(
            "process",
            "container",
            "ssh",
            "kubernetes",
            "ecs",
            "ecs-express",
            "app-runner",
            "cloud-run",
            "azure-container-apps",
            "fly",
            "render",
            "railway",
            "lambda");

    private static final Set<String> ROUTERS = Set.of("haproxy", "nginx", "caddy");
    private static final Pattern NAME = Pattern.compile("[a-z](?:[a-z0-9-]{0,38}[a-z0-9])?");
    static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    static final Pattern HOST = Pattern.compile("(?:\\*\\.)?[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?");
    private static final Duration LONGEST_CRON_JOB = Duration.ofHours(1);
    private static final Pattern CRON_FIELD = Pattern.compile("[0-9*/,A-Za-z-]{1,40}");
    private static final Pattern IMAGE = Pattern.compile("[a-zA-Z0-9][\\w./:@-]{0,300}");

    private static final Pattern MAIN = Pattern.compile("[A-Za-z_$][\\w$]*(?:\\.[A-Za-z_$][\\w$]*){0,30}");
    private static final Pattern FOLDER = Pattern.compile("(?!/)(?!.*\\.\\.)[\\w./-]{1,200}");
    private static final Pattern PACKAGE = Pattern.compile("[a-z0-9][a-z0-9+.-]{1,80}");

    private final List<Finding> findings = new ArrayList<>();

    private AppSpecReader() {}

    /** @param spec complete only when no finding is an error */
    public record Reading(AppSpec spec, List<Finding> findings) {

        public boolean usable() {
            return findings.stream().noneMatch(Finding::isError);
        }
    }

    public static Reading read(String file, String text) {
        AppSpecReader reader = new AppSpecReader();
        AppSpec spec =
                reader.spec(new Fields(file, "", YamlDocument.read(file, text, reader.findings), reader.findings));
        return new Reading(spec, reader.findings.stream().sorted().toList());
    }

    private AppSpec spec(Fields root) {
        String app = root.requiredText("app");
        if (!app.isEmpty() && !NAME.matcher(app).matches()) {
            root.refuse(
                    "app", "\"%s\" is not a name: lower-case letters, digits and dashes, at most 40".formatted(app));
        }
        root.require("services");
        Map<String, Service> services = root.named("services", this::service);
        Map<String, Backing> backing = new LinkedHashMap<>();
        backing.putAll(root.named(
                "databases",
                (name, fields) -> backing(fields, Backing.Kind.DATABASE, Set.of("postgres"), "postgres", "17")));
        backing.putAll(root.named(
                "caches",
                (name, fields) -> backing(fields, Backing.Kind.CACHE, Set.of("redis", "valkey"), "redis", "7")));
        backing.putAll(
                root.named("queues", (name, fields) -> backing(fields, Backing.Kind.QUEUE, Set.of("sqs"), "sqs", "1")));
        backing.putAll(root.named(
                "storage", (name, fields) -> backing(fields, Backing.Kind.STORAGE, Set.of("s3"), "s3", "1")));
        Fields migrations = root.fieldsOrNone("migrations");
        Migrations both = new Migrations(
                migrations.fields("expand").map(fields -> migration(fields, services)),
                migrations.fields("contract").map(fields -> migration(fields, services)));
        migrations.finish();
        Map<String, CronJob> cron = root.named("cron", (name, fields) -> cron(name, fields, services));
        Rollout rollout = RolloutReader.rollout(root.fieldsOrNone("rollout"), services.keySet());
        Map<String, Environment> environments = root.named("environments", this::environment);
        Optional<AppSpec.Previews> previews =
                root.fields("previews").map(fields -> PreviewsReader.previews(fields, environments, services.values()));
        root.finish();
        return new AppSpec(app, services, backing, both, cron, rollout, environments, previews);
    }

    private Service service(String name, Fields fields) {
        if (!NAME.matcher(name).matches()) {
            fields.refuse(
                    "", "\"%s\" is not a name: lower-case letters, digits and dashes, at most 40".formatted(name));
        }
        Optional<Build> build = fields.fields("build").map(AppSpecReader::build);
        Service service = new Service(
                name,
                fields.parsed("image", text -> matching(text, IMAGE, "an image such as ghcr.io/acme/web:1.4")),
                build,
                fields.texts("command"),
                fields.integer("port", 1, 65_535),
                fields.fields("health").map(AppSpecReader::health),
                fields.integer("replicas", 0, 1000).orElse(1),
                fields.number("cpu", 0.05, 256).orElse(0.5),
                fields.parsed("memory", AppSpecReader::mebibytes).orElse(512),
                fields.flag("websocket").orElse(false),
                drain(fields.fieldsOrNone("drain")),
                variables(fields),
                secrets(fields),
                fields.listed("routes", AppSpecReader::route),
                fields.fields("autoscale").map(AppSpecReader::autoscale));
        if (service.image().isEmpty() == service.build().isEmpty() && fields.has("image") == fields.has("build")) {
            fields.refuse("", "it needs either an image or a build");
        }
        if (service.port().isEmpty()
                && (!service.routes().isEmpty() || service.health().isPresent())) {
            fields.refuse("", "it has routes or health and therefore needs a port");
        }
        service.secrets().stream()
                .filter(service.env()::containsKey)
                .forEach(secret -> fields.refuse("secrets", "\"%s\" is among env too, in the clear".formatted(secret)));
        fields.finish();
        return service;
    }

    private static Build build(Fields fields) {
        Build build = new Build(
                fields.text("context").orElse("."),
                fields.text("dockerfile").orElse("Dockerfile"),
                fields.fields("java").map(AppSpecReader::program));
        fields.finish();
        return build;
    }

    private static JavaProgram program(Fields fields) {
        List.of("main", "libraries").forEach(fields::require);
        JavaProgram program = new JavaProgram(
                fields.parsed("main", text -> matching(text, MAIN, "a class such as com.example.Main"))
                        .orElse(""),
                fields.parsed("libraries", text -> matching(text, FOLDER, "a folder such as target/lib"))
                        .orElse(""),
                List.copyOf(fields.texts("options")),
                List.copyOf(fields.texts("train")),
                packages(fields));
        fields.finish();
        return program;
    }

    private static List<String> packages(Fields fields) {
        List<String> packages = fields.texts("packages");
        packages.stream()
                .filter(name -> !PACKAGE.matcher(name).matches())
                .forEach(name ->
                        fields.refuse("packages", "\"%s\" is not a package such as fontconfig".formatted(name)));
        return List.copyOf(packages);
    }

    private static Health health(Fields fields) {
        Health health = new Health(
                fields.parsed("path", AppSpecReader::path).orElse("/"),
                fields.flag("tcp").orElse(false),
                List.copyOf(fields.texts("command")),
                fields.parsed("interval", AppSpecReader::duration).orElse(Duration.ofSeconds(5)),
                fields.parsed("timeout", AppSpecReader::duration).orElse(Duration.ofSeconds(2)),
                fields.integer("healthy", 1, 100).orElse(2),
                fields.parsed("grace", AppSpecReader::duration).orElse(Duration.ofSeconds(60)));
        if (Stream.of(fields.has("path"), health.tcp(), !health.command().isEmpty())
                        .filter(said -> said)
                        .count()
                > 1) {
            fields.refuse("", "it says more than one of path, tcp and command");
        }
        fields.finish();
        return health;
    }

    private static Drain drain(Fields fields) {
        Drain drain = new Drain(
                fields.parsed("requests", AppSpecReader::duration).orElse(Duration.ofSeconds(30)),
                fields.parsed("websockets", AppSpecReader::duration).orElse(Duration.ofSeconds(60)));
        fields.finish();
        return drain;
    }

    private static Route route(Fields fields) {
        fields.require("host");
        Route route = new Route(
                fields.parsed("host", text -> matching(text, HOST, "a host such as app.example.com"))
                        .orElse("localhost"),
                fields.parsed("path", AppSpecReader::path).orElse("/"));
        fields.finish();
        return route;
    }

    private static Autoscale autoscale(Fields fields) {
        int min = fields.integer("min", 0, 1000).orElse(1);
        Autoscale autoscale = new Autoscale(
                min,
                fields.integer("max", 1, 1000).orElse(Math.max(1, min)),
                fields.integer("cpu", 1, 100).orElse(70));
        if (autoscale.max() < min) {
            fields.refuse("max", "it is below min, which is %d".formatted(min));
        }
        fields.finish();
        return autoscale;
    }

    static Map<String, String> variables(Fields fields) {
        Map<String, String> variables = fields.pairs("env");
        variables.keySet().stream()
                .filter(name -> !VARIABLE.matcher(name).matches())
                .forEach(name -> fields.refuse("env", "\"%s\" is not a name for a variable".formatted(name)));
        return variables;
    }

    private static List<String> secrets(Fields fields) {
        List<String> secrets = fields.texts("secrets");
        secrets.stream()
                .filter(name -> !VARIABLE.matcher(name).matches())
                .forEach(name -> fields.refuse(
                        "secrets", "\"%s\" is not a name for a variable; values never belong here".formatted(name)));
        return secrets;
    }

    private static Backing backing(
            Fields fields, Backing.Kind kind, Set<String> engines, String engine, String version) {
        Backing backing = new Backing(
                kind,
                fields.choice("engine", engines).orElse(engine),
                fields.parsed(
                                "version",
                                text -> matching(text, Pattern.compile("\\d{1,3}(\\.\\d{1,3}){0,2}"), "a version"))
                        .orElse(version),
                fields.parsed("env", text -> matching(text, VARIABLE, "a name for a variable"))
                        .orElse(""),
                kind == Backing.Kind.STORAGE
                        ? fields.parsed("folder", text -> matching(text, VARIABLE, "a name for a variable"))
                        : Optional.empty());
        fields.require("env");
        fields.finish();
        return backing;
    }

    private static Migration migration(Fields fields, Map<String, Service> services) {
        Migration migration = new Migration(
                fields.choice("service", services.keySet()).orElse(""),
                fields.texts("command"),
                fields.parsed("lock_timeout", AppSpecReader::duration),
                sql(fields));
        fields.require("service");
        fields.require("command");
        fields.finish();
        return migration;
    }

    /** Below what the app spec belongs to: a server that is asked from elsewhere reads no other folder of its machine. */
    private static List<String> sql(Fields fields) {
        return fields.listed("sql", text -> matching(text, FOLDER, "a folder or file such as db/migration"), other -> {
            fields.refuse("sql", "must be a path or a list of paths");
            other.names().forEach(other::value);
            return Optional.empty();
        });
    }

    private static CronJob cron(String name, Fields fields, Map<String, Service> services) {
        CronJob job = new CronJob(
                fields.choice("service", services.keySet()).orElse(""),
                fields.parsed("schedule", AppSpecReader::schedule).orElse("0 0 * * *"),
                fields.texts("command"),
                fields.parsed("timeout", AppSpecReader::duration).orElse(LONGEST_CRON_JOB));
        List.of("service", "schedule", "command").forEach(fields::require);
        if (!NAME.matcher(name).matches()) {
            fields.refuse("", "\"%s\" is not a name".formatted(name));
        }
        fields.finish();
        return job;
    }

    private Environment environment(String name, Fields fields) {
        fields.require("target");
        Optional<Tls> tls = fields.fields("tls").map(inner -> {
            Tls found = new Tls(inner.text("acme"), inner.text("certificate"), inner.text("key"));
            inner.finish();
            return found;
        });
        Environment environment = new Environment(
                name,
                fields.choice("target", TARGETS).orElse("process"),
                fields.integer("publish", 1, 65_535),
                fields.choice("router", ROUTERS),
                fields.listed("hosts", address -> SshHost.of(address, Optional.empty()), AppSpecReader::host),
                fields.integer("batch", 1, 100).orElse(1),
                tls,
                fields.text("region"),
                variables(fields),
                fields.listed("notifications", NotificationReader::notification));
        Set<String> hosts = new HashSet<>();
        environment.hosts().stream()
                .map(SshHost::toString)
                .filter(host -> !hosts.add(host))
                .forEach(host -> fields.refuse("hosts", "\"%s\" is there twice".formatted(host)));
        fields.finish();
        return environment;
    }

    private static Optional<SshHost> host(Fields fields) {
        fields.require("address");
        Optional<String> key = fields.parsed("key", SshHost::fingerprint);
        Optional<SshHost> host = fields.parsed("address", address -> SshHost.of(address, key));
        fields.finish();
        return host;
    }

    private static String schedule(String text) {
        String[] parts = text.strip().split("\\s+", -1);
        for (String part : parts) {
            if (parts.length != 5 || !CRON_FIELD.matcher(part).matches()) {
                throw new IllegalArgumentException(
                        "\"%s\" is not a schedule of five fields such as \"0 6 * * *\"".formatted(text));
            }
        }
        return String.join(" ", parts);
    }

    private static String path(String text) {
        return matching(text, Pattern.compile("/[\\w./~%-]{0,300}"), "a path such as /healthz");
    }

    private static int mebibytes(String text) {
        return (int) Quantity.memory(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"%s\" is not an amount of memory such as 256Mi".formatted(text)));
    }

    static Duration duration(String text) {
        return Duration.ofMillis((long) (1000
                * Quantity.seconds(text)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "\"%s\" is not a time such as 30s or 10m".formatted(text)))));
    }

    static String matching(String text, Pattern pattern, String what) {
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException("\"%s\" is not %s".formatted(text, what));
        }
        return text;
    }
}
