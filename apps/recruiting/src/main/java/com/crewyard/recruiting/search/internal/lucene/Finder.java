package com.crewyard.recruiting.search.internal.lucene;

import com.crewyard.recruiting.matching.CandidateIndex.Held;
import com.crewyard.recruiting.matching.CandidateIndex.Nearest;
import com.crewyard.recruiting.matching.CandidateIndex.Wanted;
import com.crewyard.recruiting.search.DocumentKey;
import com.crewyard.recruiting.search.Facet;
import com.crewyard.recruiting.search.Kind;
import com.crewyard.recruiting.search.Note;
import com.crewyard.recruiting.search.SearchAnswer;
import com.crewyard.recruiting.search.SearchAnswer.Bucket;
import com.crewyard.recruiting.search.SearchAnswer.Hit;
import com.crewyard.recruiting.search.SearchAnswer.Passage;
import com.crewyard.recruiting.search.SearchRequest;
import com.crewyard.recruiting.search.internal.SearchDocument.TextField;
import com.crewyard.recruiting.search.internal.query.QueryReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import org.apache.lucene.document.Document;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TotalHits;

/** Answers requests from an index. */
final class Finder {

    private static final Set<String> SHOWN =
            Set.of(Mapping.KEY, Mapping.DETAIL, Mapping.PLACE, Analysis.of(TextField.NAME));

    private final SearcherManager searchers;
    private final QueryReader queries;
    private final FacetCounts facetCounts = new FacetCounts();
    private final Retrieval retrieval = new Retrieval();

    Finder(SearcherManager searchers, QueryReader queries) {
        this.searchers = searchers;
        this.queries = queries;
    }

    /** Something read from an index. */
    interface Reading<T> {
        T of(IndexSearcher searcher) throws IOException;
    }

