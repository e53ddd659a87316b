package com.crewyard.recruiting.matching;

import java.util.List;

/**
 * One of the things a match weighs.
 *
 * @param weight its share of the score, above 0; the weights of a match add up to 1
 * @param value how well it is met, 0 to 1
 * @param finding what was found, a phrase: "Java, PostgreSQL; Kafka by way of RabbitMQ"
 * @param evidence where it was found
 * @param missing what was asked for and not found
 */
public record Criterion(
        Kind kind, double weight, double value, String finding, List<Evidence> evidence, List<String> missing) {

    public Criterion {
        evidence = List.copyOf(evidence);
        missing = List.copyOf(missing);
    }

    /** What can be weighed. */
    public enum Kind {
        REQUIRED_SKILLS("Required skills"),
        NICE_TO_HAVE_SKILLS("Nice-to-have skills"),
        MENTIONED_SKILLS("Skills the description names"),
        TITLE("Title"),
        TEXT("Wording of the post and the resume"),
        MEANING("Meaning of the post and the resume"),
        PEERS("Likeness to the resumes nearest to the post"),
        EXPERIENCE("Experience"),
        LOCATION("Location");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Whole percent of the weight, for people to read. */
    public int weightPercent() {
        return (int) Math.round(weight * 100);
    }

    public int valuePercent() {
        return (int) Math.round(value * 100);
    }
}
