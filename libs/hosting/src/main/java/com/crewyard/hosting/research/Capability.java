package com.crewyard.hosting.research;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a kind of hosting can or cannot do, which needs may make a hard condition. */
public enum Capability {
    WEBSOCKETS("WebSocket sessions", "websocket|long-lived|persistent connection"),
    WORKERS("background workers", "worker|background|queue consumer"),
    CRON("scheduled jobs", "cron|schedul"),
    STATE("local state", "local disk|stateful|persistent disk|volume"),
    RESIDENCY("a chosen region", "residen|region"),
    SINGLE_TENANT("single tenancy", "single.?tenan|dedicated host|isolation"),
    ANY_RUNTIME("any runtime", "any runtime|any language|container image|custom runtime");

    private final String title;
    private final String words;

    Capability(String title, String words) {
        this.title = title;
        this.words = words;
    }

    /** As a sentence names it. */
    public String title() {
        return title;
    }

    static Optional<Capability> of(String heading) {
        String lower = heading.toLowerCase(Locale.ROOT);
        for (Capability capability : values()) {
            if (lower.matches(".*(?:" + capability.words + ").*")) {
                return Optional.of(capability);
            }
        }
        return Optional.empty();
    }

    /** What a document says of one subject: capability → whether, and in which words. */
    public record Statement(String subject, Map<Capability, Answer> answers, int line) {}

    public record Answer(boolean possible, String text) {}
}
