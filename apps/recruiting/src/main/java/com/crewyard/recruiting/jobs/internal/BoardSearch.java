package com.crewyard.recruiting.jobs.internal;

import com.crewyard.recruiting.jobs.EmploymentType;
import com.crewyard.recruiting.jobs.Job;
import com.crewyard.recruiting.jobs.JobBoard.FacetValue;
import com.crewyard.recruiting.jobs.JobBoard.Query;
import com.crewyard.recruiting.jobs.JobBoard.Results;
import com.crewyard.recruiting.jobs.RemoteOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds published jobs by words in PostgreSQL and narrows them by facets here: an employer has hundreds of open jobs,
 * not millions, and facet counts need every match anyway.
 */
@Component
public class BoardSearch {

    private static final int MOST_PUBLISHED = 5_000;

    private final JdbcClient jdbc;

    BoardSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A dimension to narrow by. */
    private record Facet(
            String name, Function<Query, Optional<String>> chosen, Function<Job, List<FacetValue>> values) {

        boolean admits(Job job, Query query) {
            return chosen.apply(query)
                    .map(wanted -> values.apply(job).stream()
                            .anyMatch(value -> value.value().equalsIgnoreCase(wanted)))
                    .orElse(true);
        }
    }

    private static final List<Facet> FACETS = List.of(
            new Facet(
                    "department",
                    Query::department,
                    job -> plain(job.draft().department().stream().toList())),
            new Facet("location", Query::location, job -> plain(job.locations())),
            new Facet(
                    "remote",
                    Query::remote,
                    job -> job.remoteOption().map(BoardSearch::valueOf).stream().toList()),
            new Facet(
                    "type",
                    Query::type,
                    job -> job.employmentType().map(BoardSearch::valueOf).stream()
                            .toList()));

    public Results run(Query query, LocalDate today, int skip, int limit) {
        List<Job> found = published(query.words(), today);
        List<Job> narrowed = found.stream()
                .filter(job -> FACETS.stream().allMatch(facet -> facet.admits(job, query)))
                .toList();
        Map<String, List<FacetValue>> facets = new LinkedHashMap<>();
        for (Facet facet : FACETS) {
            facets.put(facet.name(), counts(facet, found, query));
        }
        return new Results(narrowed.stream().skip(skip).limit(limit).toList(), narrowed.size(), Map.copyOf(facets));
    }

    private List<Job> published(Optional<String> words, LocalDate today) {
        return jdbc.sql("select " + JobStore.COLUMNS + """
                        from jobs.job
                        join jobs.post on post.job_id = job.id
                        cross join lateral (
                          select websearch_to_tsquery('english', cast(:words as text))
                            || websearch_to_tsquery('simple', cast(:words as text)) as query) wanted
                        where job.organization_id = platform.current_organization()
                          and post.state = 'published'
                          and job.status = 'open'
                          and (post.valid_through is null or post.valid_through >= :today)
                          and (cast(:words as text) is null or job.search @@ wanted.query)
                        order by
                          case when cast(:words as text) is null then 0 else ts_rank(job.search, wanted.query) end desc,
                          post.published_at desc, job.id desc
                        limit :most""")
                .param("words", words.filter(text -> !text.isBlank()).orElse(null))
                .param("today", today)
                .param("most", MOST_PUBLISHED)
                .query(JobStore::read)
                .list();
    }

    private static List<FacetValue> counts(Facet facet, List<Job> found, Query query) {
        Map<FacetValue, Long> counts = found.stream()
                .filter(job -> FACETS.stream().allMatch(other -> other == facet || other.admits(job, query)))
                .flatMap(job -> facet.values().apply(job).stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        List<FacetValue> values = new ArrayList<>();
        counts.forEach((value, count) -> values.add(new FacetValue(value.value(), value.label(), count)));
        values.sort(Comparator.comparing(FacetValue::count).reversed().thenComparing(FacetValue::label));
        return List.copyOf(values);
    }

    private static List<FacetValue> plain(List<String> texts) {
        return texts.stream().map(text -> new FacetValue(text, text, 0)).toList();
    }

    private static FacetValue valueOf(RemoteOption option) {
        return new FacetValue(option.code(), option.label(), 0);
    }

    private static FacetValue valueOf(EmploymentType type) {
        return new FacetValue(type.code(), type.label(), 0);
    }
}
