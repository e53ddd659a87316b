package com.crewyard.recruiting.platform;

import com.crewyard.postgres.TenantTransactionManager;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

@Configuration(proxyBeanMethods = false)
@EnableTransactionManagement
@EnableConfigurationProperties(Settings.class)
class DatabaseConfiguration {

    private static final Logger log = LoggerFactory.getLogger(DatabaseConfiguration.class);
    private static final int DEFAULT_POOL_SIZE = 20;

    @Bean(destroyMethod = "close")
    Database database(Settings settings, Environment environment) {
        int poolSize = environment.getProperty("crewyard.database-pool", Integer.class, DEFAULT_POOL_SIZE);
        return Database.open(settings, poolSize, step -> log.info("{} …", step));
    }

    @Bean(destroyMethod = "")
    HikariDataSource dataSource(Database database) {
        return database.pool();
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource, Database database) {
        return new TenantTransactionManager(dataSource, database.access().transactionRole());
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
