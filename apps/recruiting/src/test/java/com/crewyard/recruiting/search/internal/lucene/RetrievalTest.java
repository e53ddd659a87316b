package com.crewyard.recruiting.search.internal.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.kernel.CandidateId;
import com.crewyard.recruiting.matching.BlindText;
import com.crewyard.recruiting.matching.CandidateIndex.Held;
import com.crewyard.recruiting.matching.CandidateIndex.Nearest;
import com.crewyard.recruiting.matching.CandidateIndex.Skill;
import com.crewyard.recruiting.matching.CandidateIndex.Towards;
import com.crewyard.recruiting.matching.CandidateIndex.Wanted;
import com.crewyard.recruiting.matching.CandidateView;
import com.crewyard.recruiting.matching.Prepared;
import com.crewyard.recruiting.matching.internal.CandidateCodec;
import com.crewyard.recruiting.matching.internal.LocalEngine;
import com.crewyard.recruiting.matching.internal.Vocabulary;
import com.crewyard.recruiting.search.DocumentKey;
import com.crewyard.recruiting.search.Kind;
import com.crewyard.recruiting.search.internal.SearchDocument.Builder;
import com.crewyard.recruiting.search.internal.SearchDocument.NumberField;
import com.crewyard.recruiting.search.internal.query.QueryReader;
import com.crewyard.recruiting.taxonomy.Taxonomy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetrievalTest {

    private static final Taxonomy TAXONOMY = Taxonomy.load();
    private static final Vocabulary VOCABULARY = new Vocabulary(TAXONOMY);
    private static final CandidateCodec CODEC = new CandidateCodec(VOCABULARY, "words");
    private static final float[] NORTH = {1, 0};
    private static final float[] EAST = {0, 1};

    @TempDir
    Path directory;

    private LuceneIndex index;

    @BeforeEach
    void fill() throws IOException {
        index = LuceneIndex.open(FSDirectory.open(directory), QueryReader.of(() -> TAXONOMY, Clock.systemUTC()));
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
    void findsThoseWhoAreNearestInMeaning() {
        Wanted wanted = new Wanted(towards(EAST), towards(EAST), List.of(), List.of());
        Nearest nearest = index.nearest(wanted, "", 20, _ -> false);
        assertThat(nearest.total()).isEqualTo(40);
        assertThat(nearest.candidates()).hasSize(20).allMatch(held -> held.id().value() > 20);
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
    void givesBackWhatMatchingHadItHold() {
        Held held = index.sample(1, _ -> false).getFirst();
        CandidateView view = new LocalEngine(VOCABULARY).recall(held.contents().orElseThrow());
        assertThat(view).isEqualTo(view((int) held.id().value(), view.skills().getFirst()));
        assertThat(index.sample(1, stamp -> stamp == held.stamp()).getFirst().contents())
                .isEmpty();
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

    @Test
    void namesThoseWhoAreWorthPreparingAgain() {
        Prepared without = CODEC.prepared(view(77, "Java"), Map.of());
        index.put(List.of(new Builder(new DocumentKey(Kind.CANDIDATE, 77), "Somebody")
                .prepared(without)
                .build()));
        index.refresh();
        assertThat(without.complete()).isFalse();
        assertThat(index.unfinished(10)).containsExactly(new DocumentKey(Kind.CANDIDATE, 77));
    }

    private static Optional<Towards> towards(float[] direction) {
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

    private static CandidateView view(int number, String skill) {
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
