package com.crewyard.recruiting.matching.evaluation;

import com.crewyard.recruiting.matching.internal.embedding.OnnxEmbedder;
import com.crewyard.recruiting.matching.internal.embedding.TextEmbedder;
import com.crewyard.recruiting.matching.meaning.SkillIndex;
import com.crewyard.recruiting.vocabulary.official.TableFile;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the skills that a sentence names among thousands of labels. Only sentences with a label of the list count. */
public final class SkillsEvaluation {

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
            TableFile table = TableFile.read(file);
            table.require(SENTENCE);
            table.require(LABEL);
            for (Map<String, String> row : table.rows()) {
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
        try (OnnxEmbedder model = OnnxEmbedder.onAllCores()) {
            return run(model);
        }
    }

    Report run(TextEmbedder model) {
        MeasuredEmbedder embedder = MeasuredEmbedder.telling(model, progress);
        List<List<SkillIndex.Found>> rankings =
                SkillIndex.of(labels, embedder).named(List.copyOf(sentences.keySet()), Metrics.DEPTH);
        int found = 0;
        int wanted = 0;
        List<Double> recalls = new ArrayList<>();
        int next = 0;
        for (Set<String> named : sentences.values()) {
            int hits = (int) rankings.get(next++).stream()
                    .filter(skill -> named.contains(skill.label()))
                    .count();
            found += hits;
            wanted += named.size();
            recalls.add((double) hits / named.size());
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
}
