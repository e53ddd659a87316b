package com.crewyard.recruiting.matching.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.JobId;
import com.crewyard.recruiting.matching.BlindText;
import com.crewyard.recruiting.matching.CandidatePool;
import com.crewyard.recruiting.matching.CandidateView;
import com.crewyard.recruiting.matching.Criterion;
import com.crewyard.recruiting.matching.Criterion.Gap;
import com.crewyard.recruiting.matching.Criterion.Kind;
import com.crewyard.recruiting.matching.Evidence;
import com.crewyard.recruiting.matching.JobView;
import com.crewyard.recruiting.matching.Match;
import com.crewyard.recruiting.matching.Screening;
import com.crewyard.recruiting.matching.Screening.Wanted;
import com.crewyard.recruiting.matching.Weights;
import com.crewyard.recruiting.parsing.ResumeSection;
import com.crewyard.recruiting.taxonomy.Taxonomy;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Criteria that count only for who gives them a weight, and what an explanation tells beside the score. */
class WeighedCriteriaTest {

    private static final LocalEngine ENGINE = new LocalEngine(new Vocabulary(Taxonomy.load()));
    private static final String RESUME = """
            Senior Java Developer

            Work experience
            Built services in Java for a French bakery chain.

            Education
            Course on PostgreSQL

            Languages
            German (C1), English
            """;

    @Test
    void weighsLanguagesThatThePostAsksFor() {
        JobView job = job("You speak fluent German and know French cuisine.", Map.of(Kind.LANGUAGES, 10.0));

        Criterion german = criterion(job, candidate(1, RESUME), Kind.LANGUAGES);
        Criterion none = criterion(job, candidate(2, "Developer\nFrench pastry"), Kind.LANGUAGES);

        assertThat(german.finding()).startsWith("1 of 1: German C1");
        assertThat(german.value()).isGreaterThan(0.7);
        assertThat(german.evidence())
                .singleElement()
                .satisfies(evidence -> assertThat(evidence.section()).contains(ResumeSection.Kind.LANGUAGES));
        assertThat(none.value()).isZero();
        assertThat(none.missing()).singleElement().asString().startsWith("German");
    }

    @Test
    void leavesLanguagesOutWhenThePostAsksForNone() {
        assertThat(kinds(job("Cook French food.", Map.of(Kind.LANGUAGES, 10.0))))
                .doesNotContain(Kind.LANGUAGES);
        assertThat(kinds(job("You speak fluent German.", Map.of()))).doesNotContain(Kind.LANGUAGES);
    }

    @Test
    void weighsSeniorityByStepsBetweenLevels() {
        JobView job = job("", Map.of(Kind.SENIORITY, 10.0));

        assertThat(criterion(job, candidate(1, RESUME), Kind.SENIORITY).value()).isEqualTo(1);
        assertThat(criterion(job, titled(2, "Junior Java Developer"), Kind.SENIORITY)
                        .value())
                .isLessThan(1);
    }

    @Test
    void weighsAnswersOfThoseWhoApplied() {
        Screening screening = new Screening(
                List.of(new Wanted(5, "Driving licence?", false, "yes"), new Wanted(6, "Years on site", true, "3")),
                Map.of(
                        new CandidateId(1), Map.of(5L, "yes", 6L, "4.5"),
                        new CandidateId(2), Map.of(5L, "no", 6L, "many")));
        JobView job = job("", Map.of(Kind.ANSWERS, 6.0), screening);

        assertThat(criterion(job, candidate(1, RESUME), Kind.ANSWERS).value()).isEqualTo(1);
        assertThat(criterion(job, candidate(2, RESUME), Kind.ANSWERS).value()).isZero();
        assertThat(criterion(job, candidate(3, RESUME), Kind.ANSWERS).value()).isEqualTo(0.5);
        assertThat(criterion(job, candidate(2, RESUME), Kind.ANSWERS).missing())
                .containsExactly("Driving licence?: yes", "Years on site: 3");
    }

    @Test
    void leavesOutWhatWeighsNothingAndStillWeighsToOne() {
        Match match = match(job("Java services", Map.of(Kind.TITLE, 0.0)), candidate(1, RESUME));

        assertThat(match.criteria()).extracting(Criterion::kind).doesNotContain(Kind.TITLE);
        assertThat(match.criteria().stream().mapToDouble(Criterion::weight).sum())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void ranksByTheStandardWhenAPostGivesNoMeasureForWhatIsWeighed() {
        Map<Kind, Double> nothing = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            nothing.put(kind, 0.0);
        }
        nothing.put(Kind.MEANING, 30.0);
        JobView job = new JobView(
                new JobId(1), "Cook", List.of(), false, List.of(), List.of(), "", new Weights(nothing), Screening.NONE);

        assertThat(match(job, candidate(1, RESUME)).criteria()).isNotEmpty();
    }

    @Test
    void tellsTheSectionOfItsEvidenceAndWhatAGapWouldAdd() {
        JobView job = job("", Map.of());
        CandidateView candidate = candidate(1, RESUME);
        Match match = match(job, candidate);

        Criterion required = criterion(job, candidate, Kind.REQUIRED_SKILLS);
        assertThat(required.evidence())
                .filteredOn(evidence -> evidence.subject().equals("PostgreSQL"))
                .extracting(Evidence::section)
                .containsExactly(Optional.of(ResumeSection.Kind.EDUCATION));
        Gap kafka = required.gaps().getFirst();
        assertThat(kafka.what().text()).isEqualTo("Kubernetes");
        CandidateView raised = candidate(1, RESUME.replace("PostgreSQL", "PostgreSQL, Kubernetes"));
        double gain = match(job, raised).criteria().stream()
                        .filter(criterion -> criterion.kind() == Kind.REQUIRED_SKILLS)
                        .mapToDouble(criterion -> criterion.weight() * criterion.value() * 100)
                        .sum()
                - required.weight() * required.value() * 100;
        assertThat(kafka.points()).isCloseTo(gain, within(1e-9));
        assertThat(match.missing()).contains("Kubernetes");
    }

    private static List<Kind> kinds(JobView job) {
        return match(job, candidate(1, RESUME)).criteria().stream()
                .map(Criterion::kind)
                .toList();
    }

    private static Criterion criterion(JobView job, CandidateView candidate, Kind kind) {
        return match(job, candidate).criteria().stream()
                .filter(criterion -> criterion.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static Match match(JobView job, CandidateView candidate) {
        return ENGINE.rank(job, CandidatePool.of(List.of(candidate)), 1)
                .matches()
                .getFirst();
    }

    private static JobView job(String description, Map<Kind, Double> otherwise) {
        return job(description, otherwise, Screening.NONE);
    }

    private static JobView job(String description, Map<Kind, Double> otherwise, Screening screening) {
        Map<Kind, Double> weights = new EnumMap<>(Weights.STANDARD.values());
        weights.putAll(otherwise);
        return new JobView(
                new JobId(1),
                "Senior Java Developer",
                List.of(),
                false,
                List.of("Java", "PostgreSQL", "Kubernetes"),
                List.of(),
                description,
                new Weights(weights),
                screening);
    }

    private static CandidateView candidate(long id, String resume) {
        return candidate(id, "Senior Java Developer", resume);
    }

    private static CandidateView titled(long id, String title) {
        return candidate(id, title, "");
    }

    private static CandidateView candidate(long id, String title, String resume) {
        return new CandidateView(
                new CandidateId(id),
                List.of(title),
                BlindText.EMPTY,
                List.of(),
                Optional.of(5.0),
                Optional.empty(),
                BlindText.of(resume, List.of(), List.of()));
    }
}
