package com.crewyard.deployment.access;

import java.util.Map;
import java.util.Optional;

/**
 * Which organization owns what, as of one request.
 *
 * @param organizations by the name of an application, or by a pipeline as scopes name it
 */
public record Owners(Map<String, String> organizations) {

    public static final Owners NONE = new Owners(Map.of());

    public Owners {
        organizations = Map.copyOf(organizations);
    }

    /** @param subject an environment, which belongs to whom its application does, or a pipeline */
    Optional<String> of(String subject) {
        int end = subject.indexOf('/');
        return Optional.ofNullable(organizations.get(end < 0 ? subject : subject.substring(0, end)));
    }
}