    <T> T read(Reading<T> reading) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return reading.of(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException | IllegalStateException e) {
            throw LuceneIndex.failed("cannot be read", e);
        }
    }

    SearchAnswer find(SearchRequest request) {
        QueryReader.Read read = queries.read(request.query(), request.typing());
        return read(searcher -> {
            SearchAnswer answer = find(searcher, request, read, false);
            return answer.total() == 0 && read.relaxed().isPresent() ? find(searcher, request, read, true) : answer;
        });
    }

    List<DocumentKey> all(SearchRequest request) {
        QueryReader.Read read = queries.read(request.query(), false);
        return read(searcher -> {
            Query words = new Translation(Spelling.EXACT).of(read.condition());
            Query query = Narrowing.of(request, words, Optional.empty());
            List<DocumentKey> keys = new ArrayList<>();
            FacetsCollector found = searcher.search(new ConstantScoreQuery(query), new FacetsCollectorManager());
            for (FacetsCollector.MatchingDocs documents : found.getMatchingDocs()) {
                keys.addAll(Mapping.keys(documents));
            }
            return keys;
        });
    }

    Nearest nearest(Wanted wanted, String filter, int most, LongPredicate known) {
        SearchRequest request = SearchRequest.of(filter).only(Kind.CANDIDATE);
        QueryReader.Read read = queries.read(filter, false);
        return read(searcher -> {
            Optional<Query> left = filter.isBlank()
                    ? Optional.empty()
                    : Optional.of(Narrowing.of(
                            request, new Translation(Spelling.EXACT).of(read.condition()), Optional.empty()));
            return retrieval.nearest(searcher, wanted, left, most, known);
        });
    }

    List<Held> sample(int size, LongPredicate known) {
        return read(searcher -> retrieval.sample(searcher, size, known));
    }

    private SearchAnswer find(IndexSearcher searcher, SearchRequest request, QueryReader.Read read, boolean relaxed)
            throws IOException {
        Translation translation = new Translation(new Spelling(searcher.getIndexReader()));
        Query words = translation.of(relaxed ? read.relaxed().orElseThrow() : read.condition());
        List<Note> notes = new ArrayList<>(read.notes());
        Optional<Query> likeness = Optional.empty();
        if (request.like().isPresent()) {
            likeness = Likeness.to(searcher, request.like().get());
            notes.add(likeness.isPresent() ? Note.of(Note.Code.BY_TERMS) : Note.of(Note.Code.GONE));
            if (likeness.isEmpty()) {
                return SearchAnswer.nothing().noting(notes);
            }
        }
        notes.addAll(translation.notes());
        Query query = Narrowing.of(request, words, likeness);
        SearchAnswer answer = answer(searcher, request, query, words, notes);
        return relaxed && answer.total() > 0 ? answer.noting(Note.of(Note.Code.RELAXED)) : answer;
    }

    private SearchAnswer answer(
            IndexSearcher searcher, SearchRequest request, Query query, Query words, List<Note> notes)
            throws IOException {
        Optional<FieldDoc> after = request.after()
                .flatMap(cursor -> Cursor.read(
                        cursor, request.order(), searcher.getIndexReader().maxDoc()));
        if (request.after().isPresent() && after.isEmpty()) {
            notes.add(Note.of(Note.Code.BAD_CURSOR));
        }
        Map<Facet, List<Bucket>> facets = Map.of();
        long total;
        boolean exact = true;
        TopFieldDocs top;
        if (request.facets()) {
            FacetCounts.Counted counted = facetCounts.count(searcher, query);
            facets = counted.facets();
            exact = counted.total() <= SearchAnswer.COUNTED;
            total = Math.min(counted.total(), SearchAnswer.COUNTED);
            top = top(searcher, request, query, after, request.limit() + 1);
        } else {
            top = top(searcher, request, query, after, SearchAnswer.COUNTED + 1);
            exact = top.totalHits.relation() == TotalHits.Relation.EQUAL_TO
                    && top.totalHits.value() <= SearchAnswer.COUNTED;
            total = Math.min(top.totalHits.value(), SearchAnswer.COUNTED);
        }
        boolean more = top.scoreDocs.length > request.limit();
        int shown = Math.min(request.limit(), top.scoreDocs.length);
        Optional<String> next = more
                ? Optional.of(Cursor.write(request.order(), (FieldDoc) top.scoreDocs[shown - 1]))
                : Optional.empty();
        return new SearchAnswer(hits(searcher, words, top, shown), total, exact, facets, notes, next);
    }

    private static TopFieldDocs top(
            IndexSearcher searcher, SearchRequest request, Query query, Optional<FieldDoc> after, int counted)
            throws IOException {
        return searcher.search(
                query,
                new TopFieldCollectorManager(
                        Sorting.of(request.order()), request.limit() + 1, after.orElse(null), counted));
    }

    private static List<Hit> hits(IndexSearcher searcher, Query words, TopFieldDocs top, int shown) throws IOException {
        int[] documents = new int[shown];
        for (int i = 0; i < shown; i++) {
            documents[i] = top.scoreDocs[i].doc;
        }
        List<List<Passage>> passages = Passages.of(searcher, words, documents);
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < shown; i++) {
            ScoreDoc found = top.scoreDocs[i];
            Document document = searcher.storedFields().document(found.doc, SHOWN);
            Optional<DocumentKey> key = DocumentKey.read(stored(document, Mapping.KEY));
            if (key.isPresent()) {
                hits.add(new Hit(
                        key.get(),
                        stored(document, Analysis.of(TextField.NAME)),
                        stored(document, Mapping.DETAIL),
                        stored(document, Mapping.PLACE),
                        score((FieldDoc) found),
                        passages.get(i)));
            }
        }
        return hits;
    }

    static Optional<DocumentKey> key(IndexSearcher searcher, int document) throws IOException {
        return DocumentKey.read(stored(searcher.storedFields().document(document, Set.of(Mapping.KEY)), Mapping.KEY));
    }

    private static double score(FieldDoc found) {
        return found.fields[0] instanceof Float score ? score : 0;
    }

    private static String stored(Document document, String field) {
        String text = document.get(field);
        return text == null ? "" : text;
    }
}
