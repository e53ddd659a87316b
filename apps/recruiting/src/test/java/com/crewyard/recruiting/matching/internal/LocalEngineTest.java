package com.crewyard.recruiting.matching.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.JobId;
import com.crewyard.recruiting.matching.BlindText;
import com.crewyard.recruiting.matching.CandidatePool;
import com.crewyard.recruiting.matching.CandidateView;
import com.crewyard.recruiting.matching.Criterion;
import com.crewyard.recruiting.matching.Evidence;
import com.crewyard.recruiting.matching.JobView;
import com.crewyard.recruiting.matching.Match;
import com.crewyard.recruiting.places.Places;
import com.crewyard.recruiting.taxonomy.Taxonomy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LocalEngineTest {

    private static final LocalEngine ENGINE = new LocalEngine(new Vocabulary(Taxonomy.load()));

    private static final JobView BACKEND = new JobView(
            new JobId(7),
            "Senior Backend Engineer",
            List.of(Places.of("Berlin").orElseThrow()),
            false,
            List.of("Java", "PostgreSQL"),
            List.of("Kafka"),
            "You build payment services and keep them running. At least 5 years of experience with server-side work.");

    private static final CandidateView BACKEND_ENGINEER = candidate(
            1,
            "Backend Developer",
            8.0,
            "Berlin, Germany",
            "Backend Developer at Blue Fig\nBuilt payment services in Java on Postgres, with Apache Kafka.");
    private static final CandidateView SPRING_ENGINEER = candidate(
            2, "Java Developer", 3.0, "Hamburg", "Java Developer\nSpring Boot services, Oracle Database, JUnit.");
    private static final CandidateView COOK =
            candidate(3, "Sous Chef", 12.0, "Lyon", "Sous Chef\nMenu planning, HACCP, stock rotation, pastry.");

    @Test
    void ranksByFitAndKeepsTheRestFarBelow() {
        List<Match> matches = rank(BACKEND, COOK, SPRING_ENGINEER, BACKEND_ENGINEER);

        assertThat(matches).extracting(match -> match.candidate().value()).containsExactly(1L, 2L, 3L);
        assertThat(matches.get(0).score()).isGreaterThan(80);
        assertThat(matches.get(2).score()).isLessThan(20);
    }

    @Test
    void countsSynonymsAsTheSkillItself() {
        Criterion required = criterion(BACKEND, BACKEND_ENGINEER, Criterion.Kind.REQUIRED_SKILLS);

        assertThat(required.value()).isEqualTo(1);
        assertThat(required.missing()).isEmpty();
        assertThat(required.finding()).isEqualTo("2 of 2: Java, PostgreSQL");
    }

    @Test
    void countsANearSkillInPartAndStillMissesTheAskedOne() {
        JobView job = job("Data Engineer", List.of("PostgreSQL"), "");
        CandidateView near = candidate(1, "Data Engineer", 4.0, "Berlin", "MySQL administration");

        Criterion required = criterion(job, near, Criterion.Kind.REQUIRED_SKILLS);

        assertThat(required.value()).isBetween(0.3, 0.9);
        assertThat(required.missing()).containsExactly("PostgreSQL");
    }

    @Test
    void quotesTheVeryWordsOfTheResume() {
        Match match = rank(BACKEND, BACKEND_ENGINEER).getFirst();
        String resume = BACKEND_ENGINEER.resume().text();

        List<Evidence> evidence = match.criteria().stream()
                .flatMap(criterion -> criterion.evidence().stream())
                .filter(each -> each.source() == Evidence.Source.RESUME)
                .toList();

        assertThat(evidence).isNotEmpty().allSatisfy(each -> {
            assertThat(resume.substring(each.start(), each.end())).isEqualTo(each.words());
            assertThat(each.quote()).contains(each.words());
        });
        assertThat(evidence).extracting(Evidence::words).contains("Java", "Postgres", "Apache Kafka");
    }

    @Test
    void findsSkillsThatTheTaxonomyDoesNotKnowByTheirWords() {
        JobView job = job("Engineer", List.of("Quibblefrotz 9000"), "");
        CandidateView has = candidate(1, "Engineer", 4.0, "Berlin", "Ran the quibblefrotz 9000 for years");

        Criterion required = criterion(job, has, Criterion.Kind.REQUIRED_SKILLS);

        assertThat(required.value()).isEqualTo(1);
        assertThat(required.evidence()).extracting(Evidence::words).containsExactly("quibblefrotz 9000");
    }

    @Test
    void takesTheSkillsOfTheDescriptionWhenNoneAreListed() {
        JobView job =
                job("Head Chef", List.of(), "You plan menus, cost dishes and keep HACCP records for the kitchen.");

        List<Match> matches = rank(job, COOK, BACKEND_ENGINEER);

        assertThat(matches.getFirst().candidate()).isEqualTo(COOK.id());
        assertThat(matches.getFirst().criteria())
                .extracting(Criterion::kind)
                .contains(Criterion.Kind.MENTIONED_SKILLS)
                .doesNotContain(Criterion.Kind.REQUIRED_SKILLS);
    }

    @Test
    void neverCountsMoreExperienceAgainstSomebody() {
        double asked =
                criterion(BACKEND, withYears(5), Criterion.Kind.EXPERIENCE).value();
        double decades =
                criterion(BACKEND, withYears(35), Criterion.Kind.EXPERIENCE).value();
        double few = criterion(BACKEND, withYears(1), Criterion.Kind.EXPERIENCE).value();

        assertThat(decades).isEqualTo(asked).isEqualTo(1);
        assertThat(few).isLessThan(asked);
    }

    @Test
    void doesNotAskWherePeopleLiveWhenTheJobIsRemote() {
        JobView remote = new JobView(
                BACKEND.id(),
                BACKEND.title(),
                BACKEND.places(),
                true,
                BACKEND.requiredSkills(),
                BACKEND.niceToHaveSkills(),
                BACKEND.description());

        assertThat(criterion(remote, COOK, Criterion.Kind.LOCATION).value()).isEqualTo(1);
        assertThat(criterion(BACKEND, COOK, Criterion.Kind.LOCATION).value()).isLessThan(0.5);
    }

    @Test
    void weighsTheCriteriaToOneAndScoresTheirSum() {
        for (Match match : rank(BACKEND, BACKEND_ENGINEER, SPRING_ENGINEER, COOK)) {
            double weights =
                    match.criteria().stream().mapToDouble(Criterion::weight).sum();
            assertThat(weights).isCloseTo(1, org.assertj.core.data.Offset.offset(1e-9));
            assertThat(match.score()).isEqualTo((int) Math.round(match.exactScore()));
        }
    }

    @Test
    void saysWhyInOneSentence() {
        Match match = rank(BACKEND, SPRING_ENGINEER).getFirst();

        assertThat(match.reason())
                .startsWith("R")
                .endsWith(".")
                .contains("Java")
                .contains("missing:")
                .contains("years of experience: 5");
    }

    @Test
    void givesTheSameAnswerWhateverTheOrderOfThePool() {
        List<CandidateView> views = new ArrayList<>();
        for (int i = 1; i <= 60; i++) {
            String skill =
                    List.of("Java", "Python", "PostgreSQL", "Welding", "Excel").get(i % 5);
            views.add(candidate(i, "Developer", (double) (i % 9), "Berlin", "Developer\n" + skill + " and teamwork"));
        }
        List<Match> first = ENGINE.rank(BACKEND, CandidatePool.of(views), 60).matches();
        for (int seed = 0; seed < 5; seed++) {
            Collections.shuffle(views, new Random(seed));
            assertThat(ENGINE.rank(BACKEND, CandidatePool.of(views), 60).matches())
                    .isEqualTo(first);
        }
    }

    @Test
    void scoresAPairTheSameInBothDirections() {
        CandidatePool pool = CandidatePool.of(List.of(BACKEND_ENGINEER, SPRING_ENGINEER, COOK));

        Match forJob = ENGINE.rank(BACKEND, pool, 3).matches().get(1);
        Match forCandidate = ENGINE.rank(SPRING_ENGINEER, List.of(BACKEND, job("Cook", List.of(), "")), pool, 1)
                .matches()
                .getFirst();

        assertThat(forCandidate).isEqualTo(forJob);
    }

    @Test
    void answersForNobodyAndForAnEmptyResume() {
        assertThat(ENGINE.rank(BACKEND, CandidatePool.of(List.of()), 20).matches())
                .isEmpty();
        CandidateView unknown = new CandidateView(
                new CandidateId(9),
                List.of(),
                BlindText.EMPTY,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                BlindText.EMPTY);
        Match match = rank(BACKEND, unknown).getFirst();
        assertThat(match.score()).isLessThan(15);
        assertThat(match.reason()).startsWith("Little of what the job asks for was found; missing: Java");
    }

    private static CandidateView withYears(double years) {
        return new CandidateView(
                new CandidateId(5),
                List.of("Backend Developer"),
                BlindText.EMPTY,
                List.of("Java"),
                Optional.of(years),
                Optional.empty(),
                BlindText.EMPTY);
    }

    private static Criterion criterion(JobView job, CandidateView candidate, Criterion.Kind kind) {
        return rank(job, candidate).getFirst().criteria().stream()
                .filter(criterion -> criterion.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static List<Match> rank(JobView job, CandidateView... candidates) {
        return ENGINE.rank(job, CandidatePool.of(List.of(candidates)), 20).matches();
    }

    private static JobView job(String title, List<String> required, String description) {
        return new JobView(new JobId(1), title, List.of(), false, required, List.of(), description);
    }

    private static CandidateView candidate(long id, String title, Double years, String place, String resume) {
        return new CandidateView(
                new CandidateId(id),
                List.of(title),
                BlindText.EMPTY,
                List.of(),
                Optional.of(years),
                Places.of(place),
                BlindText.of(resume, List.of(), List.of()));
    }
}
