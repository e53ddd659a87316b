package com.crewyard.recruiting.files.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.crewyard.kernel.OrganizationId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskBlobStoreTest extends BlobStoreContract {

    private static final OrganizationId ORGANIZATION = new OrganizationId(7);
    private static final byte[] BYTES = {1, 2, 3};

    @TempDir
    Path directory;

    @Override
    BlobStore store() {
        return new DiskBlobStore(directory.resolve("files"));
    }

    @Test
    void leavesNothingBesideTheFile() throws IOException {
        store().put(ORGANIZATION, Sha256.of(BYTES), BYTES);
        try (Stream<Path> files = Files.walk(directory).filter(Files::isRegularFile)) {
            assertThat(files.map(Path::getFileName).map(Path::toString)).containsExactly(Sha256.of(BYTES));
        }
    }

    @Test
    void replacesAFileThatWasCutShort() throws IOException {
        store().put(ORGANIZATION, Sha256.of(BYTES), BYTES);
        try (Stream<Path> files = Files.walk(directory).filter(Files::isRegularFile)) {
            Files.write(files.findFirst().orElseThrow(), new byte[] {1});
        }
        store().put(ORGANIZATION, Sha256.of(BYTES), BYTES);
        assertThat(store().read(ORGANIZATION, Sha256.of(BYTES))).hasValue(BYTES);
    }

    @Test
    void saysWhereItCannotWrite() throws IOException {
        Files.writeString(directory.resolve("files"), "a file in the way");
        assertThatThrownBy(() -> store().put(ORGANIZATION, Sha256.of(BYTES), BYTES))
                .isInstanceOf(BlobStoreException.class)
                .hasMessageContaining(directory.resolve("files").toString());
    }
}
