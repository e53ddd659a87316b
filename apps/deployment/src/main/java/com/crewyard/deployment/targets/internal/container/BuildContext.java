package com.crewyard.deployment.targets.internal.container;

import com.crewyard.deployment.targets.TargetException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * What an image is built from: the files that {@link IgnoredFiles} leaves in, and the Dockerfile.
 *
 * @param context a folder
 * @param dockerfile in it, or elsewhere
 */
record BuildContext(Path context, Path dockerfile) {

    private static final int TAG_LENGTH = 16;
    private static final int EXECUTABLE = 0755;
    private static final int READABLE = 0644;

    /** The same for the same files, by name, mode and content, so that nothing is built twice and a plan names what will run. */
    String tag() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (var file : files().entrySet()) {
                boolean link = Files.isSymbolicLink(file.getValue());
                digest.update("%s %s %d\n"
                        .formatted(
                                file.getKey(),
                                link ? Files.readSymbolicLink(file.getValue()) : mode(file.getValue()),
                                link ? 0 : Files.size(file.getValue()))
                        .getBytes(StandardCharsets.UTF_8));
                if (!link) {
                    Files.copy(file.getValue(), new DigestOutputStream(OutputStream.nullOutputStream(), digest));
                }
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, TAG_LENGTH);
        } catch (IOException e) {
            throw unreadable(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The Dockerfile's path in the archive. */
    String dockerfilePath() {
        return dockerfile.startsWith(context) ? name(dockerfile) : ".crewyard." + dockerfile.getFileName();
    }

    /** Writes a tar of it. */
    void archive(Path to) {
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(
                new BufferedOutputStream(Files.newOutputStream(to)), StandardCharsets.UTF_8.name())) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            for (var file : files().entrySet()) {
                add(tar, file.getKey(), file.getValue());
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static void add(TarArchiveOutputStream tar, String name, Path file) throws IOException {
        if (Files.isSymbolicLink(file)) {
            TarArchiveEntry link = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
            link.setLinkName(Files.readSymbolicLink(file).toString());
            tar.putArchiveEntry(link);
        } else {
            TarArchiveEntry entry = new TarArchiveEntry(name);
            entry.setMode(mode(file));
            entry.setModTime(Files.getLastModifiedTime(file));
            entry.setSize(Files.size(file));
            tar.putArchiveEntry(entry);
            Files.copy(file, tar);
        }
        tar.closeArchiveEntry();
    }

    /** By their names in the archive. */
    private SortedMap<String, Path> files() throws IOException {
        SortedMap<String, Path> files = new TreeMap<>();
        IgnoredFiles ignored = IgnoredFiles.of(context, dockerfile);
        Files.walkFileTree(context, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = name(folder);
                return !name.isEmpty() && ignored.has(name) && !ignored.hasExceptionsBelow(name)
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (!ignored.has(name(file)) && (attributes.isRegularFile() || attributes.isSymbolicLink())) {
                    files.put(name(file), file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        files.put(dockerfilePath(), dockerfile);
        return files;
    }

    private String name(Path file) {
        return context.relativize(file).toString().replace('\\', '/');
    }

    private static int mode(Path file) {
        return Files.isExecutable(file) ? EXECUTABLE : READABLE;
    }

    private TargetException unreadable(IOException cause) {
        return new TargetException("%s cannot be read (%s).".formatted(context, cause.getMessage()), cause);
    }
}
