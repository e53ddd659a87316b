package com.crewyard.recruiting.search.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.kernel.CandidateId;
import com.crewyard.recruiting.matching.BlindText;
import com.crewyard.recruiting.matching.CandidateIndex.Held;
import com.crewyard.recruiting.matching.CandidateIndex.Nearest;
import com.crewyard.recruiting.matching.CandidateIndex.Skill;
import com.crewyard.recruiting.matching.CandidateIndex.Towards;
import com.crewyard.recruiting.matching.CandidateIndex.Wanted;
import com.crewyard.recruiting.matching.CandidateView;
import com.crewyard.recruiting.matching.internal.CandidateCodec;
import com.crewyard.recruiting.matching.internal.Vocabulary;
import com.crewyard.recruiting.search.DocumentKey;
import com.crewyard.recruiting.search.Kind;
import com.crewyard.recruiting.search.internal.SearchDocument.Builder;
import com.crewyard.recruiting.search.internal.SearchDocument.NumberField;
import com.crewyard.recruiting.taxonomy.Taxonomy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every search index has to do for matching. */
public abstract class RetrievalContract {

    protected static final Taxonomy TAXONOMY = Taxonomy.load();
    protected static final Vocabulary VOCABULARY = new Vocabulary(TAXONOMY);
    protected static final CandidateCodec CODEC = new CandidateCodec(VOCABULARY, "words");
    private static final float[] NORTH = {1, 0};
    protected static final float[] EAST = {0, 1};

    protected SearchIndex index;

    /** An empty one. */
    protected abstract SearchIndex open() throws Exception;

    @BeforeEach
    void fill() throws Exception {
        index = open();
        for (int number = 1; number <= 40; number++) {
            boolean north = number <= 20;
            boolean able = number % 4 == 0;
            put(number, able ? "Java" : "Welding", north ? NORTH : EAST);
        }
        index.refresh();
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void findsThoseWithTheSkillsFirstAmongTheNear() {
        Skill java =
                new Skill(40, Map.of(TAXONOMY.skill("Java").orElseThrow().id().value(), 1.0));
        Wanted wanted = new Wanted(towards(NORTH), towards(NORTH), List.of(java), List.of());
        assertThat(index.nearest(wanted, "", 5, _ -> false).candidates())
                .extracting(held -> held.id().value())
                .containsExactlyInAnyOrder(4L, 8L, 12L, 16L, 20L);
    }

    @Test
    void letsNobodyPastAFilter() {
        Skill java =
                new Skill(40, Map.of(TAXONOMY.skill("Java").orElseThrow().id().value(), 1.0));
        Wanted wanted = new Wanted(towards(NORTH), towards(NORTH), List.of(java), List.of("Welder"));
        Nearest nearest = index.nearest(wanted, "years:>=31", 100, _ -> false);
        assertThat(nearest.total()).isEqualTo(10);
        assertThat(nearest.candidates()).hasSize(10).allMatch(held -> held.id().value() > 30);
    }

    @Test
    void findsBySkillsAndWordsWhereThereAreNoVectors() {
        Skill java =
                new Skill(40, Map.of(TAXONOMY.skill("Java").orElseThrow().id().value(), 1.0));
        Wanted wanted = new Wanted(Optional.empty(), Optional.empty(), List.of(java), List.of());
        assertThat(index.nearest(wanted, "", 10, _ -> false).candidates())
                .hasSize(10)
                .allMatch(held -> held.id().value() % 4 == 0);
    }

    @Test
    void samplesTheSameWhileTheyStayTheSame() {
        List<Long> before =
                index.sample(10, _ -> false).stream().map(Held::stamp).toList();
        put(99, "Java", NORTH);
        put(before.isEmpty() ? 1 : 40, "Kotlin", EAST);
        index.refresh();
        List<Long> after =
                index.sample(50, _ -> false).stream().map(Held::stamp).toList();
        assertThat(before).hasSize(10);
        assertThat(after).hasSize(41);
        assertThat(before.stream().filter(stamp -> !after.contains(stamp)).count())
                .isLessThanOrEqualTo(1);
    }

    protected static Optional<Towards> towards(float[] direction) {
        return Optional.of(new Towards(direction, 0.3, 0.2, 30));
    }

    private void put(int number, String skill, float[] direction) {
        CandidateView view = view(number, skill);
        Map<String, float[]> vectors = new HashMap<>();
        CandidateCodec.texts(view).forEach(text -> vectors.put(text, direction));
        index.put(List.of(new Builder(new DocumentKey(Kind.CANDIDATE, number), "Person " + number)
                .number(NumberField.YEARS, number)
                .prepared(CODEC.prepared(view, vectors))
                .build()));
    }

    protected static CandidateView view(int number, String skill) {
        return new CandidateView(
                new CandidateId(number),
                List.of("Position " + number),
                BlindText.EMPTY,
                List.of(skill),
                Optional.of((double) number),
                Optional.empty(),
                BlindText.of("Knows " + skill + " and writes about it.", List.of(), List.of()));
    }
}
