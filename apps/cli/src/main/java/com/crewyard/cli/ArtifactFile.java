package com.crewyard.cli;

import com.crewyard.hosting.artifacts.Generator.Artifact;
import com.crewyard.hosting.artifacts.KeptRegions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Generated files on disk. */
final class ArtifactFile {

    private ArtifactFile() {}

    /** Writes it below the directory and keeps what a person put into its regions. */
    static Path write(Path directory, Artifact artifact) throws IOException {
        Path file = directory.resolve(artifact.path());
        Files.createDirectories(file.toAbsolutePath().getParent());
        String content =
                Files.exists(file) ? KeptRegions.keep(Files.readString(file), artifact.content()) : artifact.content();
        Files.writeString(file, content);
        if (content.startsWith("#!") && !file.toFile().setExecutable(true)) {
            System.err.println("%s could not be made executable: chmod +x it".formatted(file));
        }
        return file;
    }
}
