package com.crewyard.deployment.targets;

/** An environment of an application, such as {@code shop/production}. */
public record EnvironmentRef(String application, String environment) {

    /** As labels and folders carry it. */
    public String label() {
        return application + "." + environment;
    }

    @Override
    public String toString() {
        return application + "/" + environment;
    }
}
