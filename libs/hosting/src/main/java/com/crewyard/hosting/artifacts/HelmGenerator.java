package com.crewyard.hosting.artifacts;

import static com.crewyard.hosting.artifacts.YamlText.map;

import com.crewyard.hosting.spec.AppSpec;
import com.crewyard.hosting.spec.AppSpec.Environment;
import com.crewyard.hosting.spec.AppSpec.Rollout.Strategy;
import com.crewyard.hosting.spec.AppSpec.Service;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A Helm chart whose templates are the same for every application; the values, with a schema, are what the spec says. */
final class HelmGenerator implements Generator {

    private static final List<String> TEMPLATES = List.of("services.yaml", "traffic.yaml", "jobs.yaml");

    @Override
    public String target() {
        return "helm";
    }

    @Override
    public List<Artifact> generate(AppSpec app, Environment environment) {
        String header = Texts.header(this, environment);
        List<Artifact> files = new java.util.ArrayList<>();
        files.add(new Artifact("Chart.yaml", header + YamlText.of(chart(app))));
        files.add(new Artifact("values.yaml", header + values(app, environment)));
        files.add(new Artifact("values.schema.json", Resources.text("helm/values.schema.json")));
        files.add(new Artifact("templates/_names.tpl", comment(header) + Resources.text("helm/_names.tpl")));
        TEMPLATES.forEach(
                name -> files.add(new Artifact("templates/" + name, comment(header) + Resources.text("helm/" + name))));
        files.add(new Artifact("templates/NOTES.txt", comment(header) + Resources.text("helm/notes.txt")));
        return List.copyOf(files);
    }

    /** A comment that is not in what the templates give. */
    private static String comment(String header) {
        return "{{- /*\n" + header + "*/ -}}\n";
    }

    private static Map<String, Object> chart(AppSpec app) {
        String image = app.services().values().stream()
                .findFirst()
                .flatMap(Service::image)
                .orElse("");
        String tag =
                image.contains(":") && !image.contains("@") ? image.substring(image.lastIndexOf(':') + 1) : "0.0.0";
        return map(
                "apiVersion", "v2",
                "name", app.app(),
                "description", app.app() + " on Kubernetes",
                "type", "application",
                "version", "0.1.0",
                "appVersion", tag.contains("/") ? "0.0.0" : tag,
                "kubeVersion", ">=1.30.0-0");
    }

    private static String values(AppSpec app, Environment environment) {
        Map<String, Object> services = new LinkedHashMap<>();
        app.services().values().forEach(service -> services.put(service.name(), service(app, service, environment)));
        StringBuilder text = new StringBuilder();
        if (app.services().values().stream().anyMatch(service -> service.image().isEmpty())) {
            text.append("# Decide: the registry and the tag of the images that are built.\n");
        }
        text.append(YamlText.of(map("services", services)))
                .append("# One key for each secret; the chart does not make it.\n")
                .append(YamlText.of(map("secretName", app.app() + "-secrets", "user", 10001)))
                .append("# Kubernetes itself rolls or recreates; blue-green and canary need a controller for them.\n")
                .append(YamlText.of(map(
                        "strategy",
                        app.rollout().strategy() == Strategy.RECREATE ? "recreate" : "rolling",
                        "networkPolicy",
                        true)));
        if (!Texts.hosts(app).isEmpty()) {
            text.append("# Decide: an Ingress (className names its controller) or the Gateway API.\n")
                    .append(YamlText.of(map(
                            "ingress",
                            map(
                                    "enabled",
                                    true,
                                    "className",
                                    "",
                                    "annotations",
                                    KubernetesTraffic.annotations(),
                                    "tlsSecret",
                                    environment.tls().isPresent() ? app.app() + "-tls" : ""),
                            "gateway",
                            map("enabled", false, "name", app.app()))));
        }
        app.migrations()
                .expand()
                .ifPresent(migration -> text.append(YamlText.of(
                        map("migration", map("service", migration.service(), "command", migration.command())))));
        Map<String, Object> cron = new LinkedHashMap<>();
        app.cron()
                .forEach((name, job) -> cron.put(
                        name, map("service", job.service(), "schedule", job.schedule(), "command", job.command())));
        return text.append(YamlText.of(map("cron", cron)))
                .append(Texts.region("", "values"))
                .toString();
    }

    private static Map<String, Object> service(AppSpec app, Service service, Environment environment) {
        Map<String, Object> written = map(
                "image",
                Texts.image(app, service, "0.0.0"),
                "command",
                service.command(),
                "replicas",
                service.replicas(),
                "cpu",
                KubernetesPods.millis(service),
                "memory",
                service.memoryMebibytes() + "Mi",
                "drainSeconds",
                service.drain().longest().toSeconds(),
                "env",
                Texts.variables(service, environment),
                "secrets",
                Texts.secrets(app, service),
                "routes",
                service.routes().stream()
                        .map(route -> map("host", route.host(), "path", route.path()))
                        .toList());
        service.port().ifPresent(port -> written.put("port", port));
        service.health()
                .ifPresent(health -> written.put(
                        "health",
                        map(
                                "path", health.path(),
                                "intervalSeconds", Math.max(1, health.interval().toSeconds()),
                                "timeoutSeconds", Math.max(1, health.timeout().toSeconds()),
                                "graceSeconds", health.grace().toSeconds())));
        service.autoscale()
                .ifPresent(scale -> written.put(
                        "autoscale", map("min", Math.max(1, scale.min()), "max", scale.max(), "cpu", scale.cpu())));
        return written;
    }
}
