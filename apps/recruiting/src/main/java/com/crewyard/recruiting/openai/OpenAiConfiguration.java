package com.crewyard.recruiting.openai;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OpenAiSettings.class)
class OpenAiConfiguration {

    @Bean
    @Lazy
    OpenAi openAi(OpenAiSettings settings, Clock clock, UsageMeter usage) {
        return new OpenAi(settings, clock, usage);
    }
}
