package com.crewyard.recruiting.parsing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.crewyard.recruiting.parsing.evaluation.ParsingEvaluation;
import com.crewyard.recruiting.taxonomy.Taxonomy;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SampleCorpusTest {

    private static final Taxonomy TAXONOMY = Taxonomy.load();

    @Test
    void readsSampleResumesOfEveryFormat() {
        ParsingEvaluation evaluation = evaluated(SampleCorpus.cases(25));
        for (String field : List.of("name", "email", "phone")) {
            assertThat(evaluation.f1("all", field)).as(field).isGreaterThanOrEqualTo(0.98);
        }
        for (String field : List.of("work", "education", "skills", "languages")) {
            assertThat(evaluation.f1("all", field)).as(field).isGreaterThanOrEqualTo(0.92);
        }
    }

    /** Written by LibreOffice Writer as Word 97, for nothing of ours can write that format. */
    @Test
    void readsWordDocumentsOfOldOffices() throws IOException, URISyntaxException {
        Path directory = Path.of(Objects.requireNonNull(SampleCorpusTest.class.getResource("doc"))
                .toURI());
        List<ParsingEvaluation.Case> cases = ParsingEvaluation.cases(directory);
        assertThat(cases).hasSize(4);
        for (ParsingEvaluation.Case each : cases) {
            assertThat(ResumeFormat.detect(each.file()))
                    .isEqualTo(new ResumeFormat.Detection.Recognised(ResumeFormat.DOC));
        }
        ParsingEvaluation evaluation = evaluated(cases);
        for (String field : List.of("name", "email", "phone", "work", "skills", "languages")) {
            assertThat(evaluation.f1("all", field)).as(field).isGreaterThanOrEqualTo(0.98);
        }
    }

    @Test
    void readsTheResumesOfRenderCv() throws IOException {
        Path directory = Path.of("../../../shared/data/parsing/rendercv");
        assumeTrue(Files.isDirectory(directory), "skipped: no ../shared/data");
        ParsingEvaluation evaluation = evaluated(ParsingEvaluation.cases(directory));
        assertThat(evaluation.misses()).isEmpty();
    }

    private static ParsingEvaluation evaluated(List<ParsingEvaluation.Case> cases) {
        try (ResumeParser parser = new ResumeParser(ParsingSettings.DEFAULTS, Clock.systemUTC(), TAXONOMY)) {
            ParsingEvaluation evaluation = new ParsingEvaluation(parser, SampleCorpus.REFERENCE, TAXONOMY);
            cases.forEach(evaluation::add);
            return evaluation;
        }
    }
}
