package com.crewyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HelpPagesTest {

    private static final Path PAGES = Repository.here().path("docs/commands");

    @Test
    void arePrintedAsTheCommandsDeclareThemselves() throws IOException {
        for (Map.Entry<String, String> page : HelpPages.all().entrySet()) {
            assertThat(PAGES.resolve(page.getKey() + ".txt"))
                    .as("./crewyard docs writes it")
                    .content()
                    .isEqualTo(page.getValue());
        }
    }

    @Test
    void existForNothingElse() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName()).replace(".txt", "")))
                    .containsExactlyInAnyOrderElementsOf(HelpPages.all().keySet());
        }
    }

    @Test
    void nameEveryCommand() {
        HelpPages.all().keySet().stream()
                .filter(name -> !name.equals("crewyard"))
                .forEach(name -> assertThat(HelpPages.all().get("crewyard")).containsPattern("(?m)^  " + name + " "));
    }
}
