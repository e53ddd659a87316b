package com.crewyard.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once for each version from the archive on the class path. */
final class PostgresBinaries {

    static final String MAJOR_VERSION = "18";
    private static final String VERSION = "18.6";

    private final Path home;

    private PostgresBinaries(Path home) {
        this.home = home;
    }

    /** @param cache where unpacked versions are kept, shared by every data directory of this user */
    static PostgresBinaries unpackedIn(Path cache) {
        Path home = cache.resolve("postgresql-" + VERSION + "-" + platform());
        Path complete = home.resolve(".complete");
        try {
            Files.createDirectories(home);
            try (FileChannel lock = FileChannel.open(
                            home.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var _ = lock.lock()) {
                if (!Files.exists(complete)) {
                    unpack(home);
                    Files.createFile(complete);
                }
            }
        } catch (IOException e) {
            throw new DatabaseException(
                    "PostgreSQL could not be unpacked into %s: %s.".formatted(home, e.getMessage()), e);
        }
        return new PostgresBinaries(home);
    }

    Path home() {
        return home;
    }

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    private static void unpack(Path home) throws IOException {
        String resource = "/postgres-" + platform() + ".txz";
        try (InputStream archive = PostgresBinaries.class.getResourceAsStream(resource)) {
            if (archive == null) {
                throw new DatabaseException(
                        "There is no embedded PostgreSQL for %s; set DATABASE_URL to a PostgreSQL server."
                                .formatted(platform()));
            }
            try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(archive))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    unpack(entry, tar, home);
                }
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path home) throws IOException {
        Path path = home.resolve(entry.getName()).normalize();
        if (!path.startsWith(home)) {
            throw new IOException("archive entry %s leads out of the directory".formatted(entry.getName()));
        }
        Files.createDirectories(entry.isDirectory() ? path : path.resolve("..").normalize());
        Files.deleteIfExists(entry.isDirectory() ? path.resolve(".none") : path);
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
            Files.copy(content, path);
            if ((entry.getMode() & 0100) != 0 && !path.toFile().setExecutable(true, false)) {
                throw new IOException("%s could not be made executable".formatted(path));
            }
        }
    }

    private static String platform() {
        String system =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        String machine = switch (System.getProperty("os.arch", "")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            case String other -> other;
        };
        return system + "-" + machine;
    }
}
