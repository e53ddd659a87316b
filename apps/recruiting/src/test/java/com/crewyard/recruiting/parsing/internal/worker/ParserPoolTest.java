package com.crewyard.recruiting.parsing.internal.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ParserPoolTest {

    private static final byte[] FILE = "Jane Sample\nEngineer".getBytes(StandardCharsets.UTF_8);

    @Test
    void startsNothingBeforeTheFirstFile() {
        try (ParserPool pool = pool(200, Duration.ofSeconds(60))) {
            assertThat(pool.processIds()).isEmpty();
            assertThat(pool.read(FILE)).isInstanceOf(WorkerAnswer.Text.class);
            assertThat(pool.processIds()).hasSize(1);
        }
    }

    @Test
    void replacesAChildThatWasKilled() {
        try (ParserPool pool = pool(200, Duration.ofSeconds(60))) {
            pool.read(FILE);
            long first = pool.processIds().getFirst();
            ProcessHandle.of(first).orElseThrow().destroyForcibly();
            await().atMost(10, TimeUnit.SECONDS).until(() -> pool.processIds().isEmpty());
            assertThat(pool.read(FILE)).isInstanceOf(WorkerAnswer.Text.class);
            assertThat(pool.processIds()).doesNotContain(first).hasSize(1);
        }
    }

    @Test
    void replacesAChildAfterItsNumberOfFiles() {
        try (ParserPool pool = pool(1, Duration.ofSeconds(60))) {
            pool.read(FILE);
            await().atMost(10, TimeUnit.SECONDS).until(() -> pool.processIds().isEmpty());
        }
    }

    @Test
    void endsAnIdleChild() {
        try (ParserPool pool = pool(200, Duration.ofMillis(200))) {
            pool.read(FILE);
            await().atMost(10, TimeUnit.SECONDS).until(() -> pool.processIds().isEmpty());
        }
    }

    @Test
    void endsItsChildrenWithItself() {
        ParserPool pool = pool(200, Duration.ofSeconds(60));
        pool.read(FILE);
        List<Long> children = pool.processIds();
        pool.close();
        await().atMost(10, TimeUnit.SECONDS)
                .until(() ->
                        children.stream().noneMatch(id -> ProcessHandle.of(id).isPresent()));
        assertThatThrownBy(() -> pool.read(FILE)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void aChildEndsAtTheEndOfItsInput() throws Exception {
        Process process = ChildCommand.builder(128).start();
        process.getOutputStream().close();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void theChildInheritsNoSecrets() {
        assertThat(ChildCommand.builder(128).environment().keySet())
                .isSubsetOf("PATH", "LANG", "LC_ALL", "TZ", "TMPDIR", "SystemRoot");
    }

    private static ParserPool pool(int filesPerProcess, Duration idle) {
        return new ParserPool(1, Duration.ofSeconds(20), 128, filesPerProcess, idle);
    }
}
