package com.crewyard.deployment.targets.internal.container;

import com.crewyard.deployment.targets.EnvironmentRef;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How an environment's things are called at the engine, and by which labels they are found.
 *
 * @param environment whose
 */
record Labels(EnvironmentRef environment) {

    static final String KIND = "com.crewyard.kind";
    static final String INSTANCE = "com.crewyard.instance";
    static final String SLOT = "com.crewyard.slot";
    static final String SERVICE = "com.crewyard.service";
    static final String RELEASE = "com.crewyard.release";
    static final String ADDRESS = "com.crewyard.address";
    static final String PORT = "com.crewyard.port";
    static final String PATIENCE = "com.crewyard.stop-within";
    static final String JOB = "com.crewyard.job";

    private static final String APPLICATION = "com.crewyard.application";
    private static final String ENVIRONMENT = "com.crewyard.environment";

    /** What a container or volume is for. */
    enum Kind {
        INSTANCE,
        JOB,
        ROUTER,
        DATABASE,
        FOLDER,
        FENCE,
        NETWORK;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    String name(String last) {
        return "crewyard.%s.%s".formatted(environment.label(), last);
    }

    /** The network has the name alone. */
    String name() {
        return "crewyard." + environment.label();
    }

    /** By which everything of the environment is found. */
    Map<String, String> common() {
        return Map.of(APPLICATION, environment.application(), ENVIRONMENT, environment.environment());
    }

    Map<String, String> of(Kind kind) {
        Map<String, String> labels = new TreeMap<>(common());
        labels.put(KIND, kind.word());
        return labels;
    }

    /** As the engine's lists take labels. */
    static List<String> filters(Map<String, String> labels) {
        return labels.entrySet().stream()
                .map(label -> label.getKey() + "=" + label.getValue())
                .toList();
    }
}
