package com.crewyard.recruiting.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.crewyard.kernel.CrewyardException;
import com.crewyard.kernel.Problem;
import com.crewyard.postgres.Tenancy;
import com.crewyard.recruiting.ApplicationFixture;
import com.crewyard.recruiting.platform.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class FilesTest extends ApplicationFixture {

    private static final byte[] BYTES = "the bytes of a resume".getBytes(StandardCharsets.UTF_8);

    @Autowired
    Files files;

    @Autowired
    Settings settings;

    @Test
    void namesAFileByItsContent() {
        StoredFile file = in(() -> files.put(BYTES, "text/plain"));
        assertThat(file.sha256()).isEqualTo("e44658fb1edf938f854a9eb03208c33af176dd6d97f93a346c4f80a61427da94");
        assertThat(file.size()).isEqualTo(BYTES.length);
        assertThat(in(() -> files.read(file.sha256()))).isEqualTo(BYTES);
        assertThat(in(() -> files.find(file.sha256()))).hasValue(file);
    }

    @Test
    void keepsTheSameBytesOnce() {
        StoredFile first = in(() -> files.put(BYTES, "text/plain"));
        StoredFile again = in(() -> files.put(BYTES, "application/octet-stream"));
        assertThat(again).isEqualTo(first);
    }

    @Test
    void doesNotShowAFileToAnotherOrganization() {
        StoredFile file = in(() -> files.put(BYTES, "text/plain"));
        var stranger = newUser();
        Tenancy.in(stranger.organization(), () -> {
            assertThat(files.find(file.sha256())).isEmpty();
            assertThatThrownBy(() -> files.read(file.sha256()))
                    .isInstanceOfSatisfying(
                            CrewyardException.class,
                            e -> assertThat(e.problem()).isEqualTo(Problem.NOT_FOUND));
        });
    }

    @Test
    void noticesDamagedBytes() throws IOException {
        StoredFile file = in(() -> files.put(BYTES, "text/plain"));
        Path blob = settings.data()
                .resolve("files")
                .resolve(organization().toString())
                .resolve(file.sha256().substring(0, 2))
                .resolve(file.sha256());
        java.nio.file.Files.writeString(blob, "something else");
        assertThatThrownBy(() -> in(() -> files.read(file.sha256()))).hasMessageContaining("damaged");
        java.nio.file.Files.delete(blob);
        assertThatThrownBy(() -> in(() -> files.read(file.sha256()))).hasMessageContaining("missing");
    }

    @Test
    void forgetsTheRowButNotTheBytesWhenTheTransactionFails() {
        assertThatThrownBy(() -> inTransaction(() -> {
                    files.put(BYTES, "text/plain");
                    throw new IllegalStateException("the application fails afterwards");
                }))
                .hasMessage("the application fails afterwards");
        assertThat(in(() -> files.put(BYTES, "text/plain")).size()).isEqualTo(BYTES.length);
    }
}
