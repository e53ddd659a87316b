package com.crewyard.hosting.artifacts;

import static com.crewyard.hosting.artifacts.YamlText.map;

import com.crewyard.hosting.spec.AppSpec;
import com.crewyard.hosting.spec.AppSpec.Backing;
import com.crewyard.hosting.spec.AppSpec.Backing.Kind;
import com.crewyard.hosting.spec.AppSpec.Environment;
import com.crewyard.hosting.spec.AppSpec.Service;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A Render Blueprint (render.com/docs/blueprint-spec). */
final class RenderGenerator implements Generator {

    @Override
    public String target() {
        return "render";
    }

    @Override
    public List<Artifact> generate(AppSpec app, Environment environment) {
        List<Object> services = new ArrayList<>();
        app.services().values().forEach(service -> services.add(service(app, service, environment)));
        app.cron().forEach((name, job) -> {
            Service service = app.services().get(job.service());
            if (service != null) {
                Map<String, Object> cron = process("cron", app.app() + "-" + name, service, environment);
                cron.put("schedule", job.schedule());
                cron.put("dockerCommand", String.join(" ", job.command()));
                cron.put("envVars", variables(app, service, environment));
                services.add(cron);
            }
        });
        List<Object> databases = new ArrayList<>();
        app.backing().forEach((name, backing) -> {
            if (backing.kind() == Kind.DATABASE) {
                databases.add(map(
                        "name",
                        app.app() + "-" + name,
                        "postgresMajorVersion",
                        backing.version(),
                        "plan",
                        "basic-1gb"));
            }
            if (backing.kind() == Kind.CACHE) {
                services.add(map(
                        "type",
                        "keyvalue",
                        "name",
                        app.app() + "-" + name,
                        "plan",
                        "starter",
                        "ipAllowList",
                        List.of()));
            }
        });
        return List.of(new Artifact(
                "render.yaml",
                Texts.header(this, environment) + YamlText.of(map("services", services, "databases", databases))));
    }

    private static Map<String, Object> service(AppSpec app, Service service, Environment environment) {
        Map<String, Object> written = process(
                service.port().isPresent() ? "web" : "worker", app.app() + "-" + service.name(), service, environment);
        if (!service.command().isEmpty()) {
            written.put("dockerCommand", String.join(" ", service.command()));
        }
        app.migrations()
                .expand()
                .filter(migration -> migration.service().equals(service.name()))
                .ifPresent(migration -> written.put("preDeployCommand", String.join(" ", migration.command())));
        service.health().ifPresent(health -> written.put("healthCheckPath", health.path()));
        service.autoscale()
                .ifPresentOrElse(
                        scale -> written.put(
                                "scaling",
                                map(
                                        "minInstances",
                                        scale.min(),
                                        "maxInstances",
                                        scale.max(),
                                        "targetCPUPercent",
                                        scale.cpu())),
                        () -> written.put("numInstances", service.replicas()));
        written.put(
                "maxShutdownDelaySeconds",
                Math.max(1, Math.min(300, service.drain().longest().toSeconds())));
        List<String> domains =
                service.routes().stream().map(AppSpec.Route::host).distinct().toList();
        if (!domains.isEmpty()) {
            written.put("domains", domains);
        }
        written.put("envVars", variables(app, service, environment));
        return written;
    }

    private static Map<String, Object> process(String type, String name, Service service, Environment environment) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("type", type);
        written.put("name", name);
        environment.region().ifPresent(region -> written.put("region", region));
        written.put("plan", plan(service));
        service.image()
                .ifPresentOrElse(
                        image -> {
                            written.put("runtime", "image");
                            written.put("image", map("url", image));
                        },
                        () -> {
                            written.put("runtime", "docker");
                            service.build().ifPresent(build -> {
                                written.put("dockerContext", build.context());
                                written.put("dockerfilePath", build.dockerfile());
                            });
                        });
        return written;
    }

    private static List<Object> variables(AppSpec app, Service service, Environment environment) {
        List<Object> variables = new ArrayList<>();
        Texts.variables(service, environment).forEach((name, value) -> variables.add(map("key", name, "value", value)));
        app.backing().forEach((name, backing) -> variables.add(backing(app, name, backing)));
        service.secrets().forEach(secret -> variables.add(map("key", secret, "sync", false)));
        return variables;
    }

    private static Map<String, Object> backing(AppSpec app, String name, Backing backing) {
        return switch (backing.kind()) {
            case DATABASE ->
                map(
                        "key",
                        backing.env(),
                        "fromDatabase",
                        map("name", app.app() + "-" + name, "property", "connectionString"));
            case CACHE ->
                map(
                        "key", backing.env(),
                        "fromService",
                                map(
                                        "type",
                                        "keyvalue",
                                        "name",
                                        app.app() + "-" + name,
                                        "property",
                                        "connectionString"));
            case QUEUE, STORAGE -> map("key", backing.env(), "sync", false);
        };
    }

    /** The smallest plan that holds an instance: starter 0.5 CPU/512 MB, standard 1/2 GB, pro 2/4, pro plus 4/8. */
    private static String plan(Service service) {
        double cpu = service.cpu();
        int memory = service.memoryMebibytes();
        if (cpu <= 0.5 && memory <= 512) {
            return "starter";
        }
        if (cpu <= 1 && memory <= 2048) {
            return "standard";
        }
        return cpu <= 2 && memory <= 4096 ? "pro" : "pro plus";
    }
}
