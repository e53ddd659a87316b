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
import com.crewyard.recruiting.matching.MatchEngine.Ranking;
import com.crewyard.recruiting.matching.internal.embedding.EmbeddingUnavailableException;
import com.crewyard.recruiting.matching.internal.embedding.OnnxEmbedder;
import com.crewyard.recruiting.matching.internal.embedding.OnnxModel;
import com.crewyard.recruiting.matching.internal.embedding.TextEmbedder;
import com.crewyard.recruiting.taxonomy.Taxonomy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class LocalEngineVectorsTest {

    private static final OnnxEmbedder EMBEDDER = new OnnxEmbedder(OnnxModel.BGE_SMALL, 2);
    private static final Vocabulary VOCABULARY = new Vocabulary(Taxonomy.load());
    private static final LocalEngine ENGINE = new LocalEngine(VOCABULARY, EMBEDDER);
    private static final JobView POST = new JobView(
            new JobId(1),
            "Pediatric Nurse",
            List.of(),
            false,
            List.of(),
            List.of(),
            "Care for sick children on our ward, day and night.");
    private static final String NURSE = """
            %s
            REGISTERED NURSE
            Looked after patients of a children's hospital.
            Gave medication and comforted families.
            """;
    private static final String WELDER = """
            WELDER
            Joined steel pipes for ships and bridges.
            """;

    @AfterAll
    static void close() throws Exception {
        EMBEDDER.close();
    }

    @Test
    void findsMeaningWithoutWordsInCommonAndQuotesIt() {
        CandidatePool pool = CandidatePool.of(List.of(candidate(1, "", WELDER), candidate(2, "Ana Ito", NURSE)));

        Ranking ranking = ENGINE.rank(POST, pool, 2);

        Match best = ranking.matches().getFirst();
        assertThat(best.candidate()).isEqualTo(new CandidateId(2));
        assertThat(best.score()).isGreaterThan(ranking.matches().getLast().score() + 30);
        Criterion meaning = best.criteria().stream()
                .filter(criterion -> criterion.kind() == Criterion.Kind.MEANING)
                .findFirst()
                .orElseThrow();
        Evidence evidence = meaning.evidence().getFirst();
        String resume = NURSE.formatted("Ana Ito");
        assertThat(resume.substring(evidence.start(), evidence.end())).isEqualTo(evidence.words());
    }

    @Test
    void takesTheProfileForTheResumeWhereThereIsNone() {
        CandidateView nurse = new CandidateView(
                new CandidateId(1),
                List.of("Children's nurse"),
                BlindText.EMPTY,
                List.of("Wound care"),
                Optional.empty(),
                Optional.empty(),
                BlindText.EMPTY);

        Match match =
                ENGINE.rank(POST, CandidatePool.of(List.of(nurse)), 1).matches().getFirst();

        assertThat(match.criteria())
                .filteredOn(criterion -> criterion.kind() == Criterion.Kind.MEANING)
                .singleElement()
                .satisfies(meaning -> assertThat(meaning.value()).isGreaterThan(0.3))
                .satisfies(meaning -> assertThat(meaning.evidence()).isEmpty());
    }

    @Test
    void scoresEverybodyTheSameWhateverTheirName() {
        List<Integer> scores = new ArrayList<>();
        for (String name : List.of("Ana Ito", "Lakisha Washington", "Mehmet Yılmaz-Öztürk", "Greg")) {
            CandidatePool pool = CandidatePool.of(List.of(candidate(1, name, NURSE), candidate(2, "", WELDER)));
            scores.add(ENGINE.rank(POST, pool, 1).matches().getFirst().score());
        }

        assertThat(scores).containsOnly(scores.getFirst());
    }

    @Test
    void scoresAPairTheSameInBothDirections() {
        CandidateView nurse = candidate(2, "", NURSE);
        CandidatePool pool = CandidatePool.of(List.of(candidate(1, "", WELDER), nurse));

        Match forth = ENGINE.rank(POST, pool, 1).matches().getFirst();
        Match back = ENGINE.rank(candidate(2, "", NURSE), List.of(POST), pool, 1)
                .matches()
                .getFirst();

        assertThat(back).isEqualTo(forth);
    }

    @Test
    void asksWhomPeopleResembleInALargePoolOnly() {
        List<CandidateView> many = new ArrayList<>();
        for (int i = 1; i <= 70; i++) {
            many.add(candidate(i, "", i % 2 == 0 ? WELDER + i : NURSE + i));
        }

        List<Match> matches = ENGINE.rank(POST, CandidatePool.of(many), 70).matches();

        assertThat(matches.getFirst().criteria()).extracting(Criterion::kind).contains(Criterion.Kind.PEERS);
        assertThat(matches.subList(0, 35)).allMatch(match -> match.candidate().value() % 2 == 1);
    }

    @Test
    void goesOnWithWordsAloneAndSaysSoWhenThereAreNoVectors() {
        TextEmbedder broken = new TextEmbedder() {
            @Override
            public String model() {
                return "broken";
            }

            @Override
            public List<float[]> embed(List<String> texts) {
                throw new EmbeddingUnavailableException("nothing there");
            }
        };
        CandidatePool pool = CandidatePool.of(List.of(candidate(1, "", WELDER), candidate(2, "", NURSE)));

        Ranking ranking = new LocalEngine(VOCABULARY, broken).rank(POST, pool, 2);

        assertThat(ranking.fellBack())
                .hasValueSatisfying(fallBack -> assertThat(fallBack.reason()).isEqualTo("nothing there"));
        assertThat(ranking.matches())
                .isEqualTo(new LocalEngine(VOCABULARY).rank(POST, pool, 2).matches());
    }

    @Test
    void answersForNobodyAndForResumesWithoutWords() {
        assertThat(ENGINE.rank(POST, CandidatePool.of(List.of()), 5).matches()).isEmpty();
        CandidatePool pool = CandidatePool.of(List.of(candidate(1, "", ""), candidate(2, "", "…\n  \n—")));
        assertThat(ENGINE.rank(POST, pool, 5).matches()).hasSize(2).allMatch(match -> match.score() < 10);
        JobView empty = new JobView(new JobId(2), "X", List.of(), false, List.of(), List.of(), "");
        assertThat(ENGINE.rank(empty, pool, 5).fellBack()).isEmpty();
    }

    private static CandidateView candidate(long id, String name, String resume) {
        return new CandidateView(
                new CandidateId(id),
                List.of(),
                BlindText.EMPTY,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                BlindText.ofPerson(resume.replace("%s", name), name));
    }
}
