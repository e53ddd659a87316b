package com.crewyard.deployment.releases;

import com.crewyard.deployment.catalog.AppFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Tells whether a folder of programs is still what it was: by content for small files, by size and time of change for large
 * ones. Hidden folders and those that builds and tools fill with what others made are left out.
 */
final class FolderDigest {

    private static final Set<String> SKIPPED = Set.of("node_modules", "target", "build", "__pycache__", "data", "logs");
    private static final int MOST_FILES = 20_000;
    private static final long READ_UP_TO_BYTES = 64 * 1024;

    private FolderDigest() {}

    static String of(Path folder) throws IOException {
        SortedMap<String, Path> files = new TreeMap<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                String name = String.valueOf(directory.getFileName());
                return !directory.equals(folder)
                                && (name.startsWith(".")
                                        || SKIPPED.contains(name)
                                        || Files.exists(directory.resolve(AppFile.STATE_MARKER)))
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()) {
                    files.put(folder.relativize(file).toString(), file);
                }
                return files.size() >= MOST_FILES ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                return FileVisitResult.CONTINUE;
            }
        });
        MessageDigest digest = CanonicalJson.sha256();
        for (var entry : files.entrySet()) {
            digest.update((entry.getKey() + "\0").getBytes(StandardCharsets.UTF_8));
            try {
                digest.update(fingerprint(entry.getValue()));
            } catch (NoSuchFileException | AccessDeniedException _) {
                // Gone meanwhile, or nothing that we may read; its name is in.
            }
        }
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }

    private static byte[] fingerprint(Path file) throws IOException {
        long size = Files.size(file);
        return size <= READ_UP_TO_BYTES
                ? Files.readAllBytes(file)
                : (size + "\0" + Files.getLastModifiedTime(file).toMillis()).getBytes(StandardCharsets.UTF_8);
    }
}
