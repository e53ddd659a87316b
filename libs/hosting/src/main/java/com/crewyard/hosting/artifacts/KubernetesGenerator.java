package com.crewyard.hosting.artifacts;

import static com.crewyard.hosting.artifacts.YamlText.map;

import com.crewyard.hosting.spec.AppSpec;
import com.crewyard.hosting.spec.AppSpec.CronJob;
import com.crewyard.hosting.spec.AppSpec.Environment;
import com.crewyard.hosting.spec.AppSpec.Migration;
import com.crewyard.hosting.spec.AppSpec.Rollout.Strategy;
import com.crewyard.hosting.spec.AppSpec.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A Kustomize base with one file for each object, and an overlay for the environment. */
final class KubernetesGenerator implements Generator {

    private static final int REPLICAS_OF_A_PAIR = 2;

    @Override
    public String target() {
        return "kubernetes";
    }

    @Override
    public List<Artifact> generate(AppSpec app, Environment environment) {
        List<Artifact> base = new ArrayList<>();
        for (Service service : app.services().values()) {
            String name = service.name();
            add(base, environment, name + "-service-account", serviceAccount(app, service));
            add(base, environment, name + "-deployment", deployment(app, service, environment));
            service.port().ifPresent(port -> add(base, environment, name + "-service", service(app, service, port)));
            service.autoscale()
                    .ifPresent(scale -> add(base, environment, name + "-autoscaler", autoscaler(app, service, scale)));
            if (least(service) >= REPLICAS_OF_A_PAIR) {
                add(base, environment, name + "-disruption-budget", disruptionBudget(app, service));
            }
            add(base, environment, name + "-network-policy", networkPolicy(app, service));
        }
        app.migrations()
                .expand()
                .ifPresent(migration ->
                        job(app, migration, environment).ifPresent(job -> add(base, environment, "migrate-job", job)));
        app.cron()
                .forEach((name, job) -> cronJob(app, name, job, environment)
                        .ifPresent(written -> add(base, environment, name + "-cron-job", written)));
        if (!Texts.hosts(app).isEmpty()) {
            add(base, environment, "ingress", KubernetesTraffic.ingress(app, environment));
            for (Service service : Texts.routed(app)) {
                add(base, environment, service.name() + "-http-route", KubernetesTraffic.httpRoute(app, service));
            }
        }
        List<Artifact> all = new ArrayList<>(base);
        List<String> resources = base.stream()
                .map(artifact -> artifact.path().replace("base/", ""))
                .filter(file -> !file.endsWith("-http-route.yaml"))
                .toList();
        all.add(file(
                environment,
                "base/kustomization.yaml",
                map("apiVersion", "kustomize.config.k8s.io/v1beta1", "kind", "Kustomization", "resources", resources)));
        all.add(overlay(app, environment));
        return List.copyOf(all);
    }

    private Artifact overlay(AppSpec app, Environment environment) {
        String yaml = YamlText.of(map(
                "apiVersion",
                "kustomize.config.k8s.io/v1beta1",
                "kind",
                "Kustomization",
                "namespace",
                app.app() + "-" + environment.name(),
                "resources",
                List.of("../../base"),
                "labels",
                List.of(map(
                        "pairs", map("app.kubernetes.io/instance", environment.name()), "includeSelectors", false))));
        return new Artifact(
                "overlays/" + environment.name() + "/kustomization.yaml",
                Texts.header(this, environment) + yaml + Texts.region("", "overlay"));
    }

    private void add(List<Artifact> artifacts, Environment environment, String name, Map<String, Object> object) {
        artifacts.add(file(environment, "base/" + name + ".yaml", object));
    }

    private Artifact file(Environment environment, String path, Map<String, Object> object) {
        return new Artifact(path, Texts.header(this, environment) + YamlText.of(object));
    }

    private static Map<String, Object> serviceAccount(AppSpec app, Service service) {
        return map(
                "apiVersion",
                "v1",
                "kind",
                "ServiceAccount",
                "metadata",
                metadata(app, service.name()),
                "automountServiceAccountToken",
                false);
    }

    private static Map<String, Object> deployment(AppSpec app, Service service, Environment environment) {
        Map<String, Object> spec = map(
                "selector",
                map("matchLabels", selector(app, service.name())),
                "strategy",
                app.rollout().strategy() == Strategy.RECREATE
                        ? map("type", "Recreate")
                        : map("type", "RollingUpdate", "rollingUpdate", map("maxUnavailable", 0, "maxSurge", 1)),
                "template",
                map(
                        "metadata", map("labels", labels(app, service.name())),
                        "spec", KubernetesPods.spec(app, service, environment, service.command(), true)));
        if (service.autoscale().isEmpty()) {
            spec.put("replicas", service.replicas());
        }
        return map(
                "apiVersion", "apps/v1", "kind", "Deployment", "metadata", metadata(app, service.name()), "spec", spec);
    }

