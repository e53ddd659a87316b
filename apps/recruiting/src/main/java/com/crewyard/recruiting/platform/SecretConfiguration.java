package com.crewyard.recruiting.platform;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class SecretConfiguration {

    @Bean
    DeploymentSecret deploymentSecret(Settings settings, Environment environment) {
        boolean secure =
                environment.getProperty("server.servlet.session.cookie.secure", Boolean.class, settings.production());
        ProductionRules.check(settings, secure);
        return DeploymentSecret.of(settings);
    }
}
