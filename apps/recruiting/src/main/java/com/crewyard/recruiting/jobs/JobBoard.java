package com.crewyard.recruiting.jobs;

import com.crewyard.recruiting.jobs.internal.BoardSearch;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The published jobs of the organization in scope, as its careers site lists them. */
@Service
public class JobBoard {

    private final BoardSearch search;
    private final Clock clock;

    JobBoard(BoardSearch search, Clock clock) {
        this.search = search;
        this.clock = clock;
    }

    /** What a visitor looks for; empty parts do not narrow. Remote and type are codes of their enums. */
    public record Query(
            Optional<String> words,
            Optional<String> department,
            Optional<String> location,
            Optional<String> remote,
            Optional<String> type) {

        public static final Query EVERYTHING =
                new Query(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A value of a facet, with how many jobs it would show beside the other choices made. */
    public record FacetValue(String value, String label, long count) {}

    /** Facets by name: department, location, remote, type. */
    public record Results(List<Job> jobs, long total, Map<String, List<FacetValue>> facets) {}

    @Transactional(readOnly = true)
    public Results search(Query query, int skip, int limit) {
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        return search.run(query, today, skip, limit);
    }
}
