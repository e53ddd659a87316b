package com.crewyard.recruiting.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.recruiting.demo.internal.documents.DocumentFormat;
import com.crewyard.recruiting.demo.internal.resumes.ResumeFactory;
import com.crewyard.recruiting.demo.internal.resumes.ResumeSource;
import com.crewyard.recruiting.demo.internal.resumes.ResumeSource.Role;
import com.crewyard.recruiting.parsing.Found;
import com.crewyard.recruiting.parsing.ParseOutcome;
import com.crewyard.recruiting.parsing.ParsingSettings;
import com.crewyard.recruiting.parsing.ResumeFormat;
import com.crewyard.recruiting.parsing.ResumeFormat.Detection.Recognised;
import com.crewyard.recruiting.parsing.ResumeParser;
import com.crewyard.recruiting.taxonomy.Taxonomy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCorpusTest {

    private static final int A_WHOLE_ROUND = 147;

    private final ResumeFactory resumes = new ResumeFactory();

    @Test
    void theSameSeedGivesTheSameBytes(@TempDir Path first, @TempDir Path second) throws IOException {
        DemoCorpus.write(first, 42, 7);
        DemoCorpus.write(second, 42, 7);
        assertThat(contents(first)).hasSize(84).isEqualTo(contents(second));
    }

    @Test
    void anotherSeedGivesOtherPeople() {
        assertThat(person(0).name())
                .isNotEqualTo(resumes.resume(99, 0, DemoCorpus.MONTH).name());
    }

    @Test
    void everyFormatIsDetectedAsWhatItIs() {
        for (DocumentFormat format : DocumentFormat.values()) {
            assertThat(ResumeFormat.detect(format.write(person(3), 3)))
                    .as(format.name())
                    .isInstanceOfSatisfying(
                            Recognised.class,
                            recognised ->
                                    assertThat(recognised.format().extension()).isEqualTo(format.extension()));
        }
    }

    @Test
    void everyFormatTellsTheParserNameAndEmail() {
        try (ResumeParser parser = new ResumeParser(ParsingSettings.DEFAULTS, Clock.systemUTC(), Taxonomy.load())) {
            for (DocumentFormat format : DocumentFormat.values()) {
                for (int index : List.of(2, 12, 13, 14)) {
                    ResumeSource source = person(index);
                    ParseOutcome outcome = parser.parse(format.write(source, index), DemoCorpus.MONTH);
                    assertThat(outcome)
                            .as("%s of %s", format, source.name())
                            .isInstanceOfSatisfying(ParseOutcome.Parsed.class, parsed -> {
                                assertThat(parsed.profile().name().map(Found::value))
                                        .contains(source.name());
                                assertThat(parsed.profile().emails())
                                        .extracting(Found::value)
                                        .containsExactly(source.email());
                                assertThat(parsed.text().text())
                                        .contains(source.latest().employer());
                            });
                }
            }
        }
    }

    @Test
    void datesOfACareerFollowOneAnother() {
        for (ResumeSource source : corpus()) {
            YearMonth next = DemoCorpus.MONTH;
            for (Role role : source.work()) {
                assertThat(role.end().orElse(next).isAfter(next)).isFalse();
                assertThat(role.start().isBefore(role.end().orElse(next))).isTrue();
                next = role.start();
            }
            int firstYear = next.getYear();
            assertThat(source.education())
                    .allSatisfy(study -> assertThat(study.end()).isLessThanOrEqualTo(firstYear));
        }
    }

    @Test
    void titlesAndSkillsAreThoseOfTheTaxonomy() {
        Taxonomy taxonomy = Taxonomy.load();
        Set<String> unknownTitles = new HashSet<>();
        Set<String> skills = new HashSet<>();
        for (ResumeSource source : corpus()) {
            source.work().forEach(role -> {
                if (taxonomy.normalise(role.title()).title().isEmpty()) {
                    unknownTitles.add(role.title());
                }
            });
            skills.addAll(source.skills());
        }
        List<String> unknownSkills = skills.stream()
                .filter(label -> taxonomy.skill(label).isEmpty())
                .sorted()
                .toList();
        assertThat(unknownTitles).isEmpty();
        assertThat(unknownSkills).isEmpty();
    }

    @Test
    void peopleLiveOnlyAtDomainsKeptForExamples() {
        assertThat(corpus())
                .allSatisfy(source -> assertThat(source.email()).matches("[a-z.]+\\d+@example\\.(com|org|net)"));
        assertThat(corpus()).extracting(ResumeSource::email).doesNotHaveDuplicates();
    }

    private List<ResumeSource> corpus() {
        return IntStream.range(0, A_WHOLE_ROUND).mapToObj(this::person).toList();
    }

    private ResumeSource person(int index) {
        return resumes.resume(7, index, DemoCorpus.MONTH);
    }

    private static Map<String, List<Byte>> contents(Path directory) throws IOException {
        Map<String, List<Byte>> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                byte[] bytes = Files.readAllBytes(file);
                contents.put(
                        file.getFileName().toString(),
                        IntStream.range(0, bytes.length)
                                .mapToObj(at -> bytes[at])
                                .toList());
            }
        }
        return contents;
    }
}
