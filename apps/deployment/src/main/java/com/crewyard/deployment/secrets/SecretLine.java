package com.crewyard.deployment.secrets;

import java.time.Instant;
import java.util.Optional;

/**
 * What may be told of a secret, which is never its value.
 *
 * @param reference where it is looked up; empty when its value is kept here
 * @param key the name of the key that its value is sealed with
 */
public record SecretLine(
        String name, Optional<String> reference, Optional<String> key, String updatedBy, Instant updatedAt) {}
