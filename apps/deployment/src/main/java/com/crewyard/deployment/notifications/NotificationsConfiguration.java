package com.crewyard.deployment.notifications;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The outbox for the console's page; what is in it is sent by the engine. */
@Configuration(proxyBeanMethods = false)
class NotificationsConfiguration {

    @Bean
    Outbox outbox(JdbcClient jdbc, Clock clock) {
        return new Outbox(jdbc, clock);
    }
}
