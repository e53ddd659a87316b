package com.crewyard.recruiting.taxonomy;

import java.util.Optional;

/**
 * A title as people write it, taken apart.
 *
 * @param remainder words that are neither title nor level nor gender marker: places, products, "remote"
 * @param confidence 1 for a name of the title, less the more words had to be ignored, 0 without a title
 */
public record NormalizedTitle(Optional<Title> title, Seniority seniority, String remainder, double confidence) {
    public NormalizedTitle {
        if (confidence < 0 || confidence > 1) {
            throw new IllegalArgumentException("Confidence %s is not between 0 and 1".formatted(confidence));
        }
    }
}
