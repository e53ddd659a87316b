package com.crewyard.kernel;

/**
 * Identifies a job.
 *
 * @param value positive, below 2<sup>53</sup> so that clients may hold it as a double
 */
public record JobId(long value) {

    public JobId {
        Identifiers.requireValid(value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
