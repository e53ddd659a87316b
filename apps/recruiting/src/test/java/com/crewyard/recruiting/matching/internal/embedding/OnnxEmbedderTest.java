package com.crewyard.recruiting.matching.internal.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class OnnxEmbedderTest {

    private static final OnnxEmbedder EMBEDDER = new OnnxEmbedder(OnnxModel.BGE_SMALL, 2);

    @AfterAll
    static void close() throws Exception {
        EMBEDDER.close();
    }

    @Test
    void setsTextsOfOneMeaningNearEachOther() {
        List<float[]> vectors = EMBEDDER.embed(List.of(
                "Nurse in the intensive care unit of a hospital",
                "Registered nurse for critically ill patients",
                "Backend developer of payment services in Java"));

        float alike = Vectors.dot(vectors.get(0), vectors.get(1));
        float apart = Vectors.dot(vectors.get(0), vectors.get(2));
        assertThat(alike).isGreaterThan(apart + 0.15f);
        assertThat(Vectors.dot(vectors.get(0), vectors.get(0))).isCloseTo(1f, within(1e-3f));
    }

    @Test
    void givesATextTheSameVectorWhateverIsEmbeddedBesideIt() {
        String text = "Pastry chef";
        float[] alone = EMBEDDER.embed(List.of(text)).getFirst();
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            many.add("Text number %d, of some length ".formatted(i).repeat(i + 1));
        }
        many.add(text);

        assertThat(EMBEDDER.embed(many).getLast()).containsExactly(alone);
    }

    @Test
    void readsEveryScriptAndTextsWithoutEnd() {
        List<float[]> vectors = EMBEDDER.embed(List.of(
                "経理担当者", "бухгалтер", "محاسب", "\uD800 broken", "🧑‍🍳", "x".repeat(1_000_000), "a ".repeat(100_000)));

        assertThat(vectors).allSatisfy(vector -> assertThat(vector).hasSize(384).doesNotContain(Float.NaN));
    }

    @Test
    void isClosedWhileItEmbedsAndSaysSo() throws Exception {
        OnnxEmbedder embedder = new OnnxEmbedder(OnnxModel.BGE_SMALL, 2);
        CountDownLatch busy = new CountDownLatch(3);
        List<CompletableFuture<Void>> callers = new ArrayList<>();
        for (int caller = 0; caller < 3; caller++) {
            callers.add(CompletableFuture.runAsync(
                    () -> {
                        while (true) {
                            embedder.embed(List.of("Nurse in the intensive care unit", "Backend developer in Java"));
                            busy.countDown();
                        }
                    },
                    task -> Thread.ofVirtual().start(task)));
        }
        assertThat(busy.await(1, TimeUnit.MINUTES)).isTrue();

        embedder.close();

        for (CompletableFuture<Void> caller : callers) {
            assertThatThrownBy(() -> caller.get(1, TimeUnit.MINUTES))
                    .hasCauseInstanceOf(EmbeddingUnavailableException.class)
                    .hasMessageContaining("is closed");
        }
        embedder.close();
    }
}
