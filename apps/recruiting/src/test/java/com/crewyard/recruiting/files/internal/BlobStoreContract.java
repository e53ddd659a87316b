package com.crewyard.recruiting.files.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.kernel.OrganizationId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every file storage does. */
abstract class BlobStoreContract {

    private static final OrganizationId ORGANIZATION = new OrganizationId(1);
    private static final OrganizationId OTHER = new OrganizationId(2);
    private static final int TEN_MEGABYTES = 10 << 20;

    abstract BlobStore store();

    @Test
    void givesBackWhatWasPut() {
        byte[] bytes = "a resume".getBytes(StandardCharsets.UTF_8);
        store().put(ORGANIZATION, Sha256.of(bytes), bytes);
        assertThat(store().read(ORGANIZATION, Sha256.of(bytes))).hasValue(bytes);
    }

    @Test
    void hasNothingThatWasNotPut() {
        assertThat(store().read(ORGANIZATION, Sha256.of(new byte[] {1, 2, 3}))).isEmpty();
    }

    @Test
    void keepsOrganizationsApart() {
        byte[] bytes = "known to one only".getBytes(StandardCharsets.UTF_8);
        store().put(ORGANIZATION, Sha256.of(bytes), bytes);
        assertThat(store().read(OTHER, Sha256.of(bytes))).isEmpty();
    }

    @Test
    void keepsAnEmptyFile() {
        store().put(ORGANIZATION, Sha256.of(new byte[0]), new byte[0]);
        assertThat(store().read(ORGANIZATION, Sha256.of(new byte[0]))).hasValue(new byte[0]);
    }

    @Test
    void keepsTheLargestUpload() {
        byte[] bytes = new byte[TEN_MEGABYTES];
        new Random(1).nextBytes(bytes);
        store().put(ORGANIZATION, Sha256.of(bytes), bytes);
        assertThat(store().read(ORGANIZATION, Sha256.of(bytes))).hasValue(bytes);
    }

    @Test
    void takesTheSameBytesFromManyAtOnce() throws Exception {
        byte[] bytes = "everybody's template".getBytes(StandardCharsets.UTF_8);
        Callable<Boolean> put = () -> {
            store().put(ORGANIZATION, Sha256.of(bytes), bytes);
            return store().read(ORGANIZATION, Sha256.of(bytes)).isPresent();
        };
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> results =
                    threads.invokeAll(IntStream.range(0, 8).mapToObj(_ -> put).toList());
            for (Future<Boolean> result : results) {
                assertThat(result.get()).isTrue();
            }
        }
    }
}
