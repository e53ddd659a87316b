package com.crewyard.recruiting.search.internal;

import com.crewyard.postgres.Tenancy;
import com.crewyard.recruiting.search.Search;
import com.crewyard.recruiting.search.SearchAnswer;
import com.crewyard.recruiting.search.SearchRequest;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.springframework.stereotype.Service;

/** Search in this process's own index of the organization in scope. */
@Service
class IndexedSearch implements Search {

    private final OrganizationIndexes indexes;
    private final ByMeaning meaning;
    private final Timer timer;

    IndexedSearch(OrganizationIndexes indexes, ByMeaning meaning, MeterRegistry metrics) {
        this.indexes = indexes;
        this.meaning = meaning;
        this.timer = Timer.builder("crewyard.search")
                .description("Answering a search from the index")
                .register(metrics);
    }

    @Override
    public SearchAnswer find(SearchRequest request) {
        long started = System.nanoTime();
        try {
            OrganizationIndex index = indexes.of(Tenancy.required());
            return meaning.find(request, index::find);
        } finally {
            timer.record(Duration.ofNanos(System.nanoTime() - started));
        }
    }
}
