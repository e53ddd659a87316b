package com.crewyard.deployment.targets.internal.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildContextTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void files() throws IOException {
        write("deploy/Dockerfile", "FROM scratch\n");
        write("target/lib/a.jar", "a");
        write("target/classes/A.class", "A");
        write("src/A.java", "class A {}");
        write(".git/HEAD", "ref");
    }

    @Test
    void sendsWhatTheDockerfilesOwnListLeavesIn() throws IOException {
        write("deploy/Dockerfile.dockerignore", "# nothing but\n*\n!target/lib/\n");
        write(".dockerignore", "target\n");
        BuildContext context = context();
        String tag = context.tag();

        assertThat(sent(context)).containsExactly("deploy/Dockerfile", "target/lib/a.jar");
        assertThat(context.dockerfilePath()).isEqualTo("deploy/Dockerfile");
        write(".git/HEAD", "another");
        write("src/A.java", "class A { }");
        assertThat(context().tag()).isEqualTo(tag);
        write("target/lib/a.jar", "b");
        assertThat(context().tag()).isNotEqualTo(tag);
    }

    @Test
    void sendsWhatTheFoldersListLeavesIn() throws IOException {
        write(".dockerignore", "/.git\n**/*.class\n./src\n!src/A.java\n");

        assertThat(sent(context()))
                .containsExactly(".dockerignore", "deploy/Dockerfile", "src/A.java", "target/lib/a.jar");
    }

    private BuildContext context() {
        return new BuildContext(folder, folder.resolve("deploy/Dockerfile"));
    }

    private List<String> sent(BuildContext context) throws IOException {
        Path archive = folder.resolveSibling(folder.getFileName() + ".tar");
        try {
            context.archive(archive);
            List<String> names = new ArrayList<>();
            try (TarArchiveInputStream tar = new TarArchiveInputStream(Files.newInputStream(archive))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    names.add(entry.getName());
                }
            }
            return names;
        } finally {
            Files.deleteIfExists(archive);
        }
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
