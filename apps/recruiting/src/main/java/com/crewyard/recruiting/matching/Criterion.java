package com.crewyard.recruiting.matching;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One of the things a match weighs.
 *
 * @param weight its share of the score, above 0; the weights of a match add up to 1
 * @param value how well it is met, 0 to 1
 * @param findings what was found
 * @param evidence where it was found
 * @param gaps what was asked for and not found
 */
public record Criterion(
        Kind kind, double weight, double value, List<Phrase> findings, List<Evidence> evidence, List<Phrase> gaps) {

    public Criterion {
        findings = List.copyOf(findings);
        evidence = List.copyOf(evidence);
        gaps = List.copyOf(gaps);
    }

    /** What was found, in English: "2 of 3: Java, PostgreSQL; Kafka in part, by RabbitMQ". */
    @JsonProperty
    public String finding() {
        return findings.stream().map(Phrase::text).collect(Collectors.joining("; "));
    }

    /** What was asked for and not found, in English. */
    @JsonProperty
    public List<String> missing() {
        return gaps.stream().map(Phrase::text).toList();
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

        public String code() {
            return name().toLowerCase(Locale.ROOT);
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
