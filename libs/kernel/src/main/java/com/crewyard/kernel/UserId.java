package com.crewyard.kernel;

/**
 * Identifies a user of an organization.
 *
 * @param value positive, below 2<sup>53</sup> so that clients may hold it as a double
 */
public record UserId(long value) {

    public UserId {
        Identifiers.requireValid(value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
