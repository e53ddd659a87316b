package com.crewyard.deployment.routing.internal.site;

import com.crewyard.deployment.routing.RouterSite;
import com.crewyard.deployment.routing.RoutingException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder of this machine, and a process in a session of its own. */
public final class LocalSite implements RouterSite {

    /** What the address of a Unix socket may take (sun_path), with one byte for its end and some for temporary names. */
    private static final int LONGEST_SOCKET_PATH = 90;

    private static final int MOST_AT_ONCE = 4 * 1024 * 1024;
    private static final List<String> MORE_FOLDERS =
            List.of("/usr/sbin", "/usr/local/sbin", "/usr/local/bin", "/opt/homebrew/bin");

    private final Path folder;
    private final List<String> addresses;
    private final DetachedProcess process;

    public LocalSite(Path folder, List<String> addresses) {
        this.folder = folder.toAbsolutePath().normalize();
        this.addresses = List.copyOf(addresses);
        this.process = new DetachedProcess(this.folder);
    }

    @Override
    public List<String> addresses() {
        return addresses;
    }

    @Override
    public Provided provide() {
        try {
            create(folder);
            create(socketFolder());
            return new Provided(
                    Stream.of(folder, socketFolder())
                            .map(Path::toString)
                            .distinct()
                            .toList(),
                    "%s:%s".formatted(Files.getAttribute(folder, "unix:uid"), Files.getAttribute(folder, "unix:gid")));
        } catch (IOException e) {
            throw refused("made", "", e);
        }
    }

    @Override
    public String program(String name) {
        return Stream.concat(
                        Arrays.stream(Optional.ofNullable(System.getenv("PATH"))
                                .orElse("")
                                .split(":", -1)),
                        MORE_FOLDERS.stream())
                .map(place -> Path.of(place, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new RoutingException(
                        "%1$s is not installed on this machine; install it, on Debian with apt-get install %1$s, or choose another router."
                                .formatted(name)))
                .toString();
    }

    @Override
    public String path(String file) {
        return (file.endsWith(".sock") ? socketFolder() : folder).resolve(file).toString();
    }

    @Override
    public Optional<String> read(String file) {
        try {
            return Optional.of(Files.readString(folder.resolve(file)));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw refused("read", file, e);
        }
    }

    @Override
    public long size(String file) {
        return folder.resolve(file).toFile().length();
    }

    @Override
    public byte[] readFrom(String file, long offset) {
        try (RandomAccessFile open = new RandomAccessFile(folder.resolve(file).toFile(), "r")) {
            long left = Math.max(0, open.length() - offset);
            byte[] bytes = new byte[(int) Math.min(MOST_AT_ONCE, left)];
            open.seek(offset);
            open.readFully(bytes);
            return bytes;
        } catch (java.io.FileNotFoundException _) {
            return new byte[0];
        } catch (IOException e) {
            throw refused("read", file, e);
        }
    }

    @Override
    public void write(String file, String text) {
        Path next = folder.resolve(file + ".next");
        try {
            create(folder);
            Files.writeString(
                    next,
                    text,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.SYNC);
            Files.move(next, folder.resolve(file), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw refused("written", file, e);
        }
    }

    @Override
    public void rename(String from, String to) {
        try {
            Files.move(
                    Path.of(path(from)),
                    Path.of(path(to)),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException _) {
            // Nothing to rename.
        } catch (IOException e) {
            throw refused("renamed", from, e);
        }
    }

    @Override
    public boolean isFree(int port) {
        for (String address : addresses) {
            try (ServerSocket socket = new ServerSocket()) {
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
            } catch (IOException _) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Ran run(List<String> command) {
        try {
            create(folder);
            create(socketFolder());
            Process running = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ran(running.waitFor(), said);
        } catch (IOException e) {
            throw new RoutingException("%s cannot be run (%s).".formatted(command.getFirst(), e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RoutingException("Waiting for %s was interrupted.".formatted(command.getFirst()), e);
        }
    }

    @Override
    public Optional<String> running() {
        return process.find().map(DetachedProcess::identity);
    }

    @Override
    public void start(List<String> command) {
        try {
            create(folder);
            create(socketFolder());
            process.start(command);
        } catch (IOException e) {
            throw new RoutingException("%s cannot be started (%s).".formatted(command.getFirst(), e.getMessage()), e);
        }
    }

    @Override
    public void signal(String name) {
        process.find().ifPresent(found -> run(List.of("kill", "-" + name, String.valueOf(found.pid()))));
    }

    @Override
    public String said() {
        return process.said();
    }

    @Override
    public void stop(Duration patience) {
        process.stop(patience);
    }

    @Override
    public String ask(String socket, String question) {
        return UnixSocket.ask(Path.of(path(socket)), question);
    }

    @Override
    public void remove() {
        process.stop(Duration.ZERO);
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw refused("removed", "", e);
        }
    }

    /** Ours, unless its path is too long for sockets. */
    private Path socketFolder() {
        if (folder.resolve("long-enough-name.sock").toString().getBytes(StandardCharsets.UTF_8).length
                < LONGEST_SOCKET_PATH) {
            return folder;
        }
        return Path.of(
                "/tmp",
                "crewyard-" + System.getProperty("user.name"),
                HexFormat.of().toHexDigits(folder.toString().hashCode()));
    }

    private static void create(Path folder) throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    private RoutingException refused(String verb, String file, IOException e) {
        return new RoutingException("%s cannot be %s (%s).".formatted(folder.resolve(file), verb, e), e);
    }
}
