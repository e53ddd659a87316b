package com.crewyard.kernel;

/**
 * Identifies an organization, the tenant that owns every other row.
 *
 * @param value positive, below 2<sup>53</sup> so that clients may hold it as a double
 */
public record OrganizationId(long value) {

    public OrganizationId {
        Identifiers.requireValid(value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
