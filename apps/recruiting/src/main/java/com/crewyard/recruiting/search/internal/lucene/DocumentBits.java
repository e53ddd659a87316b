package com.crewyard.recruiting.search.internal.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Documents of one reader, found once and then a filter of several queries. Never outlives the search that made it. */
final class DocumentBits extends Query {

    private final @Nullable FixedBitSet[] byLeaf;

    /** @param byLeaf by the order of the leaf; null where there are none */
    DocumentBits(@Nullable FixedBitSet[] byLeaf) {
        this.byLeaf = byLeaf.clone();
    }

    /** What a query finds. */
    static DocumentBits of(IndexSearcher searcher, Query query) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        @Nullable FixedBitSet[] found = new FixedBitSet[leaves.size()];
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : leaves) {
            Scorer scorer = weight.scorer(leaf);
            if (scorer != null) {
                FixedBitSet bits = new FixedBitSet(leaf.reader().maxDoc());
                bits.or(scorer.iterator());
                if (leaf.reader().getLiveDocs() != null) {
                    leaf.reader().getLiveDocs().applyMask(bits, 0);
                }
                found[leaf.ord] = bits;
            }
        }
        return new DocumentBits(found);
    }

    long size() {
        return Arrays.stream(byLeaf)
                .mapToLong(bits -> bits == null ? 0 : bits.cardinality())
                .sum();
    }

    /** In their order. */
    int[] documents(IndexSearcher searcher) {
        int[] documents = new int[(int) size()];
        int count = 0;
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            FixedBitSet bits = byLeaf[leaf.ord];
            if (bits != null) {
                for (int at = bits.nextSetBit(0);
                        at != DocIdSetIterator.NO_MORE_DOCS;
                        at = at + 1 < bits.length() ? bits.nextSetBit(at + 1) : DocIdSetIterator.NO_MORE_DOCS) {
                    documents[count++] = leaf.docBase + at;
                }
            }
        }
        return documents;
    }

    @Nullable
    FixedBitSet of(LeafReaderContext leaf) {
        return byLeaf[leaf.ord];
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        return new ConstantScoreWeight(this, boost) {
            @Override
            public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) {
                FixedBitSet bits = byLeaf[leaf.ord];
                if (bits == null) {
                    return null;
                }
                DocIdSetIterator each = new BitSetIterator(bits, bits.cardinality());
                return new DefaultScorerSupplier(new ConstantScoreScorer(score(), mode, each));
            }

            @Override
            public boolean isCacheable(LeafReaderContext leaf) {
                return false;
            }
        };
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
        return "documents found before";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
