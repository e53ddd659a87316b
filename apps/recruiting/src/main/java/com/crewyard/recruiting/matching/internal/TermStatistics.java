package com.crewyard.recruiting.matching.internal;

import java.util.Collection;

/** In how many texts of a pool each term stands: an open-addressed table of term hashes. */
final class TermStatistics {

    /** Texts assumed beside those of the pool, so that in a pool of three a word is not called common or rare at once. */
    private static final int ASSUMED_TEXTS = 20;

    private final long[] terms;
    private final int[] counts;
    private final int mask;
    private final int texts;
    private final double averageLength;

    private TermStatistics(long[] terms, int[] counts, int texts, double averageLength) {
        this.terms = terms;
        this.counts = counts;
        this.mask = terms.length - 1;
        this.texts = texts;
        this.averageLength = averageLength;
    }

    static TermStatistics of(Collection<TermBag> bags) {
        int capacity = 1024;
        long total = 0;
        for (TermBag bag : bags) {
            total += bag.length();
        }
        // Distinct terms grow with about the square root of the text (Heaps); the table grows when that is too low.
        while (capacity < 16 * Math.sqrt(total) * 2) {
            capacity <<= 1;
        }
        Table table = new Table(capacity);
        for (TermBag bag : bags) {
            for (long term : bag.terms()) {
                table.add(term);
            }
        }
        double average = bags.isEmpty() ? 1 : Math.max(1, (double) total / bags.size());
        return new TermStatistics(table.terms, table.counts, bags.size(), average);
    }

    double averageLength() {
        return averageLength;
    }

    /** Robertson–Spärck Jones weight as in BM25 (Robertson and Zaragoza 2009), kept positive by the 1 inside. */
    double rarity(long term) {
        int count = count(term);
        double all = texts + ASSUMED_TEXTS;
        return Math.log(1 + (all - count + 0.5) / (count + 0.5));
    }

    private int count(long term) {
        int slot = Table.slot(term, mask);
        while (counts[slot] != 0) {
            if (terms[slot] == term) {
                return counts[slot];
            }
            slot = (slot + 1) & mask;
        }
        return 0;
    }

    private static final class Table {

        private long[] terms;
        private int[] counts;
        private int used;

        Table(int capacity) {
            terms = new long[capacity];
            counts = new int[capacity];
        }

        static int slot(long term, int mask) {
            return (int) (term ^ (term >>> 32)) & mask;
        }

        void add(long term) {
            put(term, 1);
            if (used * 2 > terms.length) {
                grow();
            }
        }

        private void put(long term, int times) {
            int slot = slot(term, terms.length - 1);
            while (counts[slot] != 0 && terms[slot] != term) {
                slot = (slot + 1) & (terms.length - 1);
            }
            if (counts[slot] == 0) {
                terms[slot] = term;
                used++;
            }
            counts[slot] += times;
        }

        private void grow() {
            long[] oldTerms = terms;
            int[] oldCounts = counts;
            terms = new long[oldTerms.length * 2];
            counts = new int[oldCounts.length * 2];
            used = 0;
            for (int i = 0; i < oldTerms.length; i++) {
                if (oldCounts[i] != 0) {
                    put(oldTerms[i], oldCounts[i]);
                }
            }
        }
    }
}
