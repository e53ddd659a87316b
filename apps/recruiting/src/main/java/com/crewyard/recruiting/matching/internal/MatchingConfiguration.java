package com.crewyard.recruiting.matching.internal;

import com.crewyard.recruiting.matching.MatchEngine;
import com.crewyard.recruiting.taxonomy.Taxonomy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

@Configuration(proxyBeanMethods = false)
class MatchingConfiguration {

    @Bean
    @Lazy
    MatchEngine matchEngine(Taxonomy taxonomy) {
        return new LocalEngine(new Vocabulary(taxonomy));
    }
}
