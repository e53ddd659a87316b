package com.crewyard.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL that lives in a data directory of ours: durable (fsync on), reachable only from this machine and
 * only with the password kept beside the data. It runs in a session of its own, so that an interrupt at the terminal
 * reaches the application first and the database last.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String SUPERUSER = "crewyard_owner";
    private static final String DATABASE = "postgres";
    /** A new cluster takes about 45 MB, and PostgreSQL wants room for its write-ahead log. */
    private static final long NEEDED_BYTES = 200L << 20;

    /** Ours: POSIX drops a process's locks on a file as soon as any of its handles on it is closed. */
    private static final Map<Path, DatabaseUrl> RUNNING_HERE = new ConcurrentHashMap<>();

    private final Path root;
    private final PostgresServer server;
    private final FileChannel lockChannel;
    private final FileLock lock;
    private final DatabaseUrl url;

    private EmbeddedDatabase(
            Path root, PostgresServer server, FileChannel lockChannel, FileLock lock, DatabaseUrl url) {
        this.root = root;
        this.server = server;
        this.lockChannel = lockChannel;
        this.lock = lock;
        this.url = url;
    }

    /**
     * Starts the database in {@code directory}, creating it on first use. A server that outlived a killed application
     * is stopped first; what it had committed is there.
     *
     * @param progress hears what is being done, for the first start takes seconds
     * @throws DatabaseException in one sentence: in use, another version, no space, or PostgreSQL's own reason
     */
    public static EmbeddedDatabase start(Path directory, Consumer<String> progress) {
        return start(directory, progress, false);
    }

    /**
     * As {@link #start}, but a server that outlived whoever started it is taken over as it is, and one that starts again
     * keeps its port as long as that is free: for a database whose clients outlive us.
     */
    public static EmbeddedDatabase takeOver(Path directory, Consumer<String> progress) {
        return start(directory, progress, true);
    }

    private static EmbeddedDatabase start(Path directory, Consumer<String> progress, boolean takesOver) {
        Path root = createDirectory(directory.toAbsolutePath().normalize());
        if (RUNNING_HERE.containsKey(root)) {
            throw new DatabaseInUseException(root);
        }
        FileChannel channel = openLock(root);
        @Nullable FileLock lock = tryLock(channel);
        if (lock == null) {
            close(channel);
            throw new DatabaseInUseException(root);
        }
        try {
            requireSpace(root);
            Path data = root.resolve("postgresql");
            requireVersion(data);
            Path cache = cacheDirectory();
            progress.accept("Preparing PostgreSQL");
            PostgresServer server =
                    new PostgresServer(PostgresBinaries.unpackedIn(cache), data, root.resolve("postgresql.log"));
            String password = passwordIn(root);
            if (!Files.exists(data.resolve("PG_VERSION"))) {
                progress.accept("Creating the database in " + root);
                server.initialize(SUPERUSER, password);
            }
            int port = takesOver ? server.takeOver(portIn(root), progress) : server.startAnew(progress);
            DatabaseUrl url = url(port, password);
            log.debug("embedded PostgreSQL runs on port {} in {}", port, data);
            RUNNING_HERE.put(root, url);
            return new EmbeddedDatabase(root, server, channel, lock, url);
        } catch (RuntimeException e) {
            close(channel);
            throw e;
        }
    }

    public DatabaseUrl url() {
        return url;
    }

    /** Where the database of {@code directory} is while somebody runs it; empty when nobody does. */
    public static Optional<DatabaseUrl> running(Path directory) {
        Path root = directory.toAbsolutePath().normalize();
        DatabaseUrl here = RUNNING_HERE.get(root);
        if (here != null) {
            return Optional.of(here);
        }
        if (!Files.exists(root.resolve("lock"))) {
            return Optional.empty();
        }
        FileChannel channel = openLock(root);
        try {
            return tryLock(channel) == null
                    ? PostgresServer.readyPort(root.resolve("postgresql")).map(port -> url(port, passwordIn(root)))
                    : Optional.empty();
        } finally {
            close(channel);
        }
    }

    private static DatabaseUrl url(int port, String password) {
        return new DatabaseUrl(
                "127.0.0.1",
                port,
                DATABASE,
                Optional.of(SUPERUSER),
                Optional.of(password),
                Map.of("sslmode", "disable"));
    }

    @Override
    public void close() {
        RUNNING_HERE.remove(root);
        server.stopIfRunning();
        try {
            lock.release();
        } catch (IOException e) {
            log.debug("the lock of the data directory was gone already", e);
        }
        close(lockChannel);
    }

    private static Path createDirectory(Path directory) {
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new DatabaseException(
                    "The data directory %s cannot be created (%s); choose another with --data."
                            .formatted(directory, e.getMessage()),
                    e);
        }
    }

    private static FileChannel openLock(Path root) {
        try {
            return FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new DatabaseException(
                    "The data directory %s cannot be written (%s); choose another with --data."
                            .formatted(root, e.getMessage()),
                    e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) {
        try {
            return channel.tryLock();
        } catch (IOException | OverlappingFileLockException e) {
            return null;
        }
    }

    private static void requireSpace(Path root) {
        long usable = root.toFile().getUsableSpace();
        if (usable < NEEDED_BYTES) {
            throw new DatabaseException(
                    "%s has %d MB free and the database needs at least %d MB; free some or choose another disk with --data."
                            .formatted(root, usable >> 20, NEEDED_BYTES >> 20));
        }
    }

    private static void requireVersion(Path data) {
        Path versionFile = data.resolve("PG_VERSION");
        if (!Files.exists(versionFile)) {
            return;
        }
        try {
            String version = Files.readString(versionFile).strip();
            if (!version.equals(PostgresBinaries.MAJOR_VERSION)) {
                throw new DatabaseException(
                        "The data directory %s was made by PostgreSQL %s and this Crewyard brings PostgreSQL %s; choose another with --data, or move the data with pg_dump and pg_restore."
                                .formatted(data, version, PostgresBinaries.MAJOR_VERSION));
            }
        } catch (IOException e) {
            throw new DatabaseException("%s cannot be read: %s.".formatted(versionFile, e.getMessage()), e);
        }
    }

    /** The folder that PostgreSQL's own programs are unpacked in: {@code bin}, {@code lib} and {@code share}. */
    public static Path programs() {
        return PostgresBinaries.unpackedIn(cacheDirectory()).home();
    }

    private static Path cacheDirectory() {
        String xdg = System.getenv("XDG_CACHE_HOME");
        Path base =
                xdg == null || xdg.isBlank() ? Path.of(System.getProperty("user.home", "."), ".cache") : Path.of(xdg);
        return base.resolve("crewyard");
    }

    private static String passwordIn(Path root) {
        Path file = root.resolve("postgresql.password");
        try {
            if (!Files.exists(file)) {
                byte[] random = new byte[24];
                new SecureRandom().nextBytes(random);
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, HexFormat.of().formatHex(random));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new DatabaseException("%s cannot be written: %s.".formatted(file, e.getMessage()), e);
        }
    }

    private static int portIn(Path root) {
        Path file = root.resolve("postgresql.port");
        try {
            if (!Files.exists(file)) {
                Files.writeString(file, String.valueOf(PostgresServer.freePort()));
            }
            return Integer.parseInt(Files.readString(file).strip());
        } catch (IOException | NumberFormatException e) {
            throw new DatabaseException("%s cannot be used: %s.".formatted(file, e.getMessage()), e);
        }
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            log.debug("closing the lock file failed", e);
        }
    }

    /** Settings that differ from PostgreSQL's defaults, and why the default is wrong for a database of this size. */
    static List<String> settings() {
        return List.of(
                "max_connections=200",
                "jit=off",
                "timezone=UTC",
                "log_timezone=UTC",
                "wal_compression=on",
                "unix_socket_directories=",
                "listen_addresses=127.0.0.1");
    }
}
