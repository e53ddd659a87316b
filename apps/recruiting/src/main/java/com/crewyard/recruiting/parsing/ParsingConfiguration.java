package com.crewyard.recruiting.parsing;

import com.crewyard.recruiting.taxonomy.Taxonomies;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One parser a process. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ParsingSettings.class)
class ParsingConfiguration {

    @Bean(destroyMethod = "close")
    ResumeParser resumeParser(ParsingSettings settings, Clock clock, Taxonomies taxonomies) {
        return new ResumeParser(settings, clock, taxonomies);
    }
}
