package com.crewyard.recruiting.jobs;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where the work is done. What clients wrote is kept, and read through {@link #of}. */
public enum RemoteOption {
    ONSITE("On site", List.of("onsite", "on site", "office", "in office", "no", "none", "false", "vor ort")),
    HYBRID("Hybrid", List.of("hybrid", "partial", "flexible")),
    REMOTE("Remote", List.of("remote", "fully remote", "full remote", "yes", "true", "home office"));

    private final String label;
    private final List<String> wordings;

    RemoteOption(String label, List<String> wordings) {
        this.label = label;
        this.wordings = wordings;
    }

    public String label() {
        return label;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<RemoteOption> of(String written) {
        String words =
                written.strip().toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
        return Arrays.stream(values())
                .filter(option -> option.wordings.contains(words))
                .findFirst();
    }
}
