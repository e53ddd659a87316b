package com.crewyard.deployment.targets.internal.process;

import com.crewyard.deployment.targets.TargetException;
import com.crewyard.deployment.targets.internal.FullDisk;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Where a keeper keeps what has to outlive it. Only its user may read it. */
record KeeperFolder(Path root) {

    static final JsonMapper JSON = JsonMapper.builder().build();
    /** What the address of a Unix socket may take (sun_path), with one byte for its end. */
    private static final int LONGEST_SOCKET_PATH = 100;

    static KeeperFolder in(Path root) {
        try {
            Path folder = root.toAbsolutePath().normalize();
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.createDirectories(folder.resolve("logs"));
            Files.createDirectories(folder.resolve("jobs"));
            return new KeeperFolder(folder);
        } catch (IOException e) {
            throw new TargetException("%s cannot be written (%s).".formatted(root, e.getMessage()), e);
        }
    }

    /** In the folder, unless its path is too long for a socket. */
    Path socket() {
        Path inside = root.resolve("keeper.sock");
        if (inside.toString().getBytes(StandardCharsets.UTF_8).length < LONGEST_SOCKET_PATH) {
            return inside;
        }
        String name =
                HexFormat.of().toHexDigits(root.toString().hashCode()) + "-" + Integer.toHexString(root.getNameCount());
        return Path.of("/tmp", "crewyard-" + System.getProperty("user.name"), name + ".sock");
    }

    Path lock() {
        return root.resolve("keeper.lock");
    }

    Path log(String instance) {
        return root.resolve("logs").resolve(instance + ".log");
    }

    Path job(String id, String suffix) {
        return root.resolve("jobs").resolve(id + suffix);
    }

    Path keeperLog() {
        return root.resolve("keeper.log");
    }

    <T> Optional<T> read(String file, Class<T> type) {
        try {
            return Optional.of(JSON.readValue(Files.readString(root.resolve(file)), type));
        } catch (java.nio.file.NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new TargetException("%s cannot be read (%s).".formatted(root.resolve(file), e.getMessage()), e);
        }
    }

    /** All of it or nothing, even when the machine dies: written beside, forced to the disk, and renamed. */
    void write(String file, Object value) {
        Path next = root.resolve(file + ".next");
        try {
            Files.deleteIfExists(next);
            Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
                channel.write(java.nio.ByteBuffer.wrap(JSON.writeValueAsBytes(value)));
                channel.force(true);
            }
            Files.move(next, root.resolve(file), StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel directory = FileChannel.open(root, StandardOpenOption.READ)) {
                directory.force(true);
            }
        } catch (IOException e) {
            throw new TargetException(
                    FullDisk.isToldBy(String.valueOf(e.getMessage()))
                            ? "The disk is full, so %s cannot be written; free some space."
                                    .formatted(root.resolve(file))
                            : "%s cannot be written (%s).".formatted(root.resolve(file), e.getMessage()),
                    e);
        }
    }
}
