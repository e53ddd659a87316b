package com.crewyard.deployment.access;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a console is reached.
 *
 * @param state the engine's state folder, where the token is kept
 * @param token given from outside; empty for the one in the state folder
 * @param names by which it answers beside those of this machine, when it stands behind a proxy
 * @param environment {@code production} refuses defaults
 */
@ConfigurationProperties("access")
public record AccessSettings(
        Path state,
        Optional<String> token,
        @DefaultValue List<String> names,
        @DefaultValue("development") String environment) {

    public AccessSettings {
        token = token.filter(text -> !text.isBlank());
    }

    public boolean production() {
        return environment.equals("production");
    }
}
