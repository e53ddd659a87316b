package com.crewyard.recruiting.search.internal.lucene;

import com.crewyard.recruiting.search.Facet;
import com.crewyard.recruiting.search.SearchAnswer.Bucket;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** Counts values of facets over everything that a query finds. */
final class FacetCounts {

    private static final int MOST_VALUES = 12;

    private volatile @Nullable State state;

    record Counted(long total, Map<Facet, List<Bucket>> facets) {}

    /** Which values there are, which is the same for one reader. */
    private record State(IndexReader reader, SortedSetDocValuesReaderState values) {}

    Counted count(IndexSearcher searcher, Query query) throws IOException {
        FacetsCollector found = searcher.search(new ConstantScoreQuery(query), new FacetsCollectorManager());
        long total = 0;
        for (FacetsCollector.MatchingDocs documents : found.getMatchingDocs()) {
            total += documents.totalHits();
        }
        if (total == 0) {
            return new Counted(0, Map.of());
        }
        SortedSetDocValuesReaderState values = values(searcher.getIndexReader());
        Facets counts = total == searcher.getIndexReader().numDocs()
                ? new SortedSetDocValuesFacetCounts(values)
                : new SortedSetDocValuesFacetCounts(values, found);
        Map<Facet, List<Bucket>> facets = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            FacetResult result = counts.getTopChildren(MOST_VALUES, facet.name());
            if (result != null) {
                List<Bucket> buckets = new ArrayList<>();
                for (LabelAndValue value : result.labelValues) {
                    buckets.add(new Bucket(value.label, value.value.longValue()));
                }
                facets.put(facet, List.copyOf(buckets));
            }
        }
        return new Counted(total, facets);
    }

    private SortedSetDocValuesReaderState values(IndexReader reader) throws IOException {
        State known = state;
        if (known == null || known.reader() != reader) {
            known = new State(reader, new DefaultSortedSetDocValuesReaderState(reader, Mapping.facets()));
            state = known;
        }
        return known.values();
    }
}
