package com.crewyard.recruiting.matching;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One of the things a match weighs.
 *
 * @param weight its share of the score, above 0; the weights of a match add up to 1
 * @param value how well it is met, 0 to 1
 * @param findings what was found
 * @param evidence where it was found
 * @param gaps what was asked for and not found, with what it would add
 */
public record Criterion(
        Kind kind, double weight, double value, List<Phrase> findings, List<Evidence> evidence, List<Gap> gaps) {

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
        return gaps.stream().map(gap -> gap.what().text()).toList();
    }

    /**
     * Something that is missing.
     *
     * @param points of 100 that the score would gain were it there, all else the same
     */
    public record Gap(Phrase what, double points) {}

    /** What can be weighed. Those with a standard weight of 0 count only for who gives them one. */
    public enum Kind {
        REQUIRED_SKILLS("Required skills", 40),
        NICE_TO_HAVE_SKILLS("Nice-to-have skills", 8),
        MENTIONED_SKILLS("Skills the description names", 3),
        TITLE("Title", 20),
        SENIORITY("Seniority", 0),
        TEXT("Wording of the post and the resume", 8),
        MEANING("Meaning of the post and the resume", 30),
        WORK_MEANING("Meaning of the work history", 0),
        EDUCATION_MEANING("Meaning of the education", 0),
        SKILLS_MEANING("Meaning of the skills section", 0),
        PEERS("Likeness to the resumes nearest to the post", 14),
        EXPERIENCE("Experience", 7),
        LOCATION("Location", 7),
        LANGUAGES("Languages", 0),
        ANSWERS("Answers to the job's questions", 6);

        private final String label;
        private final int standardWeight;

        Kind(String label, int standardWeight) {
            this.label = label;
            this.standardWeight = standardWeight;
        }

        /** Beside the others, when vectors take part; see docs/matching.md. */
        public int standardWeight() {
            return standardWeight;
        }

        public static Optional<Kind> ofCode(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code().equals(code))
                    .findFirst();
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
