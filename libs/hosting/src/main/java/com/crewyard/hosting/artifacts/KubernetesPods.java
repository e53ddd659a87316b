package com.crewyard.hosting.artifacts;

import static com.crewyard.hosting.artifacts.YamlText.map;

import com.crewyard.hosting.spec.AppSpec;
import com.crewyard.hosting.spec.AppSpec.Environment;
import com.crewyard.hosting.spec.AppSpec.Health;
import com.crewyard.hosting.spec.AppSpec.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Pods that hold the restricted Pod Security Standard (kubernetes.io/docs/concepts/security/pod-security-standards). */
final class KubernetesPods {

    /** How long endpoints take to forget a stopping pod, while it still answers. */
    private static final int FORGETTING_SECONDS = 5;

    private KubernetesPods() {}

    /** @param serves whether the pod answers requests, or runs once */
    static Map<String, Object> spec(
            AppSpec app, Service service, Environment environment, List<String> command, boolean serves) {
        Map<String, Object> container = map(
                "name",
                service.name(),
                "image",
                Texts.image(app, service, "0.0.0"),
                "imagePullPolicy",
                "IfNotPresent",
                "args",
                command,
                "env",
                variables(app, service, environment),
                "resources",
                map(
                        "requests", map("cpu", millis(service), "memory", service.memoryMebibytes() + "Mi"),
                        "limits", map("cpu", millis(service), "memory", service.memoryMebibytes() + "Mi")),
                "securityContext",
                map(
                        "allowPrivilegeEscalation", false,
                        "readOnlyRootFilesystem", true,
                        "capabilities", map("drop", List.of("ALL"))),
                "volumeMounts",
                List.of(map("name", "tmp", "mountPath", "/tmp")));
        if (serves) {
            service.port().ifPresent(port -> serve(container, service, port));
        }
        return map(
                "serviceAccountName",
                KubernetesGenerator.name(app, service.name()),
                "automountServiceAccountToken",
                false,
                "terminationGracePeriodSeconds",
                service.drain().longest().toSeconds() + FORGETTING_SECONDS,
                "securityContext",
                map(
                        "runAsNonRoot", true,
                        "runAsUser", 10001,
                        "runAsGroup", 10001,
                        "fsGroup", 10001,
                        "seccompProfile", map("type", "RuntimeDefault")),
                "containers",
                List.of(container),
                "volumes",
                List.of(map("name", "tmp", "emptyDir", new YamlText.Empty())));
    }

    private static void serve(Map<String, Object> container, Service service, int port) {
        container.put("ports", List.of(map("name", "http", "containerPort", port, "protocol", "TCP")));
        service.health().ifPresent(health -> {
            container.put(
                    "startupProbe",
                    probe(health, Math.max(1, Math.ceilDiv(health.grace().toSeconds(), seconds(health)))));
            container.put("readinessProbe", probe(health, 3));
            container.put("livenessProbe", probe(health, 6));
        });
        container.put("lifecycle", map("preStop", map("sleep", map("seconds", FORGETTING_SECONDS))));
    }

    private static Map<String, Object> probe(Health health, long failures) {
        return map(
                "httpGet", map("path", health.path(), "port", "http"),
                "periodSeconds", seconds(health),
                "timeoutSeconds", Math.max(1, health.timeout().toSeconds()),
                "failureThreshold", failures);
    }

    private static long seconds(Health health) {
        return Math.max(1, health.interval().toSeconds());
    }

    private static List<Object> variables(AppSpec app, Service service, Environment environment) {
        List<Object> variables = new ArrayList<>();
        Texts.variables(service, environment)
                .forEach((name, value) -> variables.add(map("name", name, "value", value)));
        for (String secret : Texts.secrets(app, service)) {
            variables.add(map(
                    "name",
                    secret,
                    "valueFrom",
                    map("secretKeyRef", map("name", app.app() + "-secrets", "key", secret))));
        }
        return variables;
    }

    static String millis(Service service) {
        return Math.round(service.cpu() * 1000) + "m";
    }
}
