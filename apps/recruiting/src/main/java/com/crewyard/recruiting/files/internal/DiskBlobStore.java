package com.crewyard.recruiting.files.internal;

import com.crewyard.kernel.OrganizationId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Files on a disk: {@code <directory>/<organization>/<first two digits>/<sha256>}. */
public final class DiskBlobStore implements BlobStore {

    private static final int FAN_OUT_DIGITS = 2;

    private final Path directory;

    public DiskBlobStore(Path directory) {
        this.directory = directory;
    }

    @Override
    public void put(OrganizationId organization, String sha256, byte[] bytes) {
        Path target = path(organization, sha256);
        try {
            if (Files.exists(target) && Files.size(target) == bytes.length) {
                // Whoever put it may have died between the rename and the sync of the directory.
                sync(parentOf(target));
                return;
            }
            createDirectories(parentOf(target));
            Path temporary = Files.createTempFile(parentOf(target), ".put-", null);
            try {
                write(temporary, bytes);
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(temporary);
            }
            sync(parentOf(target));
        } catch (IOException e) {
            throw new BlobStoreException("the file cannot be written under %s: %s".formatted(directory, e), e);
        }
    }

    @Override
    public Optional<byte[]> read(OrganizationId organization, String sha256) {
        Path file = path(organization, sha256);
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new BlobStoreException("%s cannot be read: %s".formatted(file, e), e);
        }
    }

    private Path path(OrganizationId organization, String sha256) {
        return directory
                .resolve(organization.toString())
                .resolve(sha256.substring(0, FAN_OUT_DIGITS))
                .resolve(sha256);
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /** A new directory is durable only once its parent is. */
    private static void createDirectories(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Path parent = parentOf(directory.toAbsolutePath());
            createDirectories(parent);
            Files.createDirectories(directory);
            sync(parent);
        }
    }

    private static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static Path parentOf(Path path) {
        Path parent = path.getParent();
        if (parent == null) {
            throw new IllegalArgumentException("%s has no parent directory".formatted(path));
        }
        return parent;
    }
}
