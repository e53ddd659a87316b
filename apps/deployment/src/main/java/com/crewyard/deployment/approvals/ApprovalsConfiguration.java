package com.crewyard.deployment.approvals;

import com.crewyard.deployment.access.Guard;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Approvals for the console's pages and its API. */
@Configuration(proxyBeanMethods = false)
class ApprovalsConfiguration {

    @Bean
    Protections protections(JdbcClient jdbc) {
        return new Protections(jdbc);
    }

    @Bean
    GuardedProtections guardedProtections(Protections protections, Guard guard) {
        return new GuardedProtections(protections, guard);
    }

    @Bean
    GuardedApprovals approvals(JdbcClient jdbc, PlatformTransactionManager transactions, Guard guard, Clock clock) {
        return new GuardedApprovals(new Approvals(jdbc, transactions, clock), guard);
    }
}
