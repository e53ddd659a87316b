package com.crewyard.hosting.imports;

import com.crewyard.hosting.Finding;
import com.crewyard.hosting.artifacts.YamlText;
import com.crewyard.hosting.yaml.Fields;
import com.crewyard.hosting.yaml.YamlDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads Score workloads (score.dev/v1b1, docs.score.dev/docs/score-specification). */
public final class ScoreImport {

    private static final String VERSION = "score.dev/v1b1";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");
    private static final Pattern OUTPUT = Pattern.compile("resources\\.([^.]+)\\.?(.*)");
    private static final Set<String> WHOLE =
            Set.of("url", "uri", "connection_string", "dsn", "bucket", "queue_url", "address");
    private static final Map<String, String> SECTIONS = Map.of(
            "postgres",
            "databases",
            "postgres-instance",
            "databases",
            "redis",
            "caches",
            "s3",
            "storage",
            "sqs",
            "queues");
    private static final Map<String, String> ENGINES =
            Map.of("databases", "postgres", "caches", "redis", "storage", "s3", "queues", "sqs");

    private final Draft draft;
    private final Map<String, String> types = new LinkedHashMap<>();
    private final Map<String, String> addresses = new LinkedHashMap<>();
    private String workload = "";

    private ScoreImport(Draft draft) {
        this.draft = draft;
    }

    public static Imported read(String file, String text) {
        List<Finding> findings = new ArrayList<>();
        Draft draft = new Draft(file, findings);
        Fields root = new Fields(file, "", YamlDocument.read(file, text, findings), findings);
        return new ScoreImport(draft).imported(root);
    }

    private Imported imported(Fields root) {
        String version = root.requiredText("apiVersion");
        if (!version.isEmpty() && !version.equals(VERSION)) {
            root.refuse("apiVersion", "\"%s\" is not %s".formatted(version, VERSION));
        }
        Fields metadata = root.fieldsOrNone("metadata");
        workload = metadata.requiredText("name");
        root.require("containers");
        Map<String, Fields> resources = root.named("resources", (_, fields) -> fields);
        resources.forEach((name, fields) -> types.put(name, fields.requiredText("type")));
        Map<String, Fields> containers = root.named("containers", (_, fields) -> fields);
        OptionalInt port = port(root);
        List<Map<String, Object>> routes = routes(resources);
        boolean first = true;
        for (Map.Entry<String, Fields> container : containers.entrySet()) {
            String name = containers.size() == 1 ? workload : container.getKey();
            draft.service(
                    Draft.name(name),
                    service(
                            container.getKey(),
                            container.getValue(),
                            first ? port : OptionalInt.empty(),
                            first ? routes : List.of()));
            first = false;
        }
        resources.forEach(this::backing);
        draft.leftOver(
                root, "the workload", Set.of("apiVersion", "metadata", "containers", "service", "resources"), Set.of());
        return draft.finished(workload);
    }

    private OptionalInt port(Fields root) {
        Map<String, Fields> ports = root.fieldsOrNone("service").named("ports", (_, fields) -> fields);
        OptionalInt found = OptionalInt.empty();
        for (Map.Entry<String, Fields> port : ports.entrySet()) {
            if (found.isPresent()) {
                draft.lost(
                        port.getValue().place(),
                        "port \"%s\" is not carried over: a service has one".formatted(port.getKey()));
                continue;
            }
            OptionalInt target = port.getValue().integer("targetPort", 1, 65_535);
            found = target.isPresent() ? target : port.getValue().integer("port", 1, 65_535);
        }
        return found;
    }

    private Map<String, Object> service(
            String name, Fields container, OptionalInt port, List<Map<String, Object>> routes) {
        Map<String, Object> service = new LinkedHashMap<>();
        String image = container.requiredText("image");
        if (image.equals(".")) {
            service.put("build", YamlText.map("context", "."));
        } else {
            service.put("image", image);
        }
        List<String> command = new ArrayList<>(container.texts("command"));
        List<String> arguments = container.texts("args");
        if (command.isEmpty() && !arguments.isEmpty()) {
            draft.lost(
                    container.place("args"),
                    "\"args\" of %s without a command: its image's own command is not known, so they become the command"
                            .formatted(name));
        }
        command.addAll(arguments);
        Draft.put(service, "command", command);
        port.ifPresent(number -> service.put("port", number));
        if (port.isPresent()) {
            health(name, container).ifPresent(health -> service.put("health", health));
        }
        limits(container, service);
        variables(container, service);
        Draft.put(service, "routes", routes);
        draft.leftOver(
                container,
                "container " + name,
                Set.of("image", "command", "args", "variables", "resources", "livenessProbe", "readinessProbe"),
                Set.of());
        return service;
    }

