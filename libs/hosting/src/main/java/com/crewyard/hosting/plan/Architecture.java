package com.crewyard.hosting.plan;

import com.crewyard.hosting.spec.AppSpec;
import com.crewyard.hosting.spec.AppSpec.Backing;
import com.crewyard.hosting.spec.AppSpec.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Draws what runs where at the end of a phase, as a Mermaid flowchart. */
final class Architecture {

    private final AppSpec app;
    private final List<String> lines = new ArrayList<>();

    Architecture(AppSpec app) {
        this.app = app;
    }

    /**
     * @param edge what stands before the platform
     * @param previews where the applications of pull requests run
     * @param practices the ones in force
     */
    String of(String platform, List<String> edge, Optional<String> previews, Set<String> practices) {
        lines.add("flowchart LR");
        node("    ", "users", "Users");
        String before = "users";
        for (int i = 0; i < edge.size(); i++) {
            String id = "edge" + (i + 1);
            node("    ", id, edge.get(i) + ": tokens, public pages");
            edge(before, id, "HTTPS");
            before = id;
        }
        lines.add("    subgraph platform [\"%s\"]".formatted(label(platform)));
        app.services()
                .values()
                .forEach(service -> node("        ", "service_" + key(service.name()), service(service)));
        if (practices.contains("blue-green") || practices.contains("canary")) {
            node(
                    "        ",
                    "next",
                    "The next release, "
                            + (practices.contains("canary") ? "with a share of the traffic" : "beside the old one"));
        }
        app.backing()
                .forEach((name, backing) ->
                        store("        ", "backing_" + key(name), backing(name, backing, practices)));
        boolean queued = practices.contains("queue")
                && app.backing().values().stream().noneMatch(backing -> backing.kind() == Backing.Kind.QUEUE);
        if (queued) {
            store("        ", "queue", "Queue");
        }
        lines.add("    end");
        connect(before, queued, practices);
        previews.ifPresent(place -> {
            node("    ", "pull_request", "Pull request");
            node("    ", "preview", "Preview on " + place);
            edge("pull_request", "preview", "one each");
        });
        return String.join("\n", lines) + "\n";
    }

    private void connect(String before, boolean queued, Set<String> practices) {
        for (Service service : app.services().values()) {
            String id = "service_" + key(service.name());
            if (service.port().isPresent()) {
                edge(before, id, service.websocket() ? "HTTPS, WSS" : "HTTPS");
            }
            app.backing().keySet().forEach(name -> edge(id, "backing_" + key(name), ""));
            if (queued) {
                edge(service.port().isPresent() ? id : "queue", service.port().isPresent() ? "queue" : id, "");
            }
        }
        if (practices.contains("blue-green") || practices.contains("canary")) {
            edge(before, "next", practices.contains("canary") ? "5, 25, 50 %" : "when it has proved itself");
        }
    }

    private static String service(Service service) {
        return service.name()
                + service.autoscale()
                        .map(scale -> ", %d to %d".formatted(scale.min(), scale.max()))
                        .orElse(service.replicas() == 1 ? "" : ", %d times".formatted(service.replicas()));
    }

    private static String backing(String name, Backing backing, Set<String> practices) {
        String engine = "%s: %s %s".formatted(name, backing.engine(), backing.version());
        return backing.kind() == Backing.Kind.DATABASE && practices.contains("availability")
                ? engine + " in two zones"
                : engine;
    }

    private void node(String indent, String id, String text) {
        lines.add("%s%s[\"%s\"]".formatted(indent, id, label(text)));
    }

    private void store(String indent, String id, String text) {
        lines.add("%s%s[(\"%s\")]".formatted(indent, id, label(text)));
    }

    private void edge(String from, String to, String text) {
        lines.add(
                text.isEmpty()
                        ? "    %s --> %s".formatted(from, to)
                        : "    %s -- \"%s\" --> %s".formatted(from, label(text), to));
    }

    private static String key(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_");
    }

    private static String label(String text) {
        return text.replace("\"", "'");
    }
}
