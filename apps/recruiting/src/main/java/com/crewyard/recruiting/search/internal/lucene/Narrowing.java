package com.crewyard.recruiting.search.internal.lucene;

import com.crewyard.recruiting.search.DocumentKey;
import com.crewyard.recruiting.search.Facet;
import com.crewyard.recruiting.search.Kind;
import com.crewyard.recruiting.search.SearchRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/** What a request asks for besides words, as filters that do not score. */
final class Narrowing {

    private Narrowing() {}

    static Query of(SearchRequest request, Query words, Optional<Query> likeness) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        if (likeness.isPresent()) {
            query.add(likeness.get(), Occur.MUST);
            query.add(words, Occur.FILTER);
        } else {
            query.add(words, Occur.MUST);
        }
        if (request.kinds().size() < Kind.values().length) {
            query.add(in(Mapping.KIND, request.kinds().stream().map(Kind::code).toList()), Occur.FILTER);
        }
        for (Map.Entry<Facet, List<String>> filter : request.filters().entrySet()) {
            List<String> terms = filter.getValue().stream()
                    .map(value -> FacetsConfig.pathToString(filter.getKey().name(), new String[] {value}))
                    .toList();
            query.add(in(FacetsConfig.DEFAULT_INDEX_FIELD_NAME, terms), Occur.FILTER);
        }
        if (!request.among().isEmpty()) {
            query.add(
                    in(
                            Mapping.KEY,
                            request.among().stream().map(DocumentKey::toString).toList()),
                    Occur.FILTER);
        }
        request.like().ifPresent(other -> query.add(in(Mapping.KEY, List.of(other.toString())), Occur.MUST_NOT));
        return query.build();
    }

    private static Query in(String field, List<String> values) {
        return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
    }
}
