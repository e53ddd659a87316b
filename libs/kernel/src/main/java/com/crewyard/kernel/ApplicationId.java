package com.crewyard.kernel;

/**
 * Identifies an application, one candidate for one job.
 *
 * @param value positive, below 2<sup>53</sup> so that clients may hold it as a double
 */
public record ApplicationId(long value) {

    public ApplicationId {
        Identifiers.requireValid(value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
