package com.crewyard.kernel;

/**
 * Identifies a stage of a job's pipeline.
 *
 * @param value positive, below 2<sup>53</sup> so that clients may hold it as a double
 */
public record StageId(long value) {

    public StageId {
        Identifiers.requireValid(value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
