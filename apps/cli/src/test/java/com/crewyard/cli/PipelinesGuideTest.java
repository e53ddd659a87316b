package com.crewyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.deployment.pipelines.PipelineFile;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what {@code docs/pipelines.md} says, line by line. */
class PipelinesGuideTest {

    private static final Pattern FILE = Pattern.compile("`shop/pipeline.yaml`:\n\n```yaml\n(.*?)```", Pattern.DOTALL);
    private static final Pattern COMMANDS = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final Pattern EXIT = Pattern.compile("# exits with (\\d+)");

    @TempDir
    private Path folder;

    @Test
    void doesWhatItSays() throws Exception {
        String guide = Files.readString(Path.of("../../docs/pipelines.md"));
        Files.createDirectories(folder.resolve("shop"));
        Files.writeString(
                folder.resolve("shop/pipeline.yaml"),
                FILE.matcher(guide).results().findFirst().orElseThrow().group(1));
        List<String> said = new ArrayList<>();

        for (MatchResult block : COMMANDS.matcher(guide).results().toList()) {
            for (String line : block.group(1).lines().toList()) {
                int expected = EXIT.matcher(line)
                        .results()
                        .map(found -> Integer.parseInt(found.group(1)))
                        .findFirst()
                        .orElse(0);
                said.add(crewyard(line, expected));
            }
        }

        assertThat(said.get(0)).endsWith("can be used: release.\n");
        assertThat(said.get(1))
                .contains("  approve: skipped, its condition did not hold\n", "  clean: passed, it ended well\n")
                .containsPattern("release #1 \\(run 1\\) passed after .* s\\.\n");
        assertThat(said.get(2))
                .contains("  approve: waits for approval, Ship 1.4 to production?\n")
                .endsWith("release #2 (run 2) waits for approval of approve: ./crewyard pipeline approve 2 approve\n");
        assertThat(said.get(3)).contains("release #2 (run 2) passed");
        assertThat(said.get(4)).isEqualTo("shipping 1.4 to production\n");
        assertThat(said.get(5)).startsWith("release #2 (run 2): passed, by ").contains("ship         run       passed");
        assertThat(said.get(6)).startsWith("release: Build, test and ship the shop\n");
    }

    @Test
    void refusesWhatCannotBeUsedWithLineAndColumn() throws Exception {
        Path file = folder.resolve("wrong.yaml");
        Files.writeString(file, "pipelines: {one: {stages: {a: {type: rn, command: [x]}}}}\n");

        assertThat(Crewyard.commandLine().execute("pipeline", "apply", "--check", "--file", file.toString()))
                .isEqualTo(2);
    }

    /** Its own pipeline, beside its own app spec. */
    @Test
    void thePipelineOfCrewyardItselfCanBeUsed() {
        PipelineFile file = PipelineFile.read(Path.of("../../deploy/pipeline.yaml"));

        assertThat(file.pipeline("release").stages().keySet())
                .containsExactly("build", "test", "approve", "live", "answers");
        assertThat(Files.exists(file.base().resolve(file.pipeline("release").app())))
                .isTrue();
    }

    private String crewyard(String line, int expected) {
        List<String> words =
                new ArrayList<>(Arrays.asList(line.replaceFirst(" +#.*", "").split(" +", -1)));
        words.removeFirst();
        words.replaceAll(word -> word.startsWith("shop/") ? folder.resolve(word).toString() : word);
        words.addAll(2, List.of("--state", folder.resolve("state").toString()));
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
        try {
            assertThat(Crewyard.commandLine().execute(words.toArray(String[]::new)))
                    .as(line)
                    .isEqualTo(expected);
        } finally {
            System.setOut(before);
        }
        return output.toString(StandardCharsets.UTF_8);
    }
}
