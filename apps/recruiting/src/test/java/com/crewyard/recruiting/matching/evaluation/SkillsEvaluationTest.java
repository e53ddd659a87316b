package com.crewyard.recruiting.matching.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SkillsEvaluationTest {

    private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());

    @Test
    void findsWhatASentenceNames(@TempDir Path folder) throws IOException {
        Path sentences = Files.writeString(folder.resolve("sentences.csv"), """
                sentence,span,label
                "You cook soups, sauces and more",cook soups,prepare soups
                "You cook soups, sauces and more",more,LABEL NOT PRESENT
                We write programs in Java,Java,Java (computer programming)
                """);
        Path labels = Files.writeString(
                folder.resolve("labels.txt"), "prepare soups\nJava (computer programming)\nfly aeroplanes\n");

        SkillsEvaluation.Report report = new SkillsEvaluation(List.of(sentences), labels, NOWHERE).run();

        assertThat(report.sentences()).isEqualTo(2);
        assertThat(report.wanted()).isEqualTo(2);
        assertThat(report.recall()).isEqualTo(1);
        assertThat(report.table()).contains("2 sentences with 2 skills, 3 labels");
    }

    @Test
    void namesFileAndLineOfWhatItCannotRead(@TempDir Path folder) throws IOException {
        Path labels = Files.writeString(folder.resolve("labels.txt"), "prepare soups\n");
        Path sentences = Files.writeString(folder.resolve("sentences.csv"), "sentence,span\na,b\n");
        assertThatThrownBy(() -> new SkillsEvaluation(List.of(sentences), labels, NOWHERE))
                .hasMessage(sentences + ":1: there is no column \"label\" but sentence, span");

        Files.writeString(sentences, "sentence,label\na,b,c\n");
        assertThatThrownBy(() -> new SkillsEvaluation(List.of(sentences), labels, NOWHERE))
                .hasMessage(sentences + ":2: 3 fields where 2 were named");
    }
}
