package com.crewyard.benchmarks;

import com.crewyard.deployment.engine.Engine;
import com.crewyard.deployment.engine.EngineSettings;
import com.crewyard.deployment.pipelines.PipelineEngine;
import com.crewyard.deployment.pipelines.PipelineFile;
import com.crewyard.deployment.pipelines.PipelineOperations;
import com.crewyard.deployment.pipelines.RunOrder;
import com.crewyard.postgres.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A thousand runs of a pipeline of ten stages at the same time on one node, a process of its own; then the same with the node
 * killed in the middle and started again. Each run takes one real command and holds the others' places with time.
 */
final class PipelinesBenchmark implements Benchmarks.Benchmark {

    private static final int RUNS = 1_000;
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final String PIPELINES = """
            pipelines:
              ten:
                stages:
                  build: {type: build, command: [sh, -c, "echo $CREWYARD_RUN >> journal"]}
                  test: {type: wait, needs: build, for: 6s}
                  scan: {type: wait, needs: build, for: 5s}
                  lint: {type: wait, needs: build, for: 4s}
                  pack: {type: wait, needs: [test, scan, lint], for: 5s}
                  stage: {type: wait, needs: pack, for: 5s}
                  check: {type: wait, needs: stage, for: 5s}
                  live: {type: wait, needs: check, for: 5s}
                  verify: {type: wait, needs: live, for: 5s}
                  told: {type: wait, needs: verify, for: 1s}
            """;

    @Override
    public String what() {
        return "1,000 runs of a ten-stage pipeline at once on one node, and again with the node killed in the middle";
    }

    @Override
    public void run(Path directory) throws IOException, InterruptedException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(directory.resolve("database"), _ -> {});
                Engine engine = Engine.lookOn(
                        new EngineSettings(
                                directory.resolve("here"),
                                Optional.of(database.url().uri())),
                        _ -> {});
                PipelineEngine pipelines = PipelineEngine.beside(engine)) {
            JdbcClient jdbc = JdbcClient.create(engine.database());
            for (boolean killed : new boolean[] {false, true}) {
                Files.deleteIfExists(directory.resolve("journal"));
                measure(directory, database.url().uri(), pipelines.operations(), jdbc, killed);
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void measure(
            Path directory, String database, PipelineOperations operations, JdbcClient jdbc, boolean killed)
            throws Exception {
        PipelineNode node = PipelineNode.start(directory.resolve("node"), database);
        long before = latest(jdbc);
        try {
            operations.publish(PipelineFile.of(Path.of("pipeline.yaml"), directory, PIPELINES), "benchmark");
            long begun = System.nanoTime();
            for (int run = 0; run < RUNS; run++) {
                operations.run(new RunOrder("ten", Map.of(), Optional.empty(), "benchmark", RunOrder.By.API));
            }
            Duration started = Duration.ofNanos(System.nanoTime() - begun);
            long atOnce = open(jdbc, before);
            if (killed) {
                awaitEnded(jdbc, before, RUNS * 5, begun);
                node.close();
                node = PipelineNode.start(directory.resolve("node"), database);
            }
            awaitEnded(jdbc, before, RUNS * 10, begun);
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            tell(directory, jdbc, before, killed, atOnce, started, took);
        } finally {
            node.close();
        }
    }

    private static void tell(
            Path directory, JdbcClient jdbc, long before, boolean killed, long atOnce, Duration started, Duration took)
            throws IOException {
        long passed = count(jdbc, "select count(*) from deploy.pipeline_run where id > ? and state = 'PASSED'", before);
        long lines = Files.readAllLines(directory.resolve("journal")).size();
        long different = Files.readAllLines(directory.resolve("journal")).stream()
                .distinct()
                .count();
        System.out.printf(
                "%d runs of ten stages%s, begun within %.1f s, %d at once, over after %.1f s: %d passed, %d commands ran, %d of them twice%n",
                RUNS,
                killed ? ", the node killed in the middle" : "",
                started.toMillis() / 1000.0,
                atOnce,
                took.toMillis() / 1000.0,
                passed,
                different,
                lines - different);
        Map<String, @Nullable Object> delays =
                jdbc.sql("""
                select percentile_cont(0.5) within group (order by delay) as p50,
                       percentile_cont(0.95) within group (order by delay) as p95,
                       percentile_cont(0.99) within group (order by delay) as p99, max(delay) as most, count(*) as stages
                from (select extract(epoch from started_at - ready_at) * 1000 as delay
                      from deploy.pipeline_stage where run > ?) as stage""").param(before).query().singleRow();
        System.out.printf(
                "from ready to begun, %s stages: p50 %.0f ms, p95 %.0f ms, p99 %.0f ms, longest %.0f ms%n",
                delays.get("stages"),
                number(delays, "p50"),
                number(delays, "p95"),
                number(delays, "p99"),
                number(delays, "most"));
    }

    private static double number(Map<String, @Nullable Object> row, String name) {
        return row.get(name) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    private static void awaitEnded(JdbcClient jdbc, long before, long stages, long begun) throws InterruptedException {
        while (count(jdbc, "select count(*) from deploy.pipeline_stage where run > ? and ended_at is not null", before)
                < stages) {
            if (Duration.ofNanos(System.nanoTime() - begun).compareTo(LONGEST) > 0) {
                throw new IllegalStateException("the runs did not come to an end within %s".formatted(LONGEST));
            }
            Thread.sleep(200);
        }
    }

    private static long open(JdbcClient jdbc, long before) {
        return count(jdbc, "select count(*) from deploy.pipeline_run where id > ? and state = 'RUNNING'", before);
    }

    private static long latest(JdbcClient jdbc) {
        return jdbc.sql("select coalesce(max(id), 0) from deploy.pipeline_run")
                .query(Long.class)
                .single();
    }

    private static long count(JdbcClient jdbc, String sql, long before) {
        return jdbc.sql(sql).param(before).query(Long.class).single();
    }
}
