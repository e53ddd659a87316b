package com.crewyard.recruiting.search.internal.lucene;

import com.crewyard.kernel.CandidateId;
import com.crewyard.recruiting.matching.CandidateIndex.Held;
import com.crewyard.recruiting.matching.CandidateIndex.Nearest;
import com.crewyard.recruiting.matching.CandidateIndex.Towards;
import com.crewyard.recruiting.matching.CandidateIndex.Wanted;
import com.crewyard.recruiting.search.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.NumericUtils;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/**
 * Finds the candidates who are likeliest to fit: the nearest in meaning by two graphs of vectors (Malkov and Yashunin 2018),
 * those with most of the skills, and those whose titles have the words. Skills as they count and the two directions tell who
 * of them ranking will weigh.
 */
final class Retrieval {

    private static final int NEAREST = 300;
    /** So many with most of the skills are looked at one by one. */
    private static final int ALL_OF_SKILLED = 4_000;

    private static final int BY_WORDS = 60;

    private volatile @Nullable Sampled sampled;

    /** A document, its candidate and the stamp of the contents. */
    private record Slot(int document, long candidate, long stamp) {}

    private record Sampled(Object reader, int size, List<Slot> slots) {}

    /** @param filter whom nobody else gets past; empty for none */
    Nearest nearest(IndexSearcher searcher, Wanted wanted, Optional<Query> filter, int most, LongPredicate known)
            throws IOException {
        Query candidates = new TermQuery(new Term(Mapping.KIND, Kind.CANDIDATE.code()));
        Optional<DocumentBits> left =
                filter.isPresent() ? Optional.of(DocumentBits.of(searcher, filter.get())) : Optional.empty();
        long total = left.map(DocumentBits::size).orElse((long) searcher.count(candidates));
        SkilledCandidates skilled = SkilledCandidates.of(searcher, wanted.skills(), left);
        Query among = left.<Query>map(bits -> bits).orElse(candidates);
        Set<Integer> found = new HashSet<>();
        add(found, vectors(searcher, Mapping.WORK, wanted.work(), NEAREST, left));
        add(found, vectors(searcher, Mapping.TRADE, wanted.trade(), NEAREST, left));
        if (!wanted.skills().isEmpty()) {
            DocumentBits able = skilled.best();
            if (able.size() <= ALL_OF_SKILLED) {
                add(found, able.documents(searcher));
            } else {
                add(found, vectors(searcher, Mapping.WORK, wanted.work(), NEAREST, Optional.of(able)));
                add(found, vectors(searcher, Mapping.TRADE, wanted.trade(), NEAREST, Optional.of(able)));
            }
        }
        add(found, words(searcher, wanted.words(), among));
        int[] documents = found.stream().mapToInt(Integer::intValue).sorted().toArray();
        double[] scores = new double[documents.length];
        skilled.addTo(scores, documents);
        near(searcher, Mapping.WORK, wanted.work(), documents, scores);
        near(searcher, Mapping.TRADE, wanted.trade(), documents, scores);
        return new Nearest(total, held(searcher, slots(searcher, best(documents, scores, most)), known));
    }

    private static void add(Set<Integer> found, int[] documents) {
        for (int document : documents) {
            found.add(document);
        }
    }

    /** Adds what each of the documents is worth for being near. */
    private static void near(
            IndexSearcher searcher, String field, Optional<Towards> towards, int[] documents, double[] scores)
            throws IOException {
        if (towards.isEmpty()) {
            return;
        }
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        int i = 0;
        for (LeafReaderContext leaf : leaves) {
            int end = leaf.docBase + leaf.reader().maxDoc();
            FloatVectorValues vectors = leaf.reader().getFloatVectorValues(field);
            if (vectors == null) {
                while (i < documents.length && documents[i] < end) {
                    i++;
                }
                continue;
            }
            var each = vectors.iterator();
            for (; i < documents.length && documents[i] < end; i++) {
                int document = documents[i] - leaf.docBase;
                if (each.docID() < document) {
                    each.advance(document);
                }
                if (each.docID() == document) {
                    float cosine = VectorUtil.dotProduct(towards.get().direction(), vectors.vectorValue(each.index()));
                    scores[i] += towards.get().worth(cosine);
                }
            }
        }
    }

