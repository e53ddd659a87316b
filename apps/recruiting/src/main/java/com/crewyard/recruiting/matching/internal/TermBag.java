package com.crewyard.recruiting.matching.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The terms of one text, counted, in little memory: terms are 64-bit FNV-1a hashes in ascending order. */
final class TermBag {

    static final long FNV_OFFSET = 0xcbf29ce484222325L;
    static final long FNV_PRIME = 0x100000001b3L;

    private final long[] terms;
    private final short[] counts;
    private final int[] starts;
    private final int[] ends;
    private final int length;

    private TermBag(long[] terms, short[] counts, int[] starts, int[] ends, int length) {
        this.terms = terms;
        this.counts = counts;
        this.starts = starts;
        this.ends = ends;
        this.length = length;
    }

    static TermBag of(List<Words.Token> tokens) {
        Map<Long, int[]> seen = new HashMap<>();
        for (Words.Token token : tokens) {
            seen.computeIfAbsent(hash(token.term()), _ -> new int[] {0, token.start(), token.end()})[0]++;
        }
        long[] terms =
                seen.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
        short[] counts = new short[terms.length];
        int[] starts = new int[terms.length];
        int[] ends = new int[terms.length];
        for (int i = 0; i < terms.length; i++) {
            int[] entry = seen.getOrDefault(terms[i], new int[3]);
            counts[i] = (short) Math.min(Short.MAX_VALUE, entry[0]);
            starts[i] = entry[1];
            ends[i] = entry[2];
        }
        return new TermBag(terms, counts, starts, ends, tokens.size());
    }

    void write(ByteSink sink) {
        sink.number(length);
        sink.number(terms.length);
        for (int i = 0; i < terms.length; i++) {
            sink.fixed(terms[i]);
            sink.number(counts[i]);
            sink.number(starts[i]);
            sink.number(ends[i] - starts[i]);
        }
    }

    static TermBag read(ByteSource source) {
        int length = source.number();
        int size = source.number();
        long[] terms = new long[size];
        short[] counts = new short[size];
        int[] starts = new int[size];
        int[] ends = new int[size];
        for (int i = 0; i < size; i++) {
            terms[i] = source.fixed();
            counts[i] = (short) source.number();
            starts[i] = source.number();
            ends[i] = starts[i] + source.number();
        }
        return new TermBag(terms, counts, starts, ends, length);
    }

    static long hash(String term) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < term.length(); i++) {
            hash = (hash ^ term.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }

    long[] terms() {
        return terms;
    }

    /** How many terms the text has, repetitions counted. */
    int length() {
        return length;
    }

    /** Negative when the term is not there. */
    int indexOf(long term) {
        return Arrays.binarySearch(terms, term);
    }

    int count(int index) {
        return counts[index];
    }

    /** Where the term stands first. */
    int start(int index) {
        return starts[index];
    }

    int end(int index) {
        return ends[index];
    }
}
