package com.crewyard.recruiting.search.internal;

import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.CrewyardException;
import com.crewyard.postgres.Tenancy;
import com.crewyard.recruiting.matching.CandidateIndex;
import com.crewyard.recruiting.search.DocumentKey;
import com.crewyard.recruiting.search.Kind;
import com.crewyard.recruiting.search.SearchRequest;
import com.crewyard.recruiting.search.internal.query.QueryReader;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** What matching asks of the index of the organization in scope. */
@Service
class IndexedCandidates implements CandidateIndex {

    private final OrganizationIndexes indexes;
    private final QueryReader queries;

    IndexedCandidates(OrganizationIndexes indexes, QueryReader queries) {
        this.indexes = indexes;
        this.queries = queries;
    }

    @Override
    public long size() {
        return index().ask(SearchIndex::candidates, 0L);
    }

    @Override
    public Set<CandidateId> all(String filter) {
        requireUnderstood(filter);
        SearchRequest request = SearchRequest.of(filter).only(Kind.CANDIDATE).withoutFacets();
        return index().<Collection<DocumentKey>>ask(index -> index.all(request), List.of()).stream()
                .map(key -> new CandidateId(key.id()))
                .collect(Collectors.toSet());
    }

    @Override
    public Nearest nearest(Wanted wanted, String filter, int most, LongPredicate known) {
        requireUnderstood(filter);
        return index().ask(index -> index.nearest(wanted, filter, most, known), Nearest.NOBODY);
    }

    @Override
    public List<Held> sample(int size, LongPredicate known) {
        return index().ask(index -> index.sample(size, known), List.of());
    }

    /** A search may leave out what it does not understand and say so; whoever is filtered out is never seen. */
    private void requireUnderstood(String filter) {
        queries.read(filter, false).notes().stream().findFirst().ifPresent(note -> {
            throw CrewyardException.invalid("filter", note.sentence());
        });
    }

    private OrganizationIndex index() {
        return indexes.of(Tenancy.required());
    }
}
