package com.crewyard.deployment.targets;

/** Another engine has taken over meanwhile. */
public final class StaleFenceException extends TargetException {

    public StaleFenceException(long refused, long highest) {
        this("Fence %d is refused, for %d was seen.".formatted(refused, highest));
    }

    public StaleFenceException(String message) {
        super(message);
    }
}
