package com.crewyard.hosting.plan;

import com.crewyard.hosting.spec.AppSpec;
import com.crewyard.hosting.spec.AppSpec.Service;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Fills in what stands in braces. */
final class Places {

    private final Map<String, String> values = new LinkedHashMap<>();

    Places(AppSpec app) {
        values.put("app", app.app());
        values.put("window", text(app.rollout().window()));
        List<Integer> steps = app.rollout().steps().isEmpty()
                ? List.of(5, 25, 50)
                : app.rollout().steps();
        values.put("canary", steps.stream().map(String::valueOf).collect(Collectors.joining(", ")) + " %");
        values.put(
                "lock",
                app.migrations()
                        .expand()
                        .flatMap(AppSpec.Migration::lockTimeout)
                        .map(Places::text)
                        .orElse("5 s"));
        Service called = app.services().values().stream()
                .filter(service -> !service.routes().isEmpty())
                .findFirst()
                .orElse(app.services().values().iterator().next());
        values.put(
                "host",
                called.routes().isEmpty()
                        ? "localhost"
                        : called.routes().getFirst().host());
        values.put("health", called.health().map(AppSpec.Health::path).orElse("/"));
        values.put("port", String.valueOf(called.port().orElse(80)));
        values.put("drain", text(called.drain().websockets()));
        Set<String> secrets = new LinkedHashSet<>();
        app.services().values().forEach(service -> secrets.addAll(service.secrets()));
        app.backing().values().forEach(backing -> secrets.add(backing.env()));
        values.put("secrets", secrets.isEmpty() ? "the environment" : String.join(", ", secrets));
    }

    private Places(Map<String, String> values) {
        this.values.putAll(values);
    }

    Places with(String name, String value) {
        Places more = new Places(values);
        more.values.put(name, value);
        return more;
    }

    String fill(String text) {
        String filled = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }

    static String text(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds >= 3600 && seconds % 3600 == 0) {
            return seconds / 3600 + " h";
        }
        return seconds >= 60 && seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
    }
}
