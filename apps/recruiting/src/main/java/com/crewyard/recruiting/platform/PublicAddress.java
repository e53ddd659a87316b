package com.crewyard.recruiting.platform;

import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Where people reach this deployment, for links in messages. It is configured, never taken from a request: whoever sends
 * a request chooses its Host header, and so would choose where a private link leads.
 */
@Component
public class PublicAddress {

    private final Environment environment;
    private final Settings settings;

    PublicAddress(Environment environment, Settings settings) {
        this.environment = environment;
        this.settings = settings;
    }

    /** An absolute link to a path; in production empty until {@code CREWYARD_PUBLIC_URL} is set. */
    public Optional<String> linkTo(String path) {
        String configured = environment.getProperty("crewyard.public-url", "").replaceAll("/+$", "");
        if (!configured.isEmpty()) {
            return Optional.of(configured + path);
        }
        String port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8000"));
        return settings.production() ? Optional.empty() : Optional.of("http://localhost:" + port + path);
    }
}
