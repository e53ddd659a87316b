package com.crewyard.recruiting.agent.internal.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.recruiting.jobs.Salary;
import com.crewyard.recruiting.taxonomy.Taxonomy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobClaimsTest {

    private static final JobReader READER = new JobReader(Taxonomy.load());
    private static final JobClaims NOTHING = new JobClaims("", "", List.of(), "", "", "", List.of(), List.of());

    @Test
    void leavesOurReadingWhereAModelClaimsNothing() {
        String text = "Senior nurse in Berlin, full-time, 45-55k EUR, must know triage";

        assertThat(NOTHING.heldAgainst(text, READER.read(text))).isEqualTo(READER.read(text));
    }

    @Test
    void dropsATitleThatTheTextDoesNotHave() {
        String text = "Senior nurse in Berlin";

        assertThat(claims("Chief surgeon", "").heldAgainst(text, READER.read(text)))
                .isEqualTo(READER.read(text));
    }

    @Test
    void takesATitleFromTheWordsOfTheText() {
        String text = "We look for somebody to join us as\n harbour \n pilot lead, soon";

        Sourced<String> title = claims("Harbour pilot lead", "")
                .heldAgainst(text, READER.read(text))
                .title()
                .orElseThrow();

        assertThat(title.value()).isEqualTo("Harbour Pilot Lead");
        assertThat(title.words(text)).isEqualTo("harbour \n pilot lead");
    }

    @Test
    void readsPayFromTheWordsPointedAtAndNeverFromOthers() {
        String text = "Nurse in Berlin, bonus of 5,000 EUR. Base 45-55k EUR a year.";
        JobReading own = READER.read(text);

        assertThat(salary(claims("Nurse", "Base 45-55k EUR a year").heldAgainst(text, own)))
                .isEqualTo(new Salary(Optional.of(45_000L), Optional.of(55_000L), "EUR", "year"));
        assertThat(claims("Nurse", "90-99k EUR").heldAgainst(text, own).salary())
                .isEqualTo(own.salary());
    }

    @Test
    void doesNotTakePartOfAWordForTheWord() {
        assertThat(new Grounding("JavaScript and Go-karts").find("Java")).isEmpty();
        assertThat(new Grounding("C++, Java").find("java")).isPresent();
        assertThat(new Grounding("C++, Java").find("C++")).isPresent();
        assertThat(new Grounding("Java").find(" ")).isEmpty();
    }

    private static Salary salary(JobReading reading) {
        return reading.salary().orElseThrow().value();
    }

    private static JobClaims claims(String title, String salaryWords) {
        return new JobClaims(title, "", List.of(), "", "", salaryWords, List.of(), List.of());
    }
}
