package com.crewyard.recruiting.matching.evaluation;

import com.crewyard.recruiting.matching.internal.embedding.TextEmbedder;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** Another embedder, asked once for each text, with its time taken and its progress told. */
final class MeasuredEmbedder implements TextEmbedder {

    private static final int BATCH = 256;

    private final TextEmbedder embedder;
    private final IntConsumer progress;
    private final Map<String, float[]> known = new HashMap<>();
    private long nanoseconds;

    /** @param progress is told how many texts are left */
    MeasuredEmbedder(TextEmbedder embedder, IntConsumer progress) {
        this.embedder = embedder;
        this.progress = progress;
    }

    /** Tells on one line how many are left. */
    static MeasuredEmbedder telling(TextEmbedder embedder, PrintStream progress) {
        return new MeasuredEmbedder(embedder, left -> {
            progress.print(left > 0 ? "\r%,d texts to embed …   ".formatted(left) : "\r");
            progress.flush();
        });
    }

    @Override
    public String model() {
        return embedder.model();
    }

    @Override
    public synchronized List<float[]> embed(List<String> texts) {
        List<String> missing = new LinkedHashSet<>(texts)
                .stream().filter(text -> !known.containsKey(text)).toList();
        long start = System.nanoTime();
        for (int from = 0; from < missing.size(); from += BATCH) {
            List<String> batch = missing.subList(from, Math.min(missing.size(), from + BATCH));
            List<float[]> made = embedder.embed(batch);
            for (int i = 0; i < batch.size(); i++) {
                known.put(batch.get(i), made.get(i));
            }
            progress.accept(missing.size() - from - batch.size());
        }
        nanoseconds += System.nanoTime() - start;
        List<float[]> vectors = new ArrayList<>();
        texts.forEach(text -> vectors.add(known.getOrDefault(text, new float[0])));
        return vectors;
    }

    int texts() {
        return known.size();
    }

    double seconds() {
        return nanoseconds / 1e9;
    }
}
