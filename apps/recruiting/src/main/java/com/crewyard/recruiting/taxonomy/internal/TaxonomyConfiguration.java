package com.crewyard.recruiting.taxonomy.internal;

import com.crewyard.recruiting.taxonomy.Taxonomy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TaxonomyConfiguration {
    @Bean
    Taxonomy taxonomy() {
        return Taxonomy.load();
    }
}
