package com.crewyard.deployment.catalog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads files of SQL from where an app spec says that they lie. */
final class SqlFolder {

    private static final long LARGEST_BYTES = 16 * 1024 * 1024;

    private static final int MOST_FILES = 5_000;
    private static final int DEEPEST = 10;

    private SqlFolder() {}

    /**
     * @param key in the app spec, for messages
     * @throws RefusedException naming a path that does not lead to SQL
     */
    static List<SqlFile> read(Path base, String key, List<String> paths) {
        Map<String, SqlFile> files = new LinkedHashMap<>();
        for (String path : paths) {
            Path root = base.resolve(path).normalize();
            try {
                for (Path file : found(root, key, path)) {
                    String name = file.equals(root) ? String.valueOf(file.getFileName()) : below(root, file);
                    String unique = files.containsKey(name) ? path + "/" + name : name;
                    files.put(unique, new SqlFile(unique, text(file, key)));
                }
            } catch (IOException e) {
                throw new RefusedException(
                        RefusedException.Reason.INPUT,
                        "%s is \"%s\", and %s cannot be read; let this user read it, or leave the key out."
                                .formatted(key, path, root),
                        List.of(String.valueOf(e)));
            }
        }
        return SqlFileOrder.sorted(List.copyOf(files.values()));
    }

    private static List<Path> found(Path root, String key, String path) throws IOException {
        if (Files.isRegularFile(root)) {
            return List.of(root);
        }
        if (!Files.isDirectory(root)) {
            throw RefusedException.input(
                    "%s is \"%s\", and %s is neither a file nor a folder; name where the SQL lies, as build contexts are named, or leave the key out."
                            .formatted(key, path, root));
        }
        try (Stream<Path> all = Files.walk(root, DEEPEST)) {
            List<Path> found = all.filter(file -> SqlFileOrder.isApplied(String.valueOf(file.getFileName())))
                    .filter(Files::isRegularFile)
                    .limit(MOST_FILES + 1L)
                    .sorted()
                    .toList();
            if (found.size() > MOST_FILES) {
                throw RefusedException.input(
                        "%s is \"%s\", which has more than %,d files of SQL; name a folder of its own."
                                .formatted(key, path, MOST_FILES));
            }
            return found;
        }
    }

    private static String below(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    /** Bytes that are no UTF-8 are somewhere in a string or comment, where they change nothing. */
    private static String text(Path file, String key) throws IOException {
        if (Files.size(file) > LARGEST_BYTES) {
            throw RefusedException.input(
                    "%s has %s, which is larger than %d MiB; keep data out of migrations, or leave the key out."
                            .formatted(key, file, LARGEST_BYTES / (1024 * 1024)));
        }
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
