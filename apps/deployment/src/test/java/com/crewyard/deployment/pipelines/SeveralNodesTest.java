package com.crewyard.deployment.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.deployment.engine.Engine;
import com.crewyard.deployment.engine.EngineSettings;
import com.crewyard.postgres.EmbeddedDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several engines on one database. */
class SeveralNodesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration NOTICED_WITHIN = Duration.ofSeconds(10);
    private static final int RUNS = 12;

    @TempDir
    private Path folder;

    @Test
    void shareTheWorkAndGoOnWithThatOfANodeThatDied() throws Exception {
        Path seen = folder.resolve("seen");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder.resolve("database"), _ -> {})) {
            String url = database.url().uri();
            Process other = node(url, seen);
            try (Engine engine = Engine.start(new EngineSettings(folder.resolve("here"), Optional.of(url)), _ -> {});
                    PipelineEngine pipelines = PipelineEngine.beside(engine)) {
                Awaitility.await().atMost(PATIENCE).until(() -> Files.exists(seen));
                PipelineOperations operations = pipelines.operations();
                PipelineFile file = PipelineFile.of(Path.of("pipeline.yaml"), folder, """
                        pipelines:
                          shared:
                            stages:
                              held: {type: wait, for: 10ms}
                              end: {type: run, needs: held, script: "echo end >> journal"}
                        """);
                operations.publish(file, "tester");
                List<Long> runs = new ArrayList<>();
                while (Files.readAllLines(seen).size() < 2 || runs.size() < RUNS) {
                    runs.add(operations.run(
                            new RunOrder("shared", Map.of(), Optional.empty(), "tester", RunOrder.By.API)));
                    Thread.sleep(20);
                }
                Awaitility.await().atMost(PATIENCE).until(() -> open(operations, runs) < runs.size());
                int held = Files.readAllLines(seen).size() - 1;
                Awaitility.await().atMost(PATIENCE).until(() -> open(operations, runs) == held);

                other.destroyForcibly().waitFor();
                long died = System.nanoTime();
                Awaitility.await().atMost(PATIENCE).until(() -> open(operations, runs) == 0);
                Duration took = Duration.ofNanos(System.nanoTime() - died);

                System.out.printf(
                        "of %d runs, a node held %d when it died; they went on elsewhere within %d ms%n",
                        runs.size(), held, took.toMillis());
                assertThat(took).isLessThan(NOTICED_WITHIN);
                assertThat(runs)
                        .allMatch(run -> operations.run(run).run().state().equals("passed"));
                assertThat(Files.readAllLines(folder.resolve("journal"))).hasSameSizeAs(runs);
            } finally {
                other.destroyForcibly().waitFor();
            }
        }
    }

    private static long open(PipelineOperations operations, List<Long> runs) {
        return operations.runs(Optional.empty(), 1000).stream()
                .filter(run -> runs.contains(run.id()) && !run.isOver())
                .count();
    }

    private Process node(String url, Path seen) throws Exception {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dlogback.configurationFile=com/crewyard/deployment/background-log.xml",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HoldingNode.class.getName(),
                        folder.resolve("there").toString(),
                        url,
                        seen.toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("node.log").toFile())
                .start();
    }
}
