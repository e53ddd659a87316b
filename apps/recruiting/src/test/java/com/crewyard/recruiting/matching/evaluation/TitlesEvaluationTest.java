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

class TitlesEvaluationTest {

    private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());

    @TempDir
    Path folder;

    private Path occupations = Path.of("");

    @BeforeEach
    void writeOccupations() throws IOException {
        occupations = Files.writeString(folder.resolve("occupations_en.csv"), """
                conceptType,conceptUri,preferredLabel,altLabels
                Occupation,uri/nurse,nurse responsible for general care,"registered nurse
                ward nurse
                staff nurse"
                Occupation,uri/accountant,accountant,"certified accountant
                accounts officer"
                Occupation,uri/chef,head chef,"kitchen chef
                chef de cuisine"
                """);
    }

    @Test
    void findsOccupationsOfTitlesNobodyListed() throws IOException {
        Path titles = Files.writeString(folder.resolve("titles.csv"), """
                ,vacancyTitle,conceptUri
                0,"URGENT! Night Nurse (Penang, RM 3,000)",uri/nurse
                1,Account Executive cum Bookkeeper,uri/accountant
                2,Executive Chef @ Hotel Sol,uri/chef
                3,Lighthouse keeper,uri/not-there
                """);

        TitlesEvaluation.Report report = new TitlesEvaluation(titles, List.of(occupations), NOWHERE).run();

        assertThat(report.titles()).isEqualTo(3);
        assertThat(report.unknown()).isEqualTo(1);
        assertThat(report.occupations()).isEqualTo(3);
        assertThat(report.verbatim()).isZero();
        assertThat(report.ways()).hasSize(2);
        assertThat(report.ways().values().iterator().next().reciprocalRank()).isEqualTo(1);
        assertThat(report.table()).contains("MRR", "characters 3-5, TF-IDF");
    }

    @Test
    void readsTheFilesOfTheOccupationalNetworkToo() throws IOException {
        Path data = Files.writeString(
                folder.resolve("Occupation Data.txt"),
                "O*NET-SOC Code\tTitle\tDescription\n29-1141.00\tRegistered Nurses\tAssess \"health\".\n");
        Path alternate = Files.writeString(
                folder.resolve("Alternate Titles.txt"),
                "O*NET-SOC Code\tAlternate Title\tShort Title\tSource(s)\n29-1141.00\tWard Nurse\tn/a\t08\n");

        assertThat(TitleFiles.occupations(List.of(data, alternate)))
                .singleElement()
                .satisfies(occupation -> {
                    assertThat(occupation.id()).isEqualTo("29-1141.00");
                    assertThat(occupation.label()).isEqualTo("Registered Nurses");
                    assertThat(occupation.alternatives()).containsExactly("Ward Nurse");
                });
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        Path titles = Files.writeString(folder.resolve("titles.csv"), "vacancyTitle,uri\nNurse,uri/nurse\n");
        assertThatThrownBy(() -> new TitlesEvaluation(titles, List.of(occupations), NOWHERE))
                .hasMessage(titles + ":1: there is none of the columns conceptUri, O*NET-SOC Code");

        Files.writeString(titles, "vacancyTitle,conceptUri\nNurse,uri/other\n");
        assertThatThrownBy(() -> new TitlesEvaluation(titles, List.of(occupations), NOWHERE))
                .hasMessageStartingWith("None of the occupations that " + titles);
    }
}
