package com.crewyard.recruiting.matching.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RankingEvaluationRunTest {

    private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());

    @TempDir
    private Path folder = Path.of("");

    private Path resumes = Path.of("");
    private Path jobs = Path.of("");

    @BeforeEach
    void writeData() throws IOException {
        resumes = Files.writeString(folder.resolve("resumes.jsonl"), """
                {"id": "c1", "category": "CHEF", "text": "CHEF\\nSummary\\nCooked French food in hotel kitchens, trained cooks."}
                {"id": "n1", "category": "NURSE", "text": "REGISTERED NURSE\\nSummary\\nCared for patients in intensive care."}
                {"id": "c2", "category": "CHEF", "text": "SOUS CHEF\\nExperience\\nMenus, kitchen orders and pastry."}
                {"id": "n2", "category": "NURSE", "text": "NURSE\\nExperience\\nWard rounds, medication, wound care."}
                """);
        jobs = Files.writeString(folder.resolve("jobs.jsonl"), """
                {"id": "j1", "category": "CHEF", "text": "Executive Chef\\nLead our kitchen and its cooks."}
                {"id": "j2", "category": "NURSE", "text": "Nurse\\nCare for patients of our ward."}
                """);
    }

    @Test
    void putsResumesOfTheOccupationFirstAndWritesWholeRankings() throws IOException {
        Path out = folder.resolve("rankings.jsonl");
        RankingReport report;
        try (Rankings rankings = Rankings.to(out)) {
            report = new RankingEvaluation(resumes, jobs, false, NOWHERE).run(rankings);
        }

        Outcome engine = report.outcomes().getFirst();
        assertThat(engine.gains()).containsExactly(1, 1);
        assertThat(engine.precisions()).containsExactly(1, 1);
        List<String> lines = Files.readAllLines(out);
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst())
                .startsWith("{\"query\":\"j1\",\"ranking\":[{\"id\":\"c")
                .contains("n1", "n2", "c1", "c2");
        assertThat(report.table()).contains("BM25", "TF-IDF cosine", "dense alone", "keyword overlap", "random");
    }

    @Test
    void ranksPostsForResumes() {
        RankingReport report = new RankingEvaluation(resumes, jobs, true, NOWHERE).run(Rankings.none());

        assertThat(report.queries()).isEqualTo(4);
        assertThat(report.outcomes().getFirst().precisions()).containsOnly(1);
    }

    @Test
    void readsNoCategory() throws IOException {
        Path out = folder.resolve("one.jsonl");
        Path other = folder.resolve("other.jsonl");
        try (Rankings rankings = Rankings.to(out)) {
            new RankingEvaluation(resumes, jobs, false, NOWHERE).run(rankings);
        }
        Files.writeString(resumes, Files.readString(resumes).replace("\"NURSE\"", "\"CHEF\""));
        try (Rankings rankings = Rankings.to(other)) {
            new RankingEvaluation(resumes, jobs, false, NOWHERE).run(rankings);
        }

        assertThat(other).hasSameTextualContentAs(out);
    }

    @Test
    void namesFileAndLineOfWhatItCannotRead() throws IOException {
        Files.writeString(jobs, "{\"id\": \"j1\", \"text\": \"Chef\"}\n{\"id\": ");
        assertThatThrownBy(() -> new RankingEvaluation(resumes, jobs, false, NOWHERE))
                .isInstanceOf(UnreadableDataException.class)
                .hasMessageStartingWith(jobs + ":2: this is no JSON");

        Files.writeString(jobs, "\n{\"id\": \"j1\"}\n");
        assertThatThrownBy(() -> new RankingEvaluation(resumes, jobs, false, NOWHERE))
                .hasMessage(jobs + ":2: the member \"text\" is missing or no text");

        assertThatThrownBy(() -> new RankingEvaluation(folder.resolve("none.jsonl"), jobs, false, NOWHERE))
                .hasMessage("There is no file %s.".formatted(folder.resolve("none.jsonl")));
    }

    @Test
    void saysThatNothingIsRelevant() throws IOException {
        Files.writeString(jobs, "{\"id\": \"j1\", \"category\": \"PILOT\", \"text\": \"Pilot\"}\n");
        assertThatThrownBy(() -> new RankingEvaluation(resumes, jobs, false, NOWHERE).run(Rankings.none()))
                .hasMessageContaining("share no category");
    }
}
