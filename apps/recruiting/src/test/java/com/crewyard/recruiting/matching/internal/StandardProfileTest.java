package com.crewyard.recruiting.matching.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.JobId;
import com.crewyard.recruiting.matching.BlindText;
import com.crewyard.recruiting.matching.CandidatePool;
import com.crewyard.recruiting.matching.CandidateView;
import com.crewyard.recruiting.matching.JobView;
import com.crewyard.recruiting.matching.Match;
import com.crewyard.recruiting.matching.internal.embedding.TextEmbedder;
import com.crewyard.recruiting.matching.internal.embedding.Vectors;
import com.crewyard.recruiting.places.Places;
import com.crewyard.recruiting.taxonomy.Taxonomy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The standard profile weighs as the evaluated engine did before there were profiles, to ten digits; with vectors as they are kept
 * since, in half precision.
 */
class StandardProfileTest {

    private static final Vocabulary VOCABULARY = new Vocabulary(Taxonomy.load());
    private static final List<String> TITLES =
            List.of("Senior Java Developer", "Nurse", "Head Chef", "Welder", "Accountant", "Data Engineer", "Teacher");
    private static final List<String> SKILLS = List.of(
            "Java and PostgreSQL",
            "triage, wound care",
            "HACCP and menu planning",
            "MIG welding",
            "bookkeeping, Excel",
            "Python, Kafka",
            "lesson planning");
    private static final List<String> PLACES = List.of("Berlin, Germany", "Hamburg", "Lyon", "Zürich", "London");

    @Test
    void ranksAsBeforeThereWereProfiles() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.addAll(ranked(new LocalEngine(VOCABULARY)));
        lines.addAll(ranked(new LocalEngine(VOCABULARY, new WordVectors())));
        assertThat(String.join("\n", lines)).isEqualTo(recorded());
    }

    private static List<String> ranked(LocalEngine engine) {
        CandidatePool pool = CandidatePool.of(candidates());
        List<String> lines = new ArrayList<>();
        for (JobView job : jobs()) {
            for (Match match : engine.rank(job, pool, 70).matches()) {
                lines.add("%s %s %d %s"
                        .formatted(
                                job.id(),
                                match.candidate(),
                                match.score(),
                                String.format(Locale.ROOT, "%.10f", match.exactScore())));
            }
        }
        return lines;
    }

    private static List<JobView> jobs() {
        return List.of(
                new JobView(
                        new JobId(1),
                        "Senior Backend Engineer",
                        List.of(Places.of("Berlin").orElseThrow()),
                        false,
                        List.of("Java", "PostgreSQL", "Quibblefrotz 9000"),
                        List.of("Kafka"),
                        "Build payment services and speak fluent German. At least 5 years of experience with servers."),
                new JobView(
                        new JobId(2),
                        "Registered Nurse",
                        List.of(),
                        true,
                        List.of(),
                        List.of(),
                        "Triage and wound care on our ward."),
                new JobView(new JobId(3), "Cook", List.of(), false, List.of(), List.of("HACCP"), ""));
    }

    private static List<CandidateView> candidates() {
        List<CandidateView> views = new ArrayList<>();
        for (int i = 0; i < 63; i++) {
            String title = TITLES.get(i % TITLES.size());
            String skills = SKILLS.get((i + i / 7) % SKILLS.size());
            String resume =
                    i % 9 == 8 ? "" : "%s%n%nSkills%n%s%n%nEducation%nCourse %d%n".formatted(title, skills, i % 4);
            views.add(new CandidateView(
                    new CandidateId(i + 1),
                    i % 5 == 4 ? List.of() : List.of(title),
                    BlindText.EMPTY,
                    i % 3 == 0 ? List.of(skills.split(" and |, ")) : List.of(),
                    i % 4 == 3 ? Optional.empty() : Optional.of((double) (i % 11)),
                    Places.of(PLACES.get(i % PLACES.size())),
                    BlindText.of(resume.replace("\r", ""), List.of(), List.of())));
        }
        return views;
    }

    private static String recorded() throws IOException {
        try (InputStream file = StandardProfileTest.class.getResourceAsStream("/matching/standard-profile.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    /** Counts words into a few dimensions: no model, but the same vectors on every machine. */
    private static final class WordVectors implements TextEmbedder {

        private static final int DIMENSIONS = 32;

        @Override
        public String model() {
            return "words";
        }

        @Override
        public List<float[]> embed(List<String> texts) {
            return texts.stream().map(WordVectors::vector).toList();
        }

        private static float[] vector(String text) {
            float[] counts = new float[DIMENSIONS];
            for (String word : text.toLowerCase(Locale.ROOT).split("\\W+")) {
                counts[Math.floorMod(word.hashCode(), DIMENSIONS)] += 1;
            }
            counts[0] += 1;
            return Vectors.normalised(counts);
        }
    }
}
