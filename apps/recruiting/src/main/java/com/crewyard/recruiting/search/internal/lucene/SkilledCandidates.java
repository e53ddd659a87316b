package com.crewyard.recruiting.search.internal.lucene;

import com.crewyard.recruiting.matching.CandidateIndex.Skill;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** What the skills of each candidate are worth for those that are asked for, exactly as ranking counts them. */
final class SkilledCandidates {

    private static final int STEPS = 100;
    /** So many are enough to choose from by meaning. */
    private static final int ENOUGH = 600;

    private final List<LeafReaderContext> leaves;
    private final double most;
    private final float[][] worth;

    private SkilledCandidates(List<LeafReaderContext> leaves, double most, float[][] worth) {
        this.leaves = leaves;
        this.most = most;
        this.worth = worth;
    }

    /** @param among nobody else is worth anything; empty for everybody */
    static SkilledCandidates of(IndexSearcher searcher, List<Skill> skills, Optional<DocumentBits> among)
            throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        float[][] worth = new float[leaves.size()][];
        for (LeafReaderContext leaf : leaves) {
            worth[leaf.ord] = new float[leaf.reader().maxDoc()];
            if (!skills.isEmpty()) {
                count(worth[leaf.ord], leaf, skills, accepted(leaf, among));
            }
        }
        return new SkilledCandidates(
                leaves, skills.stream().mapToDouble(Skill::importance).sum(), worth);
    }

    /** Null for everybody. */
    private static @Nullable Bits accepted(LeafReaderContext leaf, Optional<DocumentBits> among) {
        if (among.isEmpty()) {
            return leaf.reader().getLiveDocs();
        }
        FixedBitSet left = among.get().of(leaf);
        return left == null ? new Bits.MatchNoBits(leaf.reader().maxDoc()) : left;
    }

    private static void count(float[] worth, LeafReaderContext leaf, List<Skill> skills, @Nullable Bits accepted)
            throws IOException {
        Terms terms = leaf.reader().terms(Mapping.SKILL);
        if (terms == null) {
            return;
        }
        int[] counted = new int[worth.length];
        TermsEnum each = terms.iterator();
        @Nullable PostingsEnum documents = null;
        for (int i = 0; i < skills.size(); i++) {
            for (Map.Entry<String, Double> share : bestFirst(skills.get(i))) {
                if (each.seekExact(new BytesRef(share.getKey()))) {
                    float one = (float) (share.getValue() * skills.get(i).importance());
                    documents = each.postings(documents, PostingsEnum.NONE);
                    for (int document = documents.nextDoc();
                            document != DocIdSetIterator.NO_MORE_DOCS;
                            document = documents.nextDoc()) {
                        if (counted[document] <= i && (accepted == null || accepted.get(document))) {
                            counted[document] = i + 1;
                            worth[document] += one;
                        }
                    }
                }
            }
        }
    }

    /** So that what stands in for a skill counts only where the skill itself is missing. */
    private static List<Map.Entry<String, Double>> bestFirst(Skill skill) {
        return skill.shares().entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
    }

    /** Those with most of the skills, some hundreds and all with about as much as the last of them; nobody without any. */
    DocumentBits best() {
        int[] counts = new int[STEPS + 1];
        for (float[] own : worth) {
            for (float each : own) {
                counts[step(each)]++;
            }
        }
        int least = STEPS;
        for (int enough = counts[STEPS]; least > 1 && enough < ENOUGH; enough += counts[least]) {
            least--;
        }
        @Nullable FixedBitSet[] bits = new FixedBitSet[leaves.size()];
        for (LeafReaderContext leaf : leaves) {
            float[] own = worth[leaf.ord];
            FixedBitSet chosen = new FixedBitSet(own.length);
            for (int document = 0; document < own.length; document++) {
                if (own[document] > 0 && step(own[document]) >= least) {
                    chosen.set(document);
                }
            }
            bits[leaf.ord] = chosen;
        }
        return new DocumentBits(bits);
    }

    private int step(float each) {
        return each <= 0 ? 0 : Math.clamp((int) (each / most * STEPS + 0.5), 1, STEPS);
    }

    /** Adds what the skills of each document are worth. */
    void addTo(double[] scores, int[] documents) {
        for (int i = 0; i < documents.length; i++) {
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(documents[i], leaves));
            scores[i] += worth[leaf.ord][documents[i] - leaf.docBase];
        }
    }
}
