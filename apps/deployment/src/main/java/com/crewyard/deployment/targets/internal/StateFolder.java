package com.crewyard.deployment.targets.internal;

import com.crewyard.deployment.targets.TargetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A file or folder of a target on this machine. */
public record StateFolder(Path path) {

    /** With all that is in it; does nothing when it is not there. */
    public void remove() {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new TargetException("%s cannot be removed (%s).".formatted(path, e.getMessage()), e);
        }
    }
}