    private static Map<String, Object> service(AppSpec app, Service service, int port) {
        return map(
                "apiVersion",
                "v1",
                "kind",
                "Service",
                "metadata",
                metadata(app, service.name()),
                "spec",
                map(
                        "type", "ClusterIP",
                        "selector", selector(app, service.name()),
                        "ports", List.of(map("name", "http", "port", port, "targetPort", "http", "protocol", "TCP"))));
    }

    private static Map<String, Object> autoscaler(AppSpec app, Service service, AppSpec.Autoscale scale) {
        return map(
                "apiVersion",
                "autoscaling/v2",
                "kind",
                "HorizontalPodAutoscaler",
                "metadata",
                metadata(app, service.name()),
                "spec",
                map(
                        "scaleTargetRef",
                        map("apiVersion", "apps/v1", "kind", "Deployment", "name", name(app, service.name())),
                        "minReplicas",
                        Math.max(1, scale.min()),
                        "maxReplicas",
                        scale.max(),
                        "metrics",
                        List.of(map(
                                "type",
                                "Resource",
                                "resource",
                                map(
                                        "name",
                                        "cpu",
                                        "target",
                                        map("type", "Utilization", "averageUtilization", scale.cpu()))))));
    }

    private static Map<String, Object> disruptionBudget(AppSpec app, Service service) {
        return map(
                "apiVersion",
                "policy/v1",
                "kind",
                "PodDisruptionBudget",
                "metadata",
                metadata(app, service.name()),
                "spec",
                map("maxUnavailable", 1, "selector", map("matchLabels", selector(app, service.name()))));
    }

    /** In only on the service's own port; out everywhere, for databases and mail are outside the cluster as a rule. */
    private static Map<String, Object> networkPolicy(AppSpec app, Service service) {
        Map<String, Object> spec = map(
                "podSelector", map("matchLabels", selector(app, service.name())), "policyTypes", List.of("Ingress"));
        service.port()
                .ifPresent(port ->
                        spec.put("ingress", List.of(map("ports", List.of(map("port", port, "protocol", "TCP"))))));
        return map(
                "apiVersion",
                "networking.k8s.io/v1",
                "kind",
                "NetworkPolicy",
                "metadata",
                metadata(app, service.name()),
                "spec",
                spec);
    }

    private static java.util.Optional<Map<String, Object>> job(
            AppSpec app, Migration migration, Environment environment) {
        return java.util.Optional.ofNullable(app.services().get(migration.service()))
                .map(service -> map(
                        "apiVersion",
                        "batch/v1",
                        "kind",
                        "Job",
                        "metadata",
                        metadata(app, "migrate"),
                        "spec",
                        map(
                                "backoffLimit", 2,
                                "ttlSecondsAfterFinished", 86_400,
                                "template", jobTemplate(app, "migrate", service, environment, migration.command()))));
    }

    private static java.util.Optional<Map<String, Object>> cronJob(
            AppSpec app, String name, CronJob job, Environment environment) {
        return java.util.Optional.ofNullable(app.services().get(job.service()))
                .map(service -> map(
                        "apiVersion",
                        "batch/v1",
                        "kind",
                        "CronJob",
                        "metadata",
                        metadata(app, name),
                        "spec",
                        map(
                                "schedule",
                                job.schedule(),
                                "timeZone",
                                "Etc/UTC",
                                "concurrencyPolicy",
                                "Forbid",
                                "jobTemplate",
                                map(
                                        "spec",
                                        map(
                                                "backoffLimit",
                                                2,
                                                "template",
                                                jobTemplate(app, name, service, environment, job.command()))))));
    }

    private static Map<String, Object> jobTemplate(
            AppSpec app, String name, Service service, Environment environment, List<String> command) {
        Map<String, Object> pod = KubernetesPods.spec(app, service, environment, command, false);
        pod.put("restartPolicy", "Never");
        return map("metadata", map("labels", labels(app, name)), "spec", pod);
    }

    private static int least(Service service) {
        return service.autoscale().map(AppSpec.Autoscale::min).orElse(service.replicas());
    }

    static String name(AppSpec app, String part) {
        return app.app() + "-" + part;
    }

    static Map<String, Object> metadata(AppSpec app, String part) {
        return map("name", name(app, part), "labels", labels(app, part));
    }

    static Map<String, Object> labels(AppSpec app, String part) {
        Map<String, Object> labels = selector(app, part);
        labels.put("app.kubernetes.io/part-of", app.app());
        labels.put("app.kubernetes.io/managed-by", "crewyard");
        return labels;
    }

    private static Map<String, Object> selector(AppSpec app, String part) {
        return map("app.kubernetes.io/name", name(app, part), "app.kubernetes.io/component", part);
    }
}
