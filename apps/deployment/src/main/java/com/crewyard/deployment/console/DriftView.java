package com.crewyard.deployment.console;

import com.crewyard.deployment.engine.Drift;
import com.crewyard.deployment.targets.EnvironmentRef;
import java.util.List;
import java.util.Locale;

/**
 * What is not as it should be in an environment.
 *
 * @param not why nothing was compared; empty when it was
 */
public record DriftView(EnvironmentRef environment, List<Drift> found, String not) {

    public String path() {
        return "/environments/" + environment;
    }

    public String title() {
        return environment.application() + " / " + environment.environment();
    }

    /** Of the text that says what kind of drift it is. */
    public static String key(Drift drift) {
        return "drift." + drift.kind().name().toLowerCase(Locale.ROOT);
    }
}