    private static int[] vectors(
            IndexSearcher searcher, String field, Optional<Towards> target, int count, Optional<DocumentBits> among)
            throws IOException {
        return target.isEmpty()
                ? new int[0]
                : documents(searcher.search(
                                new KnnFloatVectorQuery(field, target.get().direction(), count, among.orElse(null)),
                                count)
                        .scoreDocs);
    }

    private static int[] words(IndexSearcher searcher, List<String> words, Query among) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder().add(among, Occur.FILTER);
        int clauses = 0;
        for (String text : words) {
            for (List<String> wordAndStems : Analysis.words(text)) {
                SynonymQuery.Builder forms = new SynonymQuery.Builder(Mapping.BLIND_WORDS);
                wordAndStems.forEach(form -> forms.addTerm(new Term(Mapping.BLIND_WORDS, form)));
                query.add(forms.build(), Occur.SHOULD);
                clauses++;
            }
        }
        if (clauses == 0) {
            return new int[0];
        }
        return documents(searcher.search(query.setMinimumNumberShouldMatch(1).build(), BY_WORDS).scoreDocs);
    }

    private static int[] documents(ScoreDoc[] found) {
        return Arrays.stream(found).mapToInt(each -> each.doc).toArray();
    }

    private static int[] best(int[] documents, double[] scores, int most) {
        // The score above, the place below: one number each, and documents are in ascending order.
        long[] ordered = new long[documents.length];
        for (int i = 0; i < ordered.length; i++) {
            ordered[i] = (long) ~NumericUtils.floatToSortableInt((float) scores[i]) << Integer.SIZE | i;
        }
        Arrays.sort(ordered);
        return Arrays.stream(ordered)
                .limit(most)
                .mapToInt(each -> documents[(int) each])
                .toArray();
    }

    List<Held> sample(IndexSearcher searcher, int size, LongPredicate known) throws IOException {
        Object reader = searcher.getIndexReader().getReaderCacheHelper().getKey();
        Sampled before = sampled;
        if (before == null || before.reader() != reader || before.size() != size) {
            Query candidates = new TermQuery(new Term(Mapping.KIND, Kind.CANDIDATE.code()));
            Sort order = new Sort(LongField.newSortField(Mapping.SAMPLE, false, SortedNumericSelector.Type.MIN));
            before = new Sampled(
                    reader, size, slots(searcher, documents(searcher.search(candidates, size, order).scoreDocs)));
            sampled = before;
        }
        return held(searcher, before.slots(), known);
    }

    private static List<Slot> slots(IndexSearcher searcher, int[] documents) throws IOException {
        int[] ordered = documents.clone();
        Arrays.sort(ordered);
        List<Slot> slots = new ArrayList<>();
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        int leaf = -1;
        NumericDocValues orders = DocValues.emptyNumeric();
        NumericDocValues stamps = DocValues.emptyNumeric();
        for (int document : ordered) {
            int own = ReaderUtil.subIndex(document, leaves);
            if (own != leaf) {
                leaf = own;
                orders = DocValues.getNumeric(leaves.get(leaf).reader(), Mapping.BY_KEY);
                stamps = DocValues.getNumeric(leaves.get(leaf).reader(), Mapping.STAMP);
            }
            int inLeaf = document - leaves.get(leaf).docBase;
            if (orders.advanceExact(inLeaf) && stamps.advanceExact(inLeaf)) {
                slots.add(new Slot(document, orders.longValue() / 2, stamps.longValue()));
            }
        }
        return slots;
    }

    private static List<Held> held(IndexSearcher searcher, List<Slot> slots, LongPredicate known) throws IOException {
        List<Held> held = new ArrayList<>();
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        int leaf = -1;
        BinaryDocValues contents = DocValues.emptyBinary();
        for (Slot slot : slots) {
            Optional<byte[]> read = Optional.empty();
            if (!known.test(slot.stamp())) {
                int own = ReaderUtil.subIndex(slot.document(), leaves);
                if (own != leaf) {
                    leaf = own;
                    contents = DocValues.getBinary(leaves.get(leaf).reader(), Mapping.CONTENTS);
                }
                if (contents.advanceExact(slot.document() - leaves.get(leaf).docBase)) {
                    var bytes = contents.binaryValue();
                    read = Optional.of(Arrays.copyOfRange(bytes.bytes, bytes.offset, bytes.offset + bytes.length));
                }
            }
            held.add(new Held(new CandidateId(slot.candidate()), slot.stamp(), read));
        }
        return held;
    }
}
