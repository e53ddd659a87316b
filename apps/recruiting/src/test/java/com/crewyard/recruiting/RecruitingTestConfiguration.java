package com.crewyard.recruiting;

import com.crewyard.testing.VirtualClock;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

@TestConfiguration(proxyBeanMethods = false)
class RecruitingTestConfiguration {

    @Bean
    @Primary
    VirtualClock virtualClock() {
        return new VirtualClock();
    }

    /** Lazy, because the port is known only when the server runs. */
    @Bean
    @Lazy
    Recruiting recruiting(Environment environment, JsonMapper json) {
        return new Recruiting("http://localhost:" + environment.getRequiredProperty("local.server.port"), json);
    }
}
