package com.crewyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BlueprintCommandTest {

    private static final String RESEARCH = """
            ---
            topic: hosting
            model: somebody
            stage: research
            version: 1
            ---

            | Criterion | Container PaaS | Kubernetes |
            |---|---|---|
            | Setup | 5 | 2 |
            | Robustness | 3 | 5 |

            ## Path
            1. **Phase 1 (Weeks 0-1):** Deploy to Render with GitHub Actions.
            2. **Phase 2 (Weeks 4-6):** When there are > 300 req/s, move to AWS EKS; add a queue.
            """;

    private static final String SPEC = """
            app: guestbook
            services:
              web: {image: "ghcr.io/acme/guestbook:1.4", port: 8080, routes: [{host: guestbook.example.com}]}
            environments:
              production: {target: render}
            """;

    @TempDir
    private Path directory = Path.of("");

    @Test
    void writesThePlanAndTheFilesOfEachPhaseTheSameEveryTime() throws IOException {
        assertThat(blueprint(SPEC, "--out", directory.resolve("a").toString())).isZero();
        assertThat(blueprint(SPEC, "--out", directory.resolve("b").toString())).isZero();

        Map<String, String> written = files(directory.resolve("a"));
        assertThat(written).isEqualTo(files(directory.resolve("b")));
        assertThat(written).containsKeys("plan.md", "plan.json", "phase-1/render/render.yaml");
        JsonNode phases = new JsonMapper().readTree(written.get("plan.json")).get("phases");
        assertThat(phases.get(1).get("platform").asString()).isEqualTo("AWS EKS");
        for (JsonNode artifact : phases.get(1).get("artifacts")) {
            assertThat(written).containsKey(artifact.asString());
        }
    }

    @Test
    void refusesASpecThatIsWrongAndACallThatSaysNowhere() throws IOException {
        assertThat(blueprint(
                        SPEC.replace("port:", "prot:"),
                        "--out",
                        directory.resolve("c").toString()))
                .isEqualTo(2);
        assertThat(directory.resolve("c")).doesNotExist();
        assertThat(blueprint(SPEC)).isEqualTo(2);
    }

    private int blueprint(String spec, String... more) throws IOException {
        Path research = Files.writeString(directory.resolve("research.md"), RESEARCH);
        Path app = Files.writeString(directory.resolve("app.yaml"), spec);
        return Crewyard.commandLine()
                .execute(Stream.concat(
                                Stream.of("blueprint", "--research", research.toString(), "--app", app.toString()),
                                List.of(more).stream())
                        .toArray(String[]::new));
    }

    private static Map<String, String> files(Path root) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }
}
