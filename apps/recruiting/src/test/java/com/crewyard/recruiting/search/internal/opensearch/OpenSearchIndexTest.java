package com.crewyard.recruiting.search.internal.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.crewyard.recruiting.search.SearchAnswer;
import com.crewyard.recruiting.search.SearchRequest;
import com.crewyard.recruiting.search.internal.IndexFailedException;
import com.crewyard.recruiting.search.internal.SearchIndex;
import com.crewyard.recruiting.search.internal.SearchIndexContract;
import com.crewyard.recruiting.search.internal.lucene.Analysis;
import com.crewyard.testing.FreePort;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The same contract as Lucene's, on a node that runs. */
class OpenSearchIndexTest extends SearchIndexContract {

    private static final AtomicLong NUMBER = new AtomicLong();

    private final Cluster cluster = new Cluster(OpenSearchNode.address(), Duration.ofSeconds(30));
    private final List<String> created = new ArrayList<>();

    @Override
    protected SearchIndex open() {
        String name = "contract-%d-%d".formatted(ProcessHandle.current().pid(), NUMBER.incrementAndGet());
        created.add(name);
        return OpenSearchIndex.create(cluster, QUERIES, name, "");
    }

    @AfterEach
    void removeIndexes() {
        created.forEach(name -> cluster.delete("/" + name));
        cluster.close();
    }

    @Test
    void keepsThePositionWithoutCountingItAsADocument() {
        SearchIndex index = open();
        assertThat(index.position()).isEmpty();
        index.put(List.of(candidate(1, "Mara", "Mechanic", "Leeds", 3).build()));
        index.commit(41);
        index.refresh();
        assertThat(index.position()).hasValue(41);
        assertThat(index.size()).isEqualTo(1);
        assertThat(index.find(SearchRequest.of("")).total()).isEqualTo(1);
        assertThat(index.all(SearchRequest.of(""))).hasSize(1);
    }

    @Test
    void answersMoreWordsAndSkillsThanAClusterTakesClauses() {
        String words = IntStream.range(0, 250)
                .mapToObj(i -> "" + (char) ('a' + i % 26) + (char) ('a' + i / 26) + "ern")
                .collect(Collectors.joining(" OR "));
        SearchAnswer answer = find("mechanic OR " + words);
        assertThat(keys(answer)).contains("candidate-1", "job-7");
        String skills = TAXONOMY.skills().stream()
                .map(skill -> "\"" + skill.label() + "\"")
                .limit(120)
                .collect(Collectors.joining(" OR "));
        assertThat(find("welder OR " + skills).total()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Led six mechanics and two apprentices. Repaired engines, brake systems and suspensions of vans.",
                "Entwicklung von Diensten in Java und C++. Die Häuser der Kunden; moderne Maschinenbauern, Lehrers Kinder.",
                "Größe, Straße, Müller, Mueller, F# und c#, e-mail j.o'neil@example.com 3.5 10,000",
                "Ingénieurs à Genève: développement d'applications, œuvres, naïve café",
                "Ελληνικά русский 日本語 עברית العربية 😀 ﬁne ½",
                "news glasses status analysis series buses is as us gas ss xs"
            })
    void makesOfATextEveryFormThatAQueryMayAskFor(String text) {
        String index = created.getFirst();
        JsonNode tokens = cluster.post("/" + index + "/_analyze", Map.of("analyzer", "stemmed", "text", text))
                .body()
                .path("tokens");
        Map<Integer, List<String>> byPosition = new java.util.TreeMap<>();
        tokens.forEach(token -> byPosition
                .computeIfAbsent(token.path("position").asInt(), _ -> new ArrayList<>())
                .add(token.path("token").asString()));
        List<List<String>> theirs = List.copyOf(byPosition.values());
        List<List<String>> ours = Analysis.words(text);
        assertThat(theirs).hasSameSizeAs(ours);
        for (int i = 0; i < ours.size(); i++) {
            assertThat(theirs.get(i)).containsAll(ours.get(i));
        }
    }

    @Test
    void saysThatALostIndexIsDamagedAndDoesNotMakeItAnewWithoutItsMapping() {
        OpenSearchIndex index = (OpenSearchIndex) open();
        index.publish("nowhere-" + index.name());
        assertThat(index.position()).isEmpty();
        for (Runnable use : List.<Runnable>of(
                () -> index.find(SearchRequest.of("welder")),
                index::refresh,
                () -> index.put(
                        List.of(candidate(1, "Mara", "Mechanic", "Leeds", 3).build())))) {
            assertThatThrownBy(use::run)
                    .isInstanceOfSatisfying(
                            IndexFailedException.class,
                            failure -> assertThat(failure.isDamaged()).isTrue());
        }
    }

    @Test
    void saysThatNobodyAnswers() throws IOException {
        try (Cluster nobody = new Cluster("http://admin:secret@localhost:" + FreePort.next(), Duration.ofSeconds(1))) {
            assertThatThrownBy(
                            () -> OpenSearchIndex.behind(nobody, QUERIES, "any").find(SearchRequest.of("")))
                    .isInstanceOfSatisfying(
                            IndexFailedException.class,
                            failure -> assertThat(failure)
                                    .hasMessageContaining("no answer from http://localhost")
                                    .hasMessageNotContaining("secret")
                                    .matches(it -> !((IndexFailedException) it).isDamaged()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost:9200", "ftp://host", "http://", "https://admin:p@ss word@host"})
    void refusesWhatIsNoAddress(String url) {
        assertThatThrownBy(() -> new Cluster(url, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("OPENSEARCH_URL")
                .hasMessageNotContaining("p@ss");
    }
}
