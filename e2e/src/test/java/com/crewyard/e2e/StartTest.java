package com.crewyard.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.testing.CrewyardProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a stranger gives it. */
class StartTest {

    /** Loose, because machines are shared; docs/performance.md has the measured times. */
    private static final Duration TOLERATED = Duration.ofSeconds(30);

    @TempDir
    private Path data = Path.of("");

    @Test
    void startsOnNothingStopsOnInterruptAndStartsAgain() {
        try (CrewyardProcess first = start()) {
            assertThat(first.interrupt().exitCode()).isEqualTo(130);
        }
        Instant begun = Instant.now();
        try (CrewyardProcess second = start()) {
            assertThat(Duration.between(begun, Instant.now())).isLessThan(TOLERATED);
            assertThat(second.interrupt().exitCode()).isEqualTo(130);
        }
    }

    private CrewyardProcess start() {
        return CrewyardProcess.run(Script.command(), data, Map.of(), "--no-demo")
                .awaitReady();
    }
}
