package com.crewyard.recruiting.search.internal;

import com.crewyard.recruiting.search.internal.query.Fields;
import com.crewyard.recruiting.search.internal.query.QueryReader;
import com.crewyard.recruiting.search.internal.query.Vocabulary;
import com.crewyard.recruiting.taxonomy.Taxonomy;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SearchConfiguration {

    @Bean
    QueryReader queryReader(Taxonomy taxonomy, Clock clock) {
        Vocabulary vocabulary = new Vocabulary(taxonomy);
        return new QueryReader(new Fields(taxonomy, vocabulary, clock), vocabulary);
    }
}
