package com.crewyard.hosting.imports;

import com.crewyard.hosting.Finding;
import com.crewyard.hosting.artifacts.YamlText;
import com.crewyard.hosting.yaml.Fields;
import com.crewyard.hosting.yaml.YamlDocument;
import com.crewyard.hosting.yaml.YamlValue;
import com.crewyard.hosting.yaml.YamlValue.Mapping;
import com.crewyard.hosting.yaml.YamlValue.Scalar;
import com.crewyard.hosting.yaml.YamlValue.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads Compose files (compose-spec.io): databases and caches by their images, the rest as services. */
public final class ComposeImport {

    private static final Pattern BACKING =
            Pattern.compile("(?:.*/)?(postgres|postgis|redis|valkey)(?:[^:/]*)?(?::(\\d+(?:\\.\\d+)*).*)?(?::.*)?");
    private static final Pattern PUBLISHED = Pattern.compile("(?:(?:[\\d.]+:)?[\\d-]*:)?(\\d{1,5})(?:/(tcp|udp))?");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(?::?([-?+])([^}]*))?}|\\$(\\w+)");
    private static final Pattern PAGE = Pattern.compile("https?://[^/\\s'\"]+(/[\\w./~%-]*)?");
    private static final Set<String> TAKEN = Set.of(
            "image",
            "build",
            "command",
            "entrypoint",
            "ports",
            "expose",
            "environment",
            "healthcheck",
            "deploy",
            "scale",
            "cpus",
            "mem_limit",
            "stop_grace_period");
    private static final Set<String> MEANINGLESS = Set.of(
            "container_name",
            "restart",
            "depends_on",
            "networks",
            "init",
            "pull_policy",
            "hostname",
            "labels",
            "logging",
            "profiles");

    private final Draft draft;
    private final Map<String, String> kinds = new LinkedHashMap<>();
    private final Map<String, String> addresses = new LinkedHashMap<>();

    private ComposeImport(Draft draft) {
        this.draft = draft;
    }

    /** @param app the name of the application when the file has none */
    public static Imported read(String file, String text, String app) {
        List<Finding> findings = new ArrayList<>();
        Draft draft = new Draft(file, findings);
        Fields root = new Fields(file, "", YamlDocument.read(file, text, findings), findings);
        return new ComposeImport(draft).imported(root, app);
    }

    private Imported imported(Fields root, String app) {
        root.require("services");
        Map<String, Fields> services = root.named("services", (_, fields) -> fields);
        services.forEach((name, fields) -> fields.text("image")
                .map(BACKING::matcher)
                .filter(Matcher::matches)
                .ifPresent(image -> kinds.put(name, image.group(1))));
        services.forEach((name, fields) -> {
            if (!kinds.containsKey(name)) {
                draft.service(Draft.name(name), service(name, fields));
            }
        });
        services.forEach((name, fields) -> {
            if (kinds.containsKey(name)) {
                backing(name, fields);
            }
        });
        draft.leftOver(root, "the file", Set.of("services", "name"), Set.of("version", "networks", "volumes"));
        return draft.finished(root.text("name").orElse(app));
    }

    private void backing(String name, Fields fields) {
        Matcher image = BACKING.matcher(fields.text("image").orElse(""));
        String kind = kinds.getOrDefault(name, "");
        boolean database = kind.startsWith("postg");
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("engine", database ? "postgres" : kind);
        if (image.matches() && image.group(2) != null) {
            description.put("version", image.group(2));
        }
        description.put("env", addresses.getOrDefault(name, database ? "DATABASE_URL" : "REDIS_URL"));
        draft.backing(database ? "databases" : "caches", Draft.name(name), description);
        if (!addresses.containsKey(name)) {
            draft.lost(
                    fields.place(),
                    "no variable holds the address of \"%s\"; %s is where it comes"
                            .formatted(name, description.get("env")));
        }
    }

    private Map<String, Object> service(String name, Fields fields) {
        Map<String, Object> service = new LinkedHashMap<>();
        fields.text("image")
                .filter(_ -> !fields.has("build"))
                .ifPresent(image -> service.put("image", resolved(image)));
        build(fields).ifPresent(build -> service.put("build", build));
        if (service.isEmpty()) {
            draft.refused(fields.place(), "services.%s has neither an image nor a build".formatted(name));
        }
        List<String> command = new ArrayList<>(command(fields, "entrypoint"));
        command.addAll(command(fields, "command"));
        Draft.put(service, "command", command);
        Optional<Integer> port = port(name, fields);
        port.ifPresent(number -> service.put("port", number));
        if (fields.has("healthcheck") && port.isPresent()) {
            health(name, fields).ifPresent(health -> service.put("health", health));
        }
        size(fields, service);
        variables(name, fields, service);
        draft.leftOver(fields, "service " + name, TAKEN, MEANINGLESS);
        return service;
    }

    private Optional<Map<String, Object>> build(Fields fields) {
        return fields.value("build").map(value -> {
            if (value instanceof Scalar scalar) {
                return YamlText.map("context", scalar.text());
            }
            Fields build = fields.fieldsOrNone("build");
            Map<String, Object> written =
                    YamlText.map("context", build.text("context").orElse("."));
            build.text("dockerfile").ifPresent(dockerfile -> written.put("dockerfile", dockerfile));
            draft.leftOver(build, "the build", Set.of("context", "dockerfile"), Set.of());
            return written;
        });
    }

    private static List<String> command(Fields fields, String name) {
        return fields.value(name)
                .map(value -> value instanceof Scalar scalar ? Draft.words(scalar.text()) : fields.texts(name))
                .orElse(List.of());
    }

    private Optional<Integer> port(String name, Fields fields) {
        List<Integer> ports = new ArrayList<>();
        for (String field : List.of("ports", "expose")) {
            List<YamlValue> items = fields.value(field)
                    .map(value -> value instanceof Sequence sequence ? sequence.items() : List.of(value))
                    .orElse(List.of());
            for (YamlValue item : items) {
                String text = switch (item) {
                    case Scalar scalar -> resolved(scalar.text());
                    case Mapping mapping ->
                        Optional.ofNullable(mapping.entries().get("target"))
                                .map(entry -> entry.value() instanceof Scalar target ? target.text() : "")
                                .orElse("");
                    case Sequence _ -> "";
                };
                Matcher published = PUBLISHED.matcher(text);
                if (!published.matches()) {
                    draft.lost(
                            item.place(),
                            "port \"%s\" of service %s is not carried over: it is no single port"
                                    .formatted(text, name));
                } else if ("udp".equals(published.group(2))) {
                    draft.lost(
                            item.place(), "port %s of service %s is not carried over: it is UDP".formatted(text, name));
                } else if (ports.isEmpty() || ports.contains(Integer.parseInt(published.group(1)))) {
                    ports.add(Integer.parseInt(published.group(1)));
                } else {
                    draft.lost(
                            item.place(),
                            "port %s of service %s is not carried over: a service has one".formatted(text, name));
                }
            }
        }
        return ports.stream().findFirst();
    }

    private Optional<Map<String, Object>> health(String name, Fields fields) {
        Fields check = fields.fieldsOrNone("healthcheck");
        String test = String.join(" ", check.texts("test"));
        Matcher page = PAGE.matcher(test);
        if (!page.find()) {
            draft.lost(
                    check.place(),
                    "the health check of service %s is not carried over: health is a page that is asked for"
                            .formatted(name));
            return Optional.empty();
        }
        Map<String, Object> health = YamlText.map("path", page.group(1) == null ? "/" : page.group(1));
        check.text("interval").ifPresent(time -> health.put("interval", time));
        check.text("timeout").ifPresent(time -> health.put("timeout", time));
        check.text("start_period").ifPresent(time -> health.put("grace", time));
        return Optional.of(health);
    }

    private static void size(Fields fields, Map<String, Object> service) {
        Fields deploy = fields.fieldsOrNone("deploy");
        deploy.integer("replicas", 0, 1000).ifPresent(replicas -> service.put("replicas", replicas));
        fields.integer("scale", 0, 1000).ifPresent(replicas -> service.put("replicas", replicas));
        Fields limits = deploy.fieldsOrNone("resources").fieldsOrNone("limits");
        limits.text("cpus").or(() -> fields.text("cpus")).ifPresent(cpu -> service.put("cpu", cpu));
        limits.text("memory")
                .or(() -> fields.text("mem_limit"))
                .ifPresent(memory -> service.put("memory", memory(memory)));
        fields.text("stop_grace_period").ifPresent(time -> service.put("drain", YamlText.map("requests", time)));
    }

    /** Compose writes 512m or 1gb where the spec wants 512Mi or 1Gi. */
    private static String memory(String text) {
        return text.replaceFirst("(?i)mi?b?$", "Mi").replaceFirst("(?i)gi?b?$", "Gi");
    }

    private void variables(String name, Fields fields, Map<String, Object> service) {
        Map<String, String> env = new LinkedHashMap<>();
        List<String> secrets = new ArrayList<>();
        pairs(fields).forEach((variable, entry) -> {
            String value =
                    entry.value() instanceof Scalar scalar && !scalar.isNull() ? scalar.text() : "${" + variable + "}";
            Optional<String> addressed = kinds.keySet().stream()
                    .filter(other -> value.matches(".*(?:@|//)" + Pattern.quote(other) + "(?::\\d+)?(?:/.*)?"))
                    .findFirst();
            if (addressed.isPresent()) {
                addresses.putIfAbsent(addressed.get(), variable);
            } else if (Draft.isSecret(variable)) {
                secrets.add(variable);
                if (!value.contains("$")) {
                    draft.lost(
                            entry.key(),
                            "the value of %s is not carried over: it is a secret by its name".formatted(variable));
                }
            } else if (resolved(value).contains("$")) {
                secrets.add(variable);
                draft.lost(
                        entry.key(),
                        "%s of service %s comes from outside; it is among the secrets".formatted(variable, name));
            } else {
                env.put(variable, resolved(value));
            }
        });
        Draft.put(service, "env", env);
        Draft.put(service, "secrets", secrets);
    }

    /** A mapping, or a list of {@code NAME=value}. */
    private static Map<String, YamlValue.Entry> pairs(Fields fields) {
        Map<String, YamlValue.Entry> pairs = new LinkedHashMap<>();
        fields.value("environment").ifPresent(value -> {
            switch (value) {
                case Mapping mapping -> pairs.putAll(mapping.entries());
                case Sequence sequence ->
                    sequence.items().forEach(item -> {
                        if (item instanceof Scalar scalar) {
                            int equals = scalar.text().indexOf('=');
                            String name =
                                    equals < 0 ? scalar.text() : scalar.text().substring(0, equals);
                            String text = equals < 0 ? "" : scalar.text().substring(equals + 1);
                            pairs.put(
                                    name,
                                    new YamlValue.Entry(scalar.place(), new Scalar(text, equals >= 0, scalar.place())));
                        }
                    });
                case Scalar _ -> fields.refuse("environment", "must be a mapping or a list");
            }
        });
        return pairs;
    }

    /** With defaults in the place of variables; a variable without one stays. */
    private static String resolved(String text) {
        return VARIABLE.matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement("-".equals(found.group(2)) ? found.group(3) : found.group()));
    }
}
