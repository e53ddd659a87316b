package com.crewyard.deployment.access.internal;

import com.crewyard.deployment.access.AccessSettings;
import com.crewyard.deployment.access.AccessToken;
import com.crewyard.deployment.access.Accounts;
import com.crewyard.deployment.access.Guard;
import com.crewyard.deployment.access.GuardedGrants;
import com.crewyard.deployment.access.GuardedOrganizations;
import com.crewyard.deployment.access.GuardedTokens;
import com.crewyard.deployment.access.OidcSettings;
import com.crewyard.deployment.access.Organizations;
import com.crewyard.deployment.access.People;
import com.crewyard.deployment.access.Tokens;
import com.crewyard.deployment.catalog.Audit;
import com.crewyard.deployment.catalog.RefusedException;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Who may use this console, and the token that opens all of it. Production, and a console that others than this machine reach, want a chosen one. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({AccessSettings.class, OidcSettings.class})
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

    @Bean
    Audit audit(JdbcClient jdbc) {
        return new Audit(jdbc);
    }

    @Bean
    Accounts accounts(JdbcClient jdbc, Clock clock) {
        return new Accounts(jdbc, clock);
    }

    @Bean
    People people(JdbcClient jdbc) {
        return new People(jdbc);
    }

    @Bean
    Tokens tokens(JdbcClient jdbc, Clock clock) {
        return new Tokens(jdbc, clock);
    }

    @Bean
    Guard guard(Audit audit, Accounts accounts) {
        return new Guard(audit, accounts);
    }

    @Bean
    Organizations organizations(JdbcClient jdbc) {
        return new Organizations(jdbc);
    }

    @Bean
    GuardedTokens guardedTokens(Tokens tokens, Guard guard) {
        return new GuardedTokens(tokens, guard);
    }

    @Bean
    GuardedGrants guardedGrants(People people, Guard guard) {
        return new GuardedGrants(people, guard);
    }

    @Bean
    GuardedOrganizations guardedOrganizations(Organizations organizations, Guard guard) {
        return new GuardedOrganizations(organizations, guard);
    }

    @Bean
    WebMvcConfigurer declaredPermissions(Guard guard) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new DeclaredPermissions(guard));
            }
        };
    }
}
