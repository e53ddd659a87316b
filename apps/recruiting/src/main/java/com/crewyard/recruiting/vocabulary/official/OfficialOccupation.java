package com.crewyard.recruiting.vocabulary.official;

import java.util.List;

/**
 * An occupation of a classification.
 *
 * @param id as the classification gives it: an ESCO concept URI, an O*NET-SOC code
 * @param label the preferred one
 * @param alternatives other titles of it
 */
public record OfficialOccupation(String id, String label, List<String> alternatives) {

    public OfficialOccupation {
        alternatives = List.copyOf(alternatives);
    }
}
