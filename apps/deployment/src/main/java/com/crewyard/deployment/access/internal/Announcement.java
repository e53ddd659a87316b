package com.crewyard.deployment.access.internal;

import com.crewyard.deployment.access.AccessSettings;
import com.crewyard.deployment.access.AccessToken;
import com.crewyard.deployment.access.ConsoleAddress;
import java.net.URI;
import java.util.Optional;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells commands on the same state folder where the console is, as long as it listens. */
@Component
class Announcement {

    private final AccessSettings settings;
    private final AccessToken token;
    private Optional<ConsoleAddress> announced = Optional.empty();

    Announcement(AccessSettings settings, AccessToken token) {
        this.settings = settings;
        this.token = token;
    }

    @EventListener
    void listening(WebServerInitializedEvent event) {
        announced = Optional.of(ConsoleAddress.announce(
                settings.state(),
                URI.create("http://localhost:" + event.getWebServer().getPort()),
                token));
    }

    @EventListener
    void closing(ContextClosedEvent event) {
        announced.ifPresent(address -> address.withdraw(settings.state()));
    }
}
