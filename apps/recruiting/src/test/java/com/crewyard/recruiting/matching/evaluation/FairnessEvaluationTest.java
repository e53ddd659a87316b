package com.crewyard.recruiting.matching.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FairnessEvaluationTest {

    @Test
    void findsNoChangeByWhatMustNotCount(@TempDir Path folder) throws IOException {
        Path resumes = Files.writeString(folder.resolve("resumes.jsonl"), """
                {"id": "1", "text": "CHEF\\nSummary\\nCooked French food.\\nExperience\\nChef, Hotel Sol, 2015 - 2020\\nLed a kitchen of nine."}
                {"id": "2", "text": "NURSE\\nExperience\\nNurse, City Hospital, Jan 2018 - Present\\nWard rounds, wound care."}
                {"id": "3", "text": "Summary\\nReliable and quick.\\nExperience\\nHotel Sol, 2015 - 2020\\nBaked bread."}
                """);
        Path jobs = Files.writeString(folder.resolve("jobs.jsonl"), """
                {"id": "1", "text": "Executive Chef\\nLead our kitchen. Five years of experience."}
                {"id": "2", "text": "Nurse\\nCare for patients of our ward."}
                """);

        FairnessEvaluation.Report report = new FairnessEvaluation(resumes, jobs).run();

        assertThat(report.exchanged())
                .containsOnlyKeys(
                        "name", "gender", "age", "nationality", "contact", "address", "school", "graduation", "break");
        assertThat(report.largestOfAll()).isZero();
        assertThat(report.exchanged().values()).allSatisfy(exchange -> {
            assertThat(exchange.overlap()).isOne();
            assertThat(exchange.impactRatio()).isOne();
        });
        assertThat(report.compared()).isEqualTo(3 * 2 * (14 + 3 + 3 + 3 + 2 + 3 + 3 + 2 + 4));
        assertThat(report.table()).contains("3 resumes, 2 posts");
    }
}
