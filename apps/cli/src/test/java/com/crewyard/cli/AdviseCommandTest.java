package com.crewyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AdviseCommandTest {

    private static final String RESEARCH = """
            ---
            topic: hosting
            model: somebody
            stage: research
            version: 1
            ---

            ## Decision matrix
            | Criterion | VPS | FaaS |
            |---|---|---|
            | Setup | 4 | 5 |
            | Robustness | 3 | 4 |
            """;

    @TempDir
    private Path directory = Path.of("");

    record Result(int code, String out, String errors) {}

    @Test
    void ranksAsJson() throws IOException {
        Result result = advise("--json", "--research", file("r.md", RESEARCH));

        assertThat(result.code()).isZero();
        assertThat(result.errors()).isEmpty();
        JsonNode ranking = new JsonMapper().readTree(result.out()).get("ranking");
        assertThat(ranking.get(0).get("category").asString()).isEqualTo("FaaS");
        assertThat(ranking.get(0).get("sum").asInt()).isEqualTo(9);
        assertThat(ranking.get(0)
                        .get("cells")
                        .get("Setup")
                        .get("sources")
                        .get(0)
                        .get("line")
                        .asInt())
                .isEqualTo(11);
        assertThat(ranking.get(0).get("wins").asDouble()).isEqualTo(1);
    }

    @Test
    void ranksAsText() throws IOException {
        assertThat(advise("--research", file("r.md", RESEARCH)).out())
                .startsWith("Ranking")
                .contains("FaaS");
    }

    @Test
    void reportsWhatIsWrongWithADocumentAndFailsOnlyWhenStrict() throws IOException {
        String document = file("r.md", RESEARCH.replace("| 4 | 5 |", "| 4 | 7 |"));

        assertThat(advise("--research", document).code()).isZero();
        Result strict = advise("--strict", "--research", document);
        assertThat(strict.code()).isEqualTo(1);
        assertThat(strict.errors()).contains(document + ":11: score 7 of \"FaaS\" for \"Setup\" is outside 1 to 5");
    }

    @Test
    void refusesNeedsThatAreNot() throws IOException {
        Result result = advise("--research", file("r.md", RESEARCH), "--needs", file("needs.yaml", "laod: {}\n"));

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.errors()).contains("needs.yaml:1:1: \"laod\" is not a field here; did you mean \"load\"?");
    }

    @Test
    void saysWhichFileIsMissing() {
        Result result = advise("--research", directory.resolve("none.md").toString());

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.errors())
                .isEqualTo(directory.resolve("none.md") + ":1: there is no such file" + System.lineSeparator());
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content).toString();
    }

    private static Result advise(String... arguments) {
        PrintStream out = System.out;
        PrintStream errors = System.err;
        ByteArrayOutputStream newOut = new ByteArrayOutputStream();
        ByteArrayOutputStream newErrors = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(newOut, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(newErrors, true, StandardCharsets.UTF_8));
            List<String> all =
                    Stream.concat(Stream.of("advise"), Stream.of(arguments)).toList();
            int code = Crewyard.commandLine().execute(all.toArray(String[]::new));
            return new Result(
                    code, newOut.toString(StandardCharsets.UTF_8), newErrors.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(errors);
        }
    }
}
