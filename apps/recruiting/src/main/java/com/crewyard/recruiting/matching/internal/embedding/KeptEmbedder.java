package com.crewyard.recruiting.matching.internal.embedding;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Asks another embedder once for each text. What came before it failed or took too long is kept, so that the next run
 * goes on from there.
 */
public final class KeptEmbedder implements TextEmbedder {

    /** Of passages, some 30,000 tokens: well below what services take at once, and an answer of a few seconds. */
    static final int BATCH = 96;

    private final TextEmbedder maker;
    private final VectorCache store;
    private final Duration patience;

    /** @param patience after which no further batch is asked for */
    public KeptEmbedder(TextEmbedder maker, VectorCache store, Duration patience) {
        this.maker = maker;
        this.store = store;
        this.patience = patience;
    }

    @Override
    public String model() {
        return maker.model();
    }

    @Override
    public List<float[]> embed(List<String> texts) {
        long deadline = System.nanoTime() + patience.toNanos();
        List<TextKey> keys = texts.stream().map(TextKey::of).toList();
        Map<TextKey, float[]> vectors = new HashMap<>(store.find(model(), new LinkedHashSet<>(keys)));
        List<TextKey> missing = new LinkedHashSet<>(keys)
                .stream().filter(key -> !vectors.containsKey(key)).toList();
        for (int from = 0; from < missing.size(); from += BATCH) {
            if (System.nanoTime() > deadline) {
                throw new EmbeddingUnavailableException(
                        "%d of %d texts took too long".formatted(missing.size() - from, texts.size()));
            }
            List<TextKey> batch = missing.subList(from, Math.min(missing.size(), from + BATCH));
            List<float[]> made = maker.embed(batch.stream().map(TextKey::text).toList());
            Map<TextKey, float[]> fresh = new HashMap<>();
            for (int i = 0; i < batch.size(); i++) {
                fresh.put(batch.get(i), made.get(i));
            }
            store.keep(model(), fresh);
            vectors.putAll(fresh);
        }
        List<float[]> ordered = new ArrayList<>();
        for (TextKey key : keys) {
            ordered.add(vectors.getOrDefault(key, new float[0]));
        }
        return ordered;
    }
}
