package com.crewyard.recruiting.matching.meaning;

import com.crewyard.recruiting.matching.internal.embedding.TextEmbedder;
import com.crewyard.recruiting.matching.internal.embedding.Vectors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Ranks occupations for a title by meaning. With the cosines c of the title's vector to the k vectors of an occupation's
 * titles and m to their mean, an occupation scores {@code ln(sum(exp(20 c)) / sqrt(k)) / 20 + m / 2}: one title that says the
 * same counts most, several that say alike count for it, and having many titles alone counts little. The three numbers were
 * chosen on O*NET's reported titles, which are no part of any index.
 *
 * <p>Thread-safe; a title takes time in proportion to the number of titles that are known.
 */
public final class OccupationIndex {

    private static final double SHARPNESS = 20;
    private static final double WEIGHT_OF_MEAN = .5;

    private final TextEmbedder embedder;
    private final List<Occupation> occupations;
    private final float[][][] titles;
    private final float[][] means;

    private OccupationIndex(TextEmbedder embedder, List<Occupation> occupations, float[][][] titles, float[][] means) {
        this.embedder = embedder;
        this.occupations = occupations;
        this.titles = titles;
        this.means = means;
    }

    /** An occupation and how well it fits, comparable within one ranking. */
    public record Ranked(Occupation occupation, double score) {}

    /** Embeds every title once: some hundred a second. */
    public static OccupationIndex of(List<Occupation> occupations, TextEmbedder embedder) {
        List<String> texts = new ArrayList<>();
        List<List<String>> named =
                occupations.stream().map(OccupationIndex::names).toList();
        named.forEach(texts::addAll);
        List<float[]> vectors = embedder.embed(texts);
        float[][][] titles = new float[occupations.size()][][];
        float[][] means = new float[occupations.size()][];
        int next = 0;
        for (int i = 0; i < titles.length; i++) {
            int end = next + named.get(i).size();
            titles[i] = vectors.subList(next, end).toArray(float[][]::new);
            means[i] = mean(titles[i]);
            next = end;
        }
        return new OccupationIndex(embedder, List.copyOf(occupations), titles, means);
    }

    /** The best first; of equals, the one that was given earlier. */
    public List<Ranked> rank(String title, int limit) {
        return rank(List.of(title), limit).getFirst();
    }

    /**
     * Each title by itself, in their order, faster than one after the other.
     *
     * @param texts none of them blank
     */
    public List<List<Ranked>> rank(List<String> texts, int limit) {
        List<float[]> vectors =
                embedder.embed(texts.stream().map(VacancyTitle::of).toList());
        return vectors.parallelStream().map(vector -> nearest(vector, limit)).toList();
    }

    private List<Ranked> nearest(float[] vector, int limit) {
        double[] scores = IntStream.range(0, titles.length)
                .mapToDouble(i -> score(vector, i))
                .toArray();
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> scores[i]).reversed())
                .limit(limit)
                .map(i -> new Ranked(occupations.get(i), scores[i]))
                .toList();
    }

    private double score(float[] vector, int occupation) {
        double sum = 0;
        for (float[] title : titles[occupation]) {
            sum += Math.exp(SHARPNESS * Vectors.dot(vector, title));
        }
        return Math.log(sum / Math.sqrt(titles[occupation].length)) / SHARPNESS
                + WEIGHT_OF_MEAN * Vectors.dot(vector, means[occupation]);
    }

    private static List<String> names(Occupation occupation) {
        List<String> names = new ArrayList<>();
        names.add(occupation.label().toLowerCase(Locale.ROOT));
        occupation.alternatives().stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .forEach(names::add);
        return names.stream().distinct().toList();
    }

    private static float[] mean(float[][] vectors) {
        float[] sum = new float[vectors[0].length];
        for (float[] vector : vectors) {
            Vectors.add(sum, vector, 1);
        }
        return Vectors.normalised(sum);
    }
}
