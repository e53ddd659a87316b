package com.crewyard.kernel;

/**
 * Identifies a candidate.
 *
 * @param value positive, below 2<sup>53</sup> so that clients may hold it as a double
 */
public record CandidateId(long value) {

    public CandidateId {
        Identifiers.requireValid(value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
