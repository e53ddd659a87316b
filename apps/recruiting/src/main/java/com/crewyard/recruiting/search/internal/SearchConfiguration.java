package com.crewyard.recruiting.search.internal;

import com.crewyard.recruiting.search.internal.opensearch.Cluster;
import com.crewyard.recruiting.search.internal.opensearch.SharedStore;
import com.crewyard.recruiting.search.internal.query.Fields;
import com.crewyard.recruiting.search.internal.query.QueryReader;
import com.crewyard.recruiting.search.internal.query.Vocabulary;
import com.crewyard.recruiting.taxonomy.Taxonomy;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SearchConfiguration {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Bean
    QueryReader queryReader(Taxonomy taxonomy, Clock clock) {
        Vocabulary vocabulary = new Vocabulary(taxonomy);
        return new QueryReader(new Fields(taxonomy, vocabulary, clock), vocabulary);
    }

    /** Where indexes are kept, by SEARCH_ENGINE, OPENSEARCH_URL and OPENSEARCH_PREFIX. */
    @Bean
    IndexStores indexStores(
            @Value("${crewyard.search.engine:lucene}") String engine,
            @Value("${crewyard.search.opensearch-url:}") String url,
            @Value("${crewyard.search.opensearch-prefix:crewyard}") String prefix,
            IndexHome home,
            QueryReader queries,
            DataSource database) {
        return switch (engine.strip().toLowerCase(Locale.ROOT)) {
            case "", "lucene" -> organization -> new Generations(() -> home.of(organization), queries);
            case "opensearch" -> shared(url, prefix, queries, new Turns(database));
            default ->
                throw new IllegalArgumentException(
                        "SEARCH_ENGINE is \"%s\": write lucene, for indexes in each process, or opensearch, for a cluster"
                                .formatted(engine));
        };
    }

    private static IndexStores shared(String url, String prefix, QueryReader queries, Turns turns) {
        if (!prefix.matches("[a-z][a-z0-9_-]{0,60}")) {
            throw new IllegalArgumentException(
                    "OPENSEARCH_PREFIX is \"%s\": write up to 61 small letters, digits, - and _, a letter first"
                            .formatted(prefix));
        }
        Cluster cluster = new Cluster(url, PATIENCE);
        return organization -> new SharedStore(cluster, queries, turns, prefix, organization.toString());
    }
}
