package com.crewyard.recruiting.matching.evaluation;

import com.crewyard.recruiting.matching.internal.embedding.OnnxEmbedder;
import com.crewyard.recruiting.matching.internal.embedding.OnnxModel;
import com.crewyard.recruiting.matching.internal.embedding.TextEmbedder;
import com.crewyard.recruiting.matching.internal.embedding.Vectors;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds the skills that a sentence names among thousands of labels: a label is as near as the nearest one to six words of
 * the sentence, by the embedding model of the matching engine. Only sentences with a label of the list count.
 */
public final class SkillsEvaluation {

    private static final int[] WINDOWS = {1, 2, 3, 4, 6};
    private static final String SENTENCE = "sentence";
    private static final String LABEL = "label";

    private final List<String> labels;
    private final Map<String, Set<String>> sentences = new LinkedHashMap<>();
    private final PrintStream progress;

    /**
     * @param sentences CSV files with the columns sentence and label, one line for each skill of a sentence
     * @param labels of all skills, one a line
     */
    public SkillsEvaluation(List<Path> sentences, Path labels, PrintStream progress) {
        this.progress = progress;
        this.labels = DataFiles.lines(labels).stream()
                .map(String::strip)
                .filter(label -> !label.isEmpty())
                .distinct()
                .toList();
        Set<String> known = Set.copyOf(this.labels);
        for (Path file : sentences) {
            for (Map<String, String> row : Csv.rows(file, SENTENCE, LABEL)) {
                String label = row.getOrDefault(LABEL, "");
                if (known.contains(label)) {
                    this.sentences
                            .computeIfAbsent(row.getOrDefault(SENTENCE, ""), _ -> new LinkedHashSet<>())
                            .add(label);
                }
            }
        }
        if (this.sentences.isEmpty()) {
            throw new UnreadableDataException("No sentence has a label that stands in %s.".formatted(labels));
        }
    }

    /**
     * What was found.
     *
     * @param recall of the labels among the ten nearest of their sentence, over all labels
     * @param interval of the recall by sentence
     */
    public record Report(
            int sentences, int labels, int wanted, double recall, double meanBySentence, double low, double high) {

        public String table() {
            return """
                    %d sentences with %d skills, %,d labels
                    recall@10: %.3f of all skills; %.3f [%.3f, %.3f] by sentence""".formatted(sentences, wanted, labels, recall, meanBySentence, low, high);
        }
    }

    public Report run() {
        int threads = Runtime.getRuntime().availableProcessors();
        try (OnnxEmbedder model = new OnnxEmbedder(OnnxModel.BGE_SMALL, threads)) {
            return run(model);
        } catch (ai.onnxruntime.OrtException e) {
            throw new IllegalStateException("the model cannot be closed", e);
        }
    }

    Report run(TextEmbedder model) {
        MeasuredEmbedder embedder = new MeasuredEmbedder(model, left -> {
            progress.print(left > 0 ? "\r%,d texts to embed …   ".formatted(left) : "\r");
            progress.flush();
        });
        List<float[]> vectors = embedder.embed(labels);
        Map<String, float[]> windows = new HashMap<>();
        sentences.keySet().forEach(sentence -> windows(sentence).forEach(window -> windows.put(window, new float[0])));
        List<String> texts = List.copyOf(windows.keySet());
        List<float[]> made = embedder.embed(texts);
        for (int i = 0; i < texts.size(); i++) {
            windows.put(texts.get(i), made.get(i));
        }
        int found = 0;
        int wanted = 0;
        List<Double> recalls = new ArrayList<>();
        for (Map.Entry<String, Set<String>> sentence : sentences.entrySet()) {
            List<float[]> parts = windows(sentence.getKey()).stream()
                    .map(window -> windows.getOrDefault(window, new float[0]))
                    .toList();
            int hits = (int) nearest(parts, vectors).stream()
                    .filter(sentence.getValue()::contains)
                    .count();
            found += hits;
            wanted += sentence.getValue().size();
            recalls.add((double) hits / sentence.getValue().size());
        }
        Interval interval =
                Interval.of(recalls.stream().mapToDouble(Double::doubleValue).toArray());
        return new Report(
                sentences.size(),
                labels.size(),
                wanted,
                (double) found / wanted,
                interval.mean(),
                interval.low(),
                interval.high());
    }

    private List<String> nearest(List<float[]> parts, List<float[]> vectors) {
        double[] cosines = vectors.stream()
                .mapToDouble(vector -> parts.stream()
                        .mapToDouble(part -> Vectors.dot(part, vector))
                        .max()
                        .orElse(-1))
                .toArray();
        return IntStream.range(0, cosines.length)
                .boxed()
                .sorted((one, other) -> Double.compare(cosines[other], cosines[one]))
                .limit(Metrics.DEPTH)
                .map(labels::get)
                .toList();
    }

    private static Set<String> windows(String sentence) {
        List<String> words = List.of(sentence.strip().split("\\s+"));
        Set<String> windows = new LinkedHashSet<>();
        for (int size : WINDOWS) {
            for (int from = 0; from == 0 || from + size <= words.size(); from++) {
                String window = String.join(" ", words.subList(from, Math.min(words.size(), from + size)));
                if (!window.isBlank()) {
                    windows.add(window);
                }
            }
        }
        return windows;
    }
}
