package com.crewyard.recruiting.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody looks for.
 *
 * @param query in the language of {@code docs/search.md}; any text is a query
 * @param kinds what may be found; nothing when empty
 * @param filters values of facets: each facet named has to have one of its values
 * @param limit 1 to {@link #LONGEST}
 * @param after where an earlier answer ended ({@link SearchAnswer#next()})
 * @param typing whether the last word may still be growing
 * @param like to find what is most like this
 * @param among when not empty, nothing else is found
 * @param facets whether to count them
 */
public record SearchRequest(
        String query,
        Set<Kind> kinds,
        Map<Facet, List<String>> filters,
        Order order,
        int limit,
        Optional<String> after,
        boolean typing,
        Optional<DocumentKey> like,
        Set<DocumentKey> among,
        boolean facets) {

    public static final int LONGEST = 100;

    public SearchRequest {
        kinds = Set.copyOf(kinds);
        filters = Map.copyOf(filters);
        among = Set.copyOf(among);
        if (limit < 1 || limit > LONGEST) {
            throw new IllegalArgumentException("A page of %d results is outside 1 to %d".formatted(limit, LONGEST));
        }
    }

    public static SearchRequest of(String query) {
        return new SearchRequest(
                query,
                Set.of(Kind.values()),
                Map.of(),
                Order.RELEVANCE,
                20,
                Optional.empty(),
                false,
                Optional.empty(),
                Set.of(),
                true);
    }

    public SearchRequest only(Kind kind) {
        return new SearchRequest(query, Set.of(kind), filters, order, limit, after, typing, like, among, facets);
    }

    public SearchRequest with(Map<Facet, List<String>> narrowed) {
        return new SearchRequest(query, kinds, narrowed, order, limit, after, typing, like, among, facets);
    }

    public SearchRequest by(Order another) {
        return new SearchRequest(query, kinds, filters, another, limit, after, typing, like, among, facets);
    }

    public SearchRequest first(int most) {
        return new SearchRequest(query, kinds, filters, order, most, after, typing, like, among, facets);
    }

    public SearchRequest after(String cursor) {
        return new SearchRequest(query, kinds, filters, order, limit, Optional.of(cursor), typing, like, among, facets);
    }

    public SearchRequest whileTyping() {
        return new SearchRequest(query, kinds, filters, order, limit, after, true, like, among, facets);
    }

    public SearchRequest like(DocumentKey other) {
        return new SearchRequest(query, kinds, filters, order, limit, after, typing, Optional.of(other), among, facets);
    }

    public SearchRequest among(Set<DocumentKey> only) {
        return new SearchRequest(query, kinds, filters, order, limit, after, typing, like, only, facets);
    }

    public SearchRequest withoutFacets() {
        return new SearchRequest(query, kinds, filters, order, limit, after, typing, like, among, false);
    }
}
