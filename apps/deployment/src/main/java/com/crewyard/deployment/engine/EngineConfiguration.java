package com.crewyard.deployment.engine;

import com.crewyard.deployment.access.Guard;
import com.crewyard.deployment.approvals.Protections;
import com.crewyard.deployment.secrets.SecretOperations;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** The engine of a console: it works from the start of the application to its end. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    private static final Logger log = LoggerFactory.getLogger(EngineConfiguration.class);

    @Bean
    Engine engine(@Value("${engine.state}") Path state, @Value("${engine.database:}") String database) {
        return Engine.start(new EngineSettings(state, Optional.of(database).filter(url -> !url.isBlank())), log::info);
    }

    @Bean
    PlatformTransactionManager transactions(Engine engine) {
        return new JdbcTransactionManager(engine.database());
    }

    @Bean
    JdbcClient database(Engine engine) {
        return JdbcClient.create(engine.database());
    }

    @Bean
    Operations operations(Engine engine, Guard guard) {
        return new GuardedOperations(engine.deployments(), guard);
    }

    @Bean
    PreviewOperations previewOperations(Engine engine, Protections protections, Guard guard) {
        return new GuardedPreviews(engine.previews(), protections, guard);
    }

    @Bean
    CronOperations cronOperations(Engine engine, Guard guard) {
        return new GuardedCron(engine.cron(), guard);
    }

    @Bean
    SecretOperations secretOperations(Engine engine, Guard guard) {
        return new GuardedSecrets(engine.secrets(), guard);
    }
}
