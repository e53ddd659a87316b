package com.crewyard.deployment.engine;

import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The engine of a console: it works from the start of the application to its end. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    private static final Logger log = LoggerFactory.getLogger(EngineConfiguration.class);

    @Bean
    Engine engine(@Value("${engine.state}") Path state, @Value("${engine.database:}") String database) {
        return Engine.start(new EngineSettings(state, Optional.of(database).filter(url -> !url.isBlank())), log::info);
    }

    @Bean
    Operations operations(Engine engine) {
        return engine.deployments();
    }
}
