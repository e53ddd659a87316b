package com.crewyard.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** One PostgreSQL cluster on disk, and the server process over it. */
final class PostgresServer {

    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration PROBE_INTERVAL = Duration.ofMillis(15);
    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    private final PostgresBinaries binaries;
    private final Path data;
    private final Path logFile;

    PostgresServer(PostgresBinaries binaries, Path data, Path logFile) {
        this.binaries = binaries;
        this.data = data;
        this.logFile = logFile;
    }

    void initialize(String superuser, String password) {
        try {
            Path passwordFile = Files.createTempFile(
                    "crewyard",
                    ".pw",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                Files.writeString(passwordFile, password);
                run(
                        "initdb",
                        "--pgdata=" + data,
                        "--username=" + superuser,
                        "--pwfile=" + passwordFile,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C.UTF-8",
                        "--no-instructions");
            } finally {
                Files.deleteIfExists(passwordFile);
            }
        } catch (IOException e) {
            throw new DatabaseException(
                    "The database could not be created in %s: %s.".formatted(data, e.getMessage()), e);
        }
    }

    /** Starts the server on a free port of the loopback interface; one that runs is stopped first. */
    int startAnew(Consumer<String> progress) {
        stopIfRunning();
        progress.accept("Starting PostgreSQL");
        return start(freePort());
    }

    /** The server that runs, or one started on this port. */
    int takeOver(int port, Consumer<String> progress) {
        Optional<Integer> running = process().flatMap(_ -> readyPort(data));
        if (running.isPresent()) {
            return running.get();
        }
        stopIfRunning();
        progress.accept("Starting PostgreSQL");
        return start(port);
    }

    /** Waits until it accepts connections. */
    private int start(int port) {
        List<String> options = new ArrayList<>(List.of("-p", Integer.toString(port)));
        EmbeddedDatabase.settings().forEach(setting -> options.addAll(List.of("-c", setting)));
        run(
                "pg_ctl",
                "-D",
                data.toString(),
                "-l",
                logFile.toString(),
                "-W",
                "-s",
                "-o",
                String.join(" ", options),
                "start");
        awaitConnections(port);
        return port;
    }

    void stopIfRunning() {
        if (process().isPresent()) {
            run("pg_ctl", "-D", data.toString(), "-m", "fast", "-w", "-s", "-t", "30", "stop");
        }
    }

    private Optional<ProcessHandle> process() {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(pidFile)) {
            return lines.findFirst()
                    .map(String::strip)
                    .map(Long::parseLong)
                    .filter(pid -> pid > 0)
                    .flatMap(ProcessHandle::of)
                    .filter(PostgresServer::isPostgres);
        } catch (IOException | NumberFormatException e) {
            throw new DatabaseException("%s cannot be read: %s.".formatted(pidFile, e.getMessage()), e);
        }
    }

    /** After a restart of the machine, the number in an old lock file may be another program's. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.isAlive()
                && process.info()
                        .command()
                        .map(command -> command.endsWith("/postgres"))
                        .orElse(true);
    }

    private void awaitConnections(int port) {
        long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
        while (System.nanoTime() < deadline) {
            if (isReady(port)) {
                return;
            }
            pause();
        }
        throw new DatabaseException(
                "PostgreSQL did not start within %d s; see %s.".formatted(START_TIMEOUT.toSeconds(), logFile));
    }

    /**
     * The server writes its state into the eighth line of its lock file once it is through with recovery. The port, in
     * the fourth, tells this server's file from one that a killed server left.
     */
    private boolean isReady(int port) {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
            return lines.size() > STATUS_LINE
                    && lines.get(PORT_LINE).strip().equals(Integer.toString(port))
                    && lines.get(STATUS_LINE).strip().equals("ready");
        } catch (IOException e) {
            return false;
        }
    }

    /** The port of whatever server is ready on a data directory. */
    static Optional<Integer> readyPort(Path data) {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
            return lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready")
                    ? Optional.of(Integer.parseInt(lines.get(PORT_LINE).strip()))
                    : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PROBE_INTERVAL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseException("Starting PostgreSQL was interrupted.", e);
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new DatabaseException("No free port on the loopback interface: %s.".formatted(e.getMessage()), e);
        }
    }

    private void run(String program, String... arguments) {
        List<String> command = new ArrayList<>(rootPrefix());
        command.add(binaries.program(program).toString());
        command.addAll(List.of(arguments));
        try {
            Path output = Files.createTempFile("crewyard", ".out");
            try {
                Process process = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
                if (!process.waitFor(START_TIMEOUT.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                    process.destroyForcibly();
                    throw new DatabaseException("PostgreSQL's %s failed: %s"
                            .formatted(program, lastLine(Files.readString(output, StandardCharsets.UTF_8))));
                }
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new DatabaseException("PostgreSQL's %s could not be run: %s.".formatted(program, e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseException("Starting PostgreSQL was interrupted.", e);
        }
    }

    private static String lastLine(String output) {
        return output.lines()
                .filter(line -> !line.isBlank())
                .reduce((first, second) -> second)
                .orElse("no output");
    }

    /**
     * PostgreSQL refuses to run as root. Inside a user namespace without a mapping it does not see itself as root,
     * while its files stay root's.
     */
    private static List<String> rootPrefix() {
        return "root".equals(System.getProperty("user.name")) && Files.isExecutable(Path.of("/usr/bin/unshare"))
                ? List.of("/usr/bin/unshare", "-U")
                : List.of();
    }
}
