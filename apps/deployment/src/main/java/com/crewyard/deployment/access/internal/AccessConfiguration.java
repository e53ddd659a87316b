package com.crewyard.deployment.access.internal;

import com.crewyard.deployment.access.AccessSettings;
import com.crewyard.deployment.access.AccessToken;
import com.crewyard.deployment.catalog.RefusedException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The token that opens this console. Production, and a console that others than this machine reach, want a chosen one. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessSettings.class)
class AccessConfiguration {

    @Bean
    AccessToken accessToken(AccessSettings settings) {
        if (settings.token().isEmpty()
                && (settings.production() || !settings.names().isEmpty())) {
            throw RefusedException.input(
                    "%s is not set, and %s wants a token of your own; set it to at least %d random characters, such as those of openssl rand -hex 32."
                            .formatted(
                                    AccessToken.VARIABLE,
                                    settings.production()
                                            ? "production"
                                            : "a console for " + String.join(", ", settings.names()),
                                    AccessToken.SHORTEST));
        }
        return AccessToken.of(settings.state(), settings.token());
    }
}