    /** Readiness decides about traffic, as health does here; liveness is taken when there is nothing else. */
    private Optional<Map<String, Object>> health(String name, Fields container) {
        for (String probe : List.of("readinessProbe", "livenessProbe")) {
            Optional<Fields> found = container.fields(probe);
            Optional<String> path =
                    found.flatMap(fields -> fields.fields("httpGet")).flatMap(get -> get.text("path"));
            if (path.isPresent()) {
                return Optional.of(YamlText.map("path", path.get()));
            }
            found.ifPresent(fields -> draft.lost(
                    fields.place(),
                    "\"%s\" of %s is not carried over: health is a page that is asked for".formatted(probe, name)));
        }
        return Optional.empty();
    }

    private static void limits(Fields container, Map<String, Object> service) {
        Fields resources = container.fieldsOrNone("resources");
        Fields limits = resources.fields("limits").orElseGet(() -> resources.fieldsOrNone("requests"));
        limits.text("cpu").ifPresent(cpu -> service.put("cpu", cpu(cpu)));
        limits.text("memory")
                .ifPresent(memory -> service.put(
                        "memory", memory.matches("\\d+") ? Long.parseLong(memory) / 1048576 + "Mi" : memory));
    }

    private static double cpu(String text) {
        return text.endsWith("m")
                ? Double.parseDouble(text.substring(0, text.length() - 1).replaceAll("[^0-9.]", "0")) / 1000
                : Double.parseDouble(text.replaceAll("[^0-9.]", "").isEmpty() ? "0.5" : text.replaceAll("[^0-9.]", ""));
    }

    private void variables(Fields container, Map<String, Object> service) {
        Map<String, String> env = new LinkedHashMap<>();
        List<String> secrets = new ArrayList<>();
        Fields variables = container.fieldsOrNone("variables");
        container.pairs("variables").forEach((name, value) -> {
            Matcher placeholder = PLACEHOLDER.matcher(value.replace("$${", "$\u0000{"));
            List<String> inputs = new ArrayList<>();
            while (placeholder.find()) {
                inputs.add(placeholder.group(1));
            }
            Optional<Matcher> output = inputs.stream()
                    .map(OUTPUT::matcher)
                    .filter(Matcher::matches)
                    .findFirst();
            if (output.isPresent()) {
                fromResource(
                        name, output.get().group(1), output.get().group(2), inputs.size() == 1, secrets, variables);
            } else if (Draft.isSecret(name)) {
                secrets.add(name);
                draft.lost(
                        variables.place(name),
                        "the value of %s is not carried over: it is a secret by its name".formatted(name));
            } else {
                env.put(name, value.replace("${metadata.name}", workload).replace("$${", "${"));
            }
        });
        Draft.put(service, "env", env);
        Draft.put(service, "secrets", secrets);
    }

    private void fromResource(
            String name, String resource, String output, boolean alone, List<String> secrets, Fields variables) {
        String type = types.getOrDefault(resource, "");
        if (type.isEmpty()) {
            draft.refused(
                    variables.place(name),
                    "%s refers to the resource \"%s\", which is not there".formatted(name, resource));
        } else if (type.equals("environment")) {
            secrets.add(name);
        } else if (SECTIONS.containsKey(type)) {
            if (alone && (WHOLE.contains(output) || output.isEmpty())) {
                addresses.putIfAbsent(resource, name);
            } else {
                draft.lost(
                        variables.place(name),
                        "%s is not carried over: \"%s\" comes as one address in one variable"
                                .formatted(name, resource));
            }
        } else {
            draft.lost(variables.place(name), "%s is not carried over: nothing here is a \"%s\"".formatted(name, type));
        }
    }

    private void backing(String name, Fields resource) {
        String type = types.getOrDefault(name, "");
        Optional<String> section = Optional.ofNullable(SECTIONS.get(type));
        if (section.isEmpty()) {
            if (!Set.of("environment", "route", "dns").contains(type)) {
                draft.lost(
                        resource.place(),
                        "the resource \"%s\" is not carried over: nothing here is a \"%s\"".formatted(name, type));
            }
            return;
        }
        String fallback = Draft.name(name).replace('-', '_').toUpperCase(java.util.Locale.ROOT) + "_URL";
        draft.backing(
                section.get(),
                Draft.name(name),
                YamlText.map(
                        "engine",
                        Optional.ofNullable(ENGINES.get(section.get())).orElse(type),
                        "env",
                        addresses.getOrDefault(name, section.get().equals("databases") ? "DATABASE_URL" : fallback)));
        draft.leftOver(resource, "resource " + name, Set.of("type"), Set.of("metadata"));
    }

    private List<Map<String, Object>> routes(Map<String, Fields> resources) {
        List<Map<String, Object>> routes = new ArrayList<>();
        resources.forEach((name, resource) -> {
            if ("route".equals(types.get(name))) {
                Fields parameters = resource.fieldsOrNone("params");
                String host = parameters.text("host").orElse("");
                if (host.isEmpty() || host.contains("${")) {
                    draft.lost(
                            resource.place(),
                            "the host of route \"%s\" is given by the platform; %s.example.com stands in for it"
                                    .formatted(name, Draft.name(workload)));
                    host = Draft.name(workload) + ".example.com";
                }
                routes.add(YamlText.map(
                        "host", host, "path", parameters.text("path").orElse("/")));
            }
        });
        return List.copyOf(routes);
    }
}
