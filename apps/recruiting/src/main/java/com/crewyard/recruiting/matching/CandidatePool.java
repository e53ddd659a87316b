package com.crewyard.recruiting.matching;

import java.util.List;

/**
 * The candidates a match compares with: whoever is ranked, and whose resumes say which words are common. Has an identity,
 * so that an engine may keep what it derived from a pool for as long as somebody holds the pool.
 */
public final class CandidatePool {

    private final List<CandidateView> candidates;

    private CandidatePool(List<CandidateView> candidates) {
        this.candidates = List.copyOf(candidates);
    }

    public static CandidatePool of(List<CandidateView> candidates) {
        return new CandidatePool(candidates);
    }

    public List<CandidateView> candidates() {
        return candidates;
    }

    public int size() {
        return candidates.size();
    }
}
