package com.crewyard.deployment.targets.internal.container;

import com.github.dockerjava.core.GoLangFileMatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of a build context that a builder is not sent: those of {@code .dockerignore}, or of the file beside the Dockerfile that has its
 * name and that ending, which counts instead (Docker's reference of {@code docker build}).
 *
 * @param patterns the last that matches decides; {@code !} takes back
 */
record IgnoredFiles(List<String> patterns) {

    private static final String ENDING = ".dockerignore";

    static IgnoredFiles of(Path context, Path dockerfile) throws IOException {
        Path own = dockerfile.resolveSibling(dockerfile.getFileName() + ENDING);
        Path file = Files.exists(own) ? own : context.resolve(ENDING);
        if (!Files.exists(file)) {
            return new IgnoredFiles(List.of());
        }
        try (Stream<String> lines = Files.lines(file)) {
            return new IgnoredFiles(lines.map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(IgnoredFiles::plain)
                    .toList());
        }
    }

    private static String plain(String line) {
        boolean back = line.startsWith("!");
        String pattern = (back ? line.substring(1).strip() : line).replaceFirst("^(\\./|/)+", "");
        return (back ? "!" : "") + (pattern.equals("/") ? pattern : pattern.replaceFirst("/+$", ""));
    }

    /** @param path within the context, with slashes */
    boolean has(String path) {
        boolean ignored = false;
        for (String pattern : patterns) {
            boolean back = pattern.startsWith("!");
            if (back == ignored && GoLangFileMatch.match(back ? pattern.substring(1) : pattern, path)) {
                ignored = !back;
            }
        }
        return ignored;
    }

    /** Whether something below an ignored folder may be taken back. */
    boolean hasExceptionsBelow(String folder) {
        return patterns.stream()
                .filter(pattern -> pattern.startsWith("!"))
                .map(pattern -> pattern.substring(1))
                .anyMatch(pattern -> pattern.startsWith(folder + "/")
                        || pattern.chars().anyMatch(letter -> "*?[".indexOf(letter) >= 0));
    }
}
