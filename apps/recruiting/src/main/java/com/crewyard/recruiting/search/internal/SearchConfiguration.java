package com.crewyard.recruiting.search.internal;

import com.crewyard.kernel.OrganizationId;
import com.crewyard.postgres.Tenancy;
import com.crewyard.recruiting.matching.Preparation;
import com.crewyard.recruiting.search.internal.opensearch.Cluster;
import com.crewyard.recruiting.search.internal.opensearch.SharedStore;
import com.crewyard.recruiting.search.internal.query.QueryReader;
import com.crewyard.recruiting.taxonomy.Taxonomies;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SearchConfiguration {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Bean
    QueryReader queryReader(Taxonomies taxonomies, Clock clock) {
        return QueryReader.of(taxonomies, clock);
    }

    /** Where indexes are kept, by SEARCH_ENGINE, OPENSEARCH_URL and OPENSEARCH_PREFIX. */
    @Bean
    IndexStores indexStores(
            @Value("${crewyard.search.engine:lucene}") String engine,
            @Value("${crewyard.search.opensearch-url:}") String url,
            @Value("${crewyard.search.opensearch-prefix:crewyard}") String prefix,
            IndexHome home,
            QueryReader queries,
            Preparation preparation,
            DataSource database) {
        return switch (engine.strip().toLowerCase(Locale.ROOT)) {
            case "", "lucene" ->
                organization ->
                        new Generations(() -> home.of(organization), queries, manner(organization, preparation));
            case "opensearch" -> shared(url, prefix, queries, preparation, new Turns(database));
            default ->
                throw new IllegalArgumentException(
                        "SEARCH_ENGINE is \"%s\": write lucene, for indexes in each process, or opensearch, for a cluster"
                                .formatted(engine));
        };
    }

    private static Supplier<String> manner(OrganizationId organization, Preparation preparation) {
        return () -> Tenancy.in(organization, preparation::manner);
    }

    private static IndexStores shared(
            String url, String prefix, QueryReader queries, Preparation preparation, Turns turns) {
        if (!prefix.matches("[a-z][a-z0-9_-]{0,60}")) {
            throw new IllegalArgumentException(
                    "OPENSEARCH_PREFIX is \"%s\": write up to 61 small letters, digits, - and _, a letter first"
                            .formatted(prefix));
        }
        Cluster cluster = new Cluster(url, PATIENCE);
        return organization -> new SharedStore(
                cluster, queries, turns, prefix, organization.toString(), manner(organization, preparation));
    }
}
