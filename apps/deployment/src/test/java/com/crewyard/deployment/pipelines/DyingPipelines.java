package com.crewyard.deployment.pipelines;

import com.crewyard.deployment.engine.Engine;
import com.crewyard.deployment.engine.EngineSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An engine of pipelines in a process of its own that dies at a moment given: arguments are the state folder, a file of
 * pipelines, how to die ({@code halt}: at once from within; {@code wait}: it stands still until it is killed), and at which
 * checkpoint, counted over all threads. It begins a run of the first pipeline and writes each checkpoint into a file; at 0
 * it does not die.
 */
final class DyingPipelines {

    private DyingPipelines() {}

    static void main(String[] arguments) throws InterruptedException {
        PipelineFile file = PipelineFile.read(Path.of(arguments[1]));
        boolean halts = arguments[2].equals("halt");
        int moment = Integer.parseInt(arguments[3]);
        Path seen = Path.of(arguments[4]);
        AtomicInteger count = new AtomicInteger();
        EngineSettings settings = new EngineSettings(Path.of(arguments[0]), Optional.empty());
        try (Engine engine = Engine.start(settings, _ -> {});
                PipelineEngine pipelines = PipelineEngine.beside(engine, where -> {
                    int now = count.incrementAndGet();
                    note(seen, now + " " + where);
                    if (now == moment) {
                        die(halts);
                    }
                })) {
            PipelineOperations operations = pipelines.operations();
            long run = operations.run(new RunOrder(
                    file.pipelines().keySet().iterator().next(),
                    Map.of(),
                    Optional.of(file),
                    "tester",
                    RunOrder.By.MANUAL));
            finish(operations, run);
        }
    }

    /** Approves what waits for it. */
    static void finish(PipelineOperations operations, long run) throws InterruptedException {
        RunDetails details = operations.await(run, _ -> {});
        while (!details.run().isOver()) {
            details.run().awaiting().forEach(stage -> operations.decide(run, stage, true, "tester"));
            details = operations.await(run, _ -> {});
        }
    }

    static void die(boolean halts) {
        if (halts) {
            Runtime.getRuntime().halt(99);
        }
        while (true) {
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException _) {
                // It waits for kill -9.
            }
        }
    }

    static synchronized void note(Path seen, String line) {
        try {
            Files.writeString(seen, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
