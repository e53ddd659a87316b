package com.crewyard.recruiting.agent.internal.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.recruiting.jobs.EmploymentType;
import com.crewyard.recruiting.jobs.RemoteOption;
import com.crewyard.recruiting.jobs.Salary;
import com.crewyard.recruiting.taxonomy.Taxonomy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobReaderTest {

    private static final JobReader READER = new JobReader(Taxonomy.load());

    /** The columns of the table; a star says nothing about that column. */
    record Expected(String prompt, List<String> columns) {
        @Override
        public String toString() {
            return prompt;
        }
    }

    static Stream<Expected> prompts() throws IOException {
        try (InputStream stream = Objects.requireNonNull(JobReaderTest.class.getResourceAsStream("prompts.txt"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.startsWith("#") && !line.isBlank())
                            .map(line -> {
                                List<String> cells = Stream.of(line.split("\\|", -1))
                                        .map(String::strip)
                                        .toList();
                                return new Expected(cells.getFirst(), cells.subList(1, cells.size()));
                            })
                            .toList()
                            .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("prompts")
    void readsAPrompt(Expected expected) {
        JobReading reading = READER.read(expected.prompt());
        List<String> found = columns(reading);
        List<String> compared = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            compared.add(expected.columns().get(i).equals("*") ? "*" : found.get(i));
        }
        assertThat(compared).isEqualTo(expected.columns());
    }

    @ParameterizedTest
    @MethodSource("prompts")
    void pointsAtTheWordsItReadEachValueFrom(Expected expected) {
        JobReading reading = READER.read(expected.prompt());
        Stream.of(
                        reading.title().stream(),
                        reading.department().stream(),
                        reading.locations().stream(),
                        reading.remote().stream(),
                        reading.employmentType().stream(),
                        reading.salary().stream(),
                        reading.requiredSkills().stream(),
                        reading.niceToHaveSkills().stream())
                .flatMap(values -> values)
                .forEach(value -> assertThat(value.words(expected.prompt())).isNotBlank());
        reading.title()
                .ifPresent(title -> assertThat(letters(title.words(expected.prompt())))
                        .startsWith(letters(title.value().split(" ", 2)[0])));
        for (Sourced<String> skill : reading.requiredSkills()) {
            assertThat(letters(skill.words(expected.prompt()))).isEqualTo(letters(skill.value()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "hello",
                "please create a job",
                "?!",
                "123",
                "what is the weather like",
                "\n\n\n",
                "€€€ 10-5k"
            })
    void inventsNothing(String prompt) {
        JobReading reading = READER.read(prompt);

        assertThat(reading.title()).isEmpty();
        assertThat(reading.locations()).isEmpty();
        assertThat(reading.salary()).isEmpty();
        assertThat(reading.requiredSkills()).isEmpty();
    }

    @Test
    void readsALongRequisitionBySections() {
        JobReading reading = READER.read("""
                Job Requisition #4711: Senior Process Engineer

                Department: Manufacturing Engineering
                Location: Charlotte, NC (on-site)
                Employment type: Full-time
                Salary range: $95,000 - $118,000 per year plus 10% bonus

                About us
                Blue Fig has offices in Paris, London and Tokyo, $2 billion in revenue and a Kubernetes-based platform.

                What you will do
                - Improve lines with Lean and Six Sigma
                - Report to the plant manager

                Requirements
                - Bachelor's degree in engineering
                - 5+ years of experience in process engineering
                - AutoCAD and Minitab
                - Six Sigma

                Nice to have
                - SolidWorks
                - Spanish

                Benefits
                - 401(k), dental, training in Excel
                """);

        assertThat(columns(reading))
                .startsWith(
                        "Senior Process Engineer",
                        "Charlotte, NC",
                        "onsite",
                        "full_time",
                        "95000-118000 USD year",
                        "Manufacturing Engineering");
        assertThat(reading.requiredSkills())
                .extracting(Sourced::value)
                .contains("AutoCAD", "Minitab", "Six Sigma")
                .doesNotContain("Kubernetes", "Excel", "SolidWorks");
        assertThat(reading.niceToHaveSkills()).extracting(Sourced::value).contains("SolidWorks");
        assertThat(reading.description()).contains("Improve lines").startsWith("Job Requisition");
    }

    @Test
    void readsAGermanRequisitionBySections() {
        JobReading reading = READER.read("""
                Stellenanzeige: Industriemechaniker (m/w/d)
                Standort: 70565 Stuttgart
                Vollzeit, unbefristet

                Ihre Aufgaben
                - Wartung und Instandhaltung unserer Anlagen

                Ihr Profil
                - Abgeschlossene Ausbildung
                - Kenntnisse in Hydraulik und Pneumatik
                - Schweißen

                Von Vorteil
                - SPS-Programmierung

                Wir bieten
                - 42.000 bis 48.000 € Jahresgehalt
                - 30 Tage Urlaub
                """);

        assertThat(columns(reading))
                .startsWith("Industriemechaniker", "Stuttgart", "", "full_time", "42000-48000 EUR year");
    }

    @Test
    void keepsTheDescriptionWithoutTheCommand() {
        assertThat(READER.read("Create a job for a senior welder in Houston, $30/h")
                        .description())
                .isEqualTo("Senior welder in Houston, $30/h");
    }

    private static List<String> columns(JobReading reading) {
        return List.of(
                reading.title().map(Sourced::value).orElse(""),
                joined(reading.locations()),
                reading.remote().map(Sourced::value).map(RemoteOption::code).orElse(""),
                reading.employmentType()
                        .map(Sourced::value)
                        .map(EmploymentType::code)
                        .orElse(""),
                reading.salary().map(Sourced::value).map(JobReaderTest::written).orElse(""),
                reading.department().map(Sourced::value).orElse(""),
                joined(reading.requiredSkills()),
                joined(reading.niceToHaveSkills()));
    }

    private static String joined(List<Sourced<String>> values) {
        return String.join("; ", values.stream().map(Sourced::value).toList());
    }

    private static String written(Salary salary) {
        return "%s-%s %s %s"
                .formatted(
                        salary.minimum().map(String::valueOf).orElse(""),
                        salary.maximum().map(String::valueOf).orElse(""),
                        salary.currency(),
                        salary.period());
    }

    private static String letters(String words) {
        return words.toLowerCase(java.util.Locale.ROOT).replaceAll("[^\\p{L}\\d]", "");
    }
}
