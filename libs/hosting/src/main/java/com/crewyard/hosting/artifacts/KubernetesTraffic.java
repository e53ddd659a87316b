package com.crewyard.hosting.artifacts;

import static com.crewyard.hosting.artifacts.YamlText.map;

import com.crewyard.hosting.spec.AppSpec;
import com.crewyard.hosting.spec.AppSpec.Environment;
import com.crewyard.hosting.spec.AppSpec.Route;
import com.crewyard.hosting.spec.AppSpec.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How requests reach the services: an Ingress, and the same as routes of the Gateway API. */
final class KubernetesTraffic {

    private KubernetesTraffic() {}

    static Map<String, Object> ingress(AppSpec app, Environment environment) {
        List<Object> rules = new ArrayList<>();
        Texts.hosts(app)
                .forEach((host, mounts) -> rules.add(map(
                        "host",
                        host,
                        "http",
                        map(
                                "paths",
                                mounts.stream()
                                        .map(mount -> map(
                                                "path",
                                                mount.path(),
                                                "pathType",
                                                "Prefix",
                                                "backend",
                                                map(
                                                        "service",
                                                        map(
                                                                "name",
                                                                        KubernetesGenerator.name(
                                                                                app,
                                                                                mount.service()
                                                                                        .name()),
                                                                "port", map("name", "http")))))
                                        .toList()))));
        Map<String, Object> metadata = KubernetesGenerator.metadata(app, "ingress");
        metadata.put("annotations", annotations());
        Map<String, Object> spec = map("rules", rules);
        if (environment.tls().isPresent()) {
            spec.put(
                    "tls",
                    List.of(map("hosts", List.copyOf(Texts.hosts(app).keySet()), "secretName", app.app() + "-tls")));
        }
        return map("apiVersion", "networking.k8s.io/v1", "kind", "Ingress", "metadata", metadata, "spec", spec);
    }

    /** Those of ingress-nginx and of the AWS Load Balancer Controller; others ignore them. */
    static Map<String, Object> annotations() {
        String idle = String.valueOf(Texts.IDLE_SECONDS);
        return map(
                "nginx.ingress.kubernetes.io/proxy-read-timeout",
                idle,
                "nginx.ingress.kubernetes.io/proxy-send-timeout",
                idle,
                "nginx.ingress.kubernetes.io/limit-rps",
                "50",
                "alb.ingress.kubernetes.io/target-type",
                "ip",
                "alb.ingress.kubernetes.io/load-balancer-attributes",
                "idle_timeout.timeout_seconds=" + idle);
    }

    /** Not among the Kustomize resources, for not every cluster has the Gateway API: add it where it is. */
    static Map<String, Object> httpRoute(AppSpec app, Service service) {
        return map(
                "apiVersion",
                "gateway.networking.k8s.io/v1",
                "kind",
                "HTTPRoute",
                "metadata",
                KubernetesGenerator.metadata(app, service.name()),
                "spec",
                map(
                        "parentRefs",
                        List.of(map("name", app.app())),
                        "hostnames",
                        service.routes().stream().map(Route::host).distinct().toList(),
                        "rules",
                        service.routes().stream()
                                .map(Route::path)
                                .distinct()
                                .map(path -> map(
                                        "matches",
                                        List.of(map("path", map("type", "PathPrefix", "value", path))),
                                        "backendRefs",
                                        List.of(map(
                                                "name", KubernetesGenerator.name(app, service.name()),
                                                "port", service.port().orElseThrow()))))
                                .toList()));
    }
}
