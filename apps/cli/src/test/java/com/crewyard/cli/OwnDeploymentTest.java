package com.crewyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OwnDeploymentTest {

    private static final Set<String> WRITTEN_BY_HAND = Set.of("app.yaml", "pipeline.yaml", "needs.yaml", "research");

    private final Repository repository = Repository.here();

    @Test
    void isWhatTheSpecTheNeedsAndTheResearchGive() throws IOException {
        for (Map.Entry<String, String> file :
                OwnDeployment.of(repository).files().entrySet()) {
            assertThat(repository.path(file.getKey()))
                    .as("deploy/app.yaml or what stands behind docs/plan has changed: ./crewyard docs writes it anew")
                    .content()
                    .isEqualTo(file.getValue());
        }
    }

    @Test
    void nothingElseLiesInDeploy() throws IOException {
        Path deploy = repository.path("deploy");
        Set<String> generated = OwnDeployment.of(repository).files().keySet();
        try (Stream<Path> all = Files.walk(deploy)) {
            assertThat(all.filter(Files::isRegularFile)
                            .map(deploy::relativize)
                            .filter(file ->
                                    !WRITTEN_BY_HAND.contains(file.getName(0).toString()))
                            .map(file -> "deploy/" + file))
                    .as("./crewyard docs writes the files; remove what nothing generates any more")
                    .allMatch(generated::contains);
        }
    }
}
