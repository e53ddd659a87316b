package com.crewyard.e2e;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The script {@code ./crewyard} of the sources these tests belong to. */
final class Script {

    private Script() {}

    static List<String> command() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isRegularFile(folder.resolve("crewyard"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException(
                    "there is no ./crewyard above %s".formatted(Path.of("").toAbsolutePath()));
        }
        return List.of(folder.resolve("crewyard").toString());
    }
}
