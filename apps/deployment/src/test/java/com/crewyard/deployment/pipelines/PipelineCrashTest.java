package com.crewyard.deployment.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the engine at the moments around every decision of a run that it commits, starts another one, and looks whether each
 * stage ran once. Half of the moments by a crash from within, half by kill -9 from outside. {@code crewyard.crash.pipelines}
 * thins the moments out: 1 tries each.
 */
class PipelineCrashTest {

    private static final int EVERY = Integer.getInteger("crewyard.crash.pipelines", 11);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private final Set<String> deliveries = ConcurrentHashMap.newKeySet();
    private HttpServer receiver;

    @BeforeEach
    void receive() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        receiver.createContext("/", exchange -> {
            deliveries.add(String.valueOf(exchange.getRequestHeaders().getFirst("X-Crewyard-Delivery")));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.start();
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
    }

    @Test
    void runsEachStageOnceWhereverTheEngineDied() throws Exception {
        Yard yard = Yard.embedded(folder);
        yard.file("""
                pipelines:
                  crash:
                    stages:
                      build: {type: build, script: "echo build >> journal; echo v=1 > $CREWYARD_OUTPUT"}
                      test: {type: test, needs: build, retries: {count: 1, backoff: 50ms}, script: "echo test $CREWYARD_ATTEMPT >> journal; test $CREWYARD_ATTEMPT = 2"}
                      scan: {type: scan, needs: build, script: "sleep 0.2; echo scan >> journal"}
                      ask: {type: approve, needs: [test, scan]}
                      rest: {type: wait, needs: ask, for: 200ms}
                      inner: {type: pipeline, needs: ask, pipeline: inner}
                      never: {type: run, needs: [ask, build], if: "stages.build.output.v == 2", script: "echo never >> journal"}
                      told: {type: webhook, needs: [rest, inner, never], url: "http://127.0.0.1:%d/"}
                      end: {type: run, needs: told, script: "echo end >> journal"}
                  inner: {stages: {work: {type: run, script: "echo inner >> journal"}}}
                """.formatted(receiver.getAddress().getPort()));
        int tried = 0;
        int moments = Integer.MAX_VALUE;
        for (int moment = 1; moment <= moments; moment += EVERY) {
            Files.deleteIfExists(folder.resolve("journal"));
            moments = run(tried % 2 == 0 ? "halt" : "wait", moment);
            check(yard, moment);
            tried++;
        }
        System.out.printf(
                "a pipeline of ten stages: the engine died at %d moments, and each time every stage ran once%n", tried);
        yard.close();
    }

    private void check(Yard yard, int moment) throws InterruptedException {
        yard.start();
        PipelineOperations operations = yard.operations();
        List<RunLine> runs = operations.runs(Optional.of("crash"), 100);
        if (runs.isEmpty() || runs.getFirst().number() < 1) {
            yard.stop();
            return;
        }
        long run = runs.getFirst().id();
        DyingPipelines.finish(operations, run);
        RunDetails details = operations.run(run);
        assertThat(details.run().state()).as("moment %d: %s", moment, details).isEqualTo("passed");
        assertThat(details.stage("never").state()).isEqualTo("skipped");
        assertThat(yard.journal())
                .as("moment %d", moment)
                .containsExactlyInAnyOrder("build", "test 1", "test 2", "scan", "inner", "end");
        assertThat(yard.journal().getFirst()).isEqualTo("build");
        assertThat(yard.journal().getLast()).isEqualTo("end");
        assertThat(deliveries).contains(run + "/told");
        assertThat(operations.runs(Optional.of("inner"), 100)).hasSameSizeAs(runs);
        assertThat(operations.runs(Optional.empty(), 100)).allMatch(RunLine::isOver);
        yard.stop();
        assertThat(yard.processes()).isEmpty();
    }

    /** Lets the engine run the pipeline and die; gives how many moments it came through, or no bound when it died. */
    private int run(String how, int moment) throws Exception {
        Path seen = folder.resolve("moments");
        Files.deleteIfExists(seen);
        Process engine = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dlogback.configurationFile=com/crewyard/deployment/background-log.xml",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DyingPipelines.class.getName(),
                        folder.resolve("state").toString(),
                        folder.resolve("pipeline.yaml").toString(),
                        how,
                        String.valueOf(moment),
                        seen.toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("engine.log").toFile())
                .start();
        Awaitility.await()
                .atMost(LONGEST)
                .until(() -> !engine.isAlive() || seen(seen).size() >= moment);
        if (engine.isAlive() && how.equals("halt")) {
            assertThat(engine.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
        if (engine.isAlive()) {
            engine.destroyForcibly().waitFor();
        }
        List<String> moments = seen(seen);
        assertThat(moments).as(Files.readString(folder.resolve("engine.log"))).isNotEmpty();
        return moments.size() < moment ? 0 : Integer.MAX_VALUE;
    }

    private static List<String> seen(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException _) {
            return List.of();
        }
    }
}
