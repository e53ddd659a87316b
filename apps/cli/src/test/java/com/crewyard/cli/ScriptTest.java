package com.crewyard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The script {@code ./crewyard}. */
class ScriptTest {

    private static final Repository REPOSITORY = Repository.here();

    @TestFactory
    Stream<DynamicTest> getsTheGroundReady() throws IOException, InterruptedException {
        List<String> results = run(
                "bash",
                REPOSITORY.path("apps/cli/src/test/shell/crewyard-test.sh").toString());
        assertThat(results).isNotEmpty().allMatch(line -> line.startsWith("ok ") || line.startsWith("not ok "));
        return results.stream()
                .map(line -> DynamicTest.dynamicTest(
                        line.replaceFirst("^(not )?ok (\\w+).*", "$2"),
                        () -> assertThat(line).startsWith("ok ")));
    }

    @Test
    void isCleanInTheEyesOfShellcheck() throws IOException, InterruptedException {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(":", -1))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "shellcheck"))),
                "shellcheck is not installed: apt-get install shellcheck");
        assertThat(run(
                        "shellcheck",
                        REPOSITORY.path("crewyard").toString(),
                        REPOSITORY.path(".ci/run").toString(),
                        REPOSITORY
                                .path("apps/cli/src/test/shell/crewyard-test.sh")
                                .toString()))
                .isEmpty();
    }

    private static List<String> run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output.lines().toList();
    }
}
