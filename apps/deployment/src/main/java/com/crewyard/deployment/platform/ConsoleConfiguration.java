package com.crewyard.deployment.platform;

import com.crewyard.deployment.access.Caller;
import com.crewyard.deployment.access.Permission;
import com.crewyard.deployment.access.Session;
import com.crewyard.web.CsrfField;
import com.crewyard.web.Texts;
import com.crewyard.web.Viewer;
import com.crewyard.web.Visitors;
import com.crewyard.web.WebConfiguration;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The design system in the console: compiled templates, texts in English and German, and who is signed in. */
@Configuration(proxyBeanMethods = false)
@Import(WebConfiguration.class)
class ConsoleConfiguration {

    private static final String TEMPLATES = "com.crewyard.deployment.templates";
    private static final List<String> BUNDLES = List.of("com/crewyard/web/text", "text/console", "text/advisor");

    @Bean
    TemplateEngine templateEngine() {
        return TemplateEngine.createPrecompiled(
                null, ContentType.Html, ConsoleConfiguration.class.getClassLoader(), TEMPLATES);
    }

    @Bean
    Texts texts() {
        return new Texts(List.of(Locale.GERMAN), BUNDLES);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Visitors visitors() {
        return new Visitors() {
            @Override
            public Optional<Viewer> viewer(HttpServletRequest request) {
                return Session.of(request)
                        .map(session -> new Viewer(session.name(), "", "", "Deploy", "", offered(session.caller())));
            }

            /** What pages offer at all; whether it goes for one environment is found when it is asked for. */
            private Set<String> offered(Caller caller) {
                Set<String> offered = Arrays.stream(Permission.values())
                        .filter(caller::maySomewhere)
                        .map(Permission::name)
                        .collect(Collectors.toSet());
                Arrays.stream(Permission.values())
                        .filter(caller::mayEverywhere)
                        .forEach(permission -> offered.add(permission + "_EVERYWHERE"));
                Arrays.stream(Permission.values())
                        .filter(caller::mayToAnOrganization)
                        .forEach(permission -> offered.add(permission + "_AN_ORGANIZATION"));
                return offered;
            }

            @Override
            public CsrfField csrf(HttpServletRequest request) {
                return Session.of(request)
                        .map(session -> new CsrfField("_csrf", "X-CSRF-Token", session.csrf()))
                        .orElse(CsrfField.NONE);
            }

            @Override
            public ZoneId zone(HttpServletRequest request) {
                return ZoneOffset.UTC;
            }
        };
    }
}
