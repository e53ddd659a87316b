package com.crewyard.benchmarks;

import com.crewyard.recruiting.matching.internal.embedding.TextEmbedder;
import com.crewyard.recruiting.matching.internal.embedding.Vectors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Vectors for more texts than a benchmark has time to embed: those of titles and posts, and some passages of each trade, are
 * the model's; every further passage lies about one of its trade, at a cosine of some 0.9.
 */
final class ScatteredVectors implements TextEmbedder {

    private static final int SHORT = 120;
    private static final int MOST_KNOWN = 6_000;
    private static final int REAL_PASSAGES = 25;
    private static final double DISTANCE = 0.45;

    private final TextEmbedder model;
    private final Map<String, float[]> known = new HashMap<>();
    private final Map<String, List<float[]>> passages = new HashMap<>();

    ScatteredVectors(TextEmbedder model) {
        this.model = model;
    }

    @Override
    public String model() {
        return model.model();
    }

    /** Of posts and titles. */
    @Override
    public List<float[]> embed(List<String> texts) {
        return texts.stream()
                .map(text -> known.computeIfAbsent(
                        text, _ -> model.embed(List.of(text)).getFirst()))
                .toList();
    }

    /** Always the same for the same text. */
    Map<String, float[]> of(String trade, List<String> texts) {
        Map<String, float[]> vectors = new HashMap<>();
        for (String text : texts) {
            vectors.put(text, isTitle(text) ? embed(List.of(text)).getFirst() : passage(trade, text));
        }
        return vectors;
    }

    /** Titles repeat, so they are known before long; what is short and comes after that is a passage all the same. */
    private boolean isTitle(String text) {
        return known.containsKey(text) || text.length() <= SHORT && known.size() < MOST_KNOWN;
    }

    private float[] passage(String trade, String text) {
        List<float[]> real = passages.computeIfAbsent(trade, _ -> new ArrayList<>());
        if (known.containsKey(text) || real.size() < REAL_PASSAGES) {
            float[] made = embed(List.of(text)).getFirst();
            if (real.size() < REAL_PASSAGES) {
                real.add(made);
            }
            return made;
        }
        Random random = new Random(text.hashCode());
        float[] about = real.get(random.nextInt(real.size()));
        float[] noise = new float[about.length];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) random.nextGaussian();
        }
        float[] vector = about.clone();
        Vectors.add(vector, Vectors.normalised(noise), (float) DISTANCE);
        return Vectors.halved(Vectors.normalised(vector));
    }
}
