package com.crewyard.recruiting.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlindTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jane.doe@example.org",
                "+49 30 1234567",
                "https://www.linkedin.com/in/jane-doe",
                "Date of birth: 3 May 1980",
                "geboren am 03.05.1980",
                "born 1980",
                "Age: 43",
                "43 years old",
                "Gender: female",
                "Marital status: married",
                "Nationality: French",
                "Mrs.",
                "221 Baker Street",
                "French citizen",
                "Lindenstraße 12"
            })
    void hidesWhoAPersonIs(String telling) {
        BlindText blind = BlindText.of("Cook\n" + telling + "\nKitchen, HACCP", List.of(), List.of());

        String between = blind.text().substring(5, 5 + telling.length());
        assertThat(between.replaceAll("Linden|\\.", "")).isBlank();
        assertThat(blind.text()).contains("Cook", "Kitchen, HACCP");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Age group 4 to 6, early years teaching",
                "Release date planning",
                "Worked from 2015 to 2019 with 12 people",
                "MS Office and MSc in Physics",
                "Placed 300 orders a day",
                "Date modelling",
                "5 years experience driving Class 1"
            })
    void leavesWorkAlone(String line) {
        assertThat(BlindText.of(line, List.of(), List.of()).text()).isEqualTo(line);
    }

    @Test
    void hidesTheNameWhereverItIsRepeatedAndKeepsOffsets() {
        String text = "Jane Doe\nWelder\nJANE  DOE, page 2";

        BlindText blind = BlindText.of(text, List.of("Jane Doe"), List.of(new BlindText.Hidden(0, 4)));

        assertThat(blind.text()).hasSameSizeAs(text).contains("Welder").doesNotContainIgnoringCase("doe");
        assertThat(blind.text().indexOf("Welder")).isEqualTo(text.indexOf("Welder"));
    }

    @Test
    void leavesAPlaceThatHasTheGivenNameInIt() {
        String text = "Opened two San Diego offices";

        assertThat(BlindText.ofPerson(text, "Diego Morales").text()).isEqualTo(text);
    }

    @Test
    void hidesForRankingAlsoYearsBreaksAndSchools() {
        String text =
                "Nurse, 03/1998 - 2004, ward '99\nCareer break 2005: family\nBSc, Howard University, 1997\nBS 5750";

        BlindText blind = BlindText.forRanking(text, "Ana Ito", List.of("Howard University"));

        assertThat(blind.text()).hasSameSizeAs(text);
        assertThat(blind.text().replaceAll("\\s+", " ")).isEqualTo("Nurse, , ward BSc, , BS 5750");
    }

    @Test
    void neverPrintsTheText() {
        assertThat(BlindText.of("Welder", List.of(), List.of())).hasToString("6 characters");
    }

    @Test
    void hidesAPersonWhereTheirTextNamesThem() {
        String text =
                "ITO Ana\nAna Maria Ito leads.\nIto, Ana; ana analyses in Itoville. Ana's crew\nANA\nAna runs; Ms Ito.";

        BlindText blind = BlindText.ofPerson(text, "Ana Maria Ito");

        assertThat(blind.text()).hasSameSizeAs(text);
        assertThat(blind.text().replaceAll("\\s+", " ").strip())
                .isEqualTo("leads. ; ana analyses in Itoville. 's crew runs; .");
    }

    @Test
    void leavesOthersOfThatNameWhereTheyAre() {
        String text = "Lakisha Washington\nAgent in Washington, D.C.\nThe Washington Center";

        assertThat(BlindText.ofPerson(text, "Lakisha Washington").text().strip())
                .isEqualTo("Agent in Washington, D.C.\nThe Washington Center");
    }
}
