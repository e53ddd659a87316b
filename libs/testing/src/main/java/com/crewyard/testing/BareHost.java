package com.crewyard.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A bare Debian with an SSH server for tests: its own root filesystem above this machine's, processes, network address and systemd, made
 * with {@code systemd-nspawn}. Nothing of this machine's is changed, and all of it goes when the tests' process ends.
 */
public final class BareHost {

    /** Whom to log in as; may use sudo without a password. */
    public static final String USER = "deploy";

    private static final Duration LONGEST_START = Duration.ofSeconds(120);
    private static final Object LOCK = new Object();

    private static final Map<Integer, BareHost> STARTED = new HashMap<>();

    private final Path folder;
    private final Process process;
    private final String address;
    private final String key;

    private BareHost(Path folder, Process process, String address, String key) {
        this.folder = folder;
        this.process = process;
        this.address = address;
        this.key = key;
    }

    /** The one of this process. The test that asks ends as skipped, with the reason, where there can be none. */
    public static BareHost get() {
        return get(1);
    }

    /** A second one, for the same key. */
    public static BareHost another() {
        return get(2);
    }

    private static BareHost get(int number) {
        synchronized (LOCK) {
            BareHost found = STARTED.get(number);
            if (found != null) {
                return found;
            }
            assumeTrue(
                    "root".equals(System.getProperty("user.name")),
                    "A machine of its own for SSH is made by root only: not tried here");
            try {
                install();
                BareHost host = started(number);
                STARTED.put(number, host);
                return host;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** Of IPv4; its SSH server is on port 22. */
    public String address() {
        return address;
    }

    /** The file of the private key that the account takes. */
    public Path identity() {
        return folder.resolve("identity");
    }

    /** The fingerprint of its host key, as {@code SHA256:…}. */
    public String key() {
        return key;
    }

    /** A container engine that listens on a socket of the host. */
    public ContainerHost engine(String socket) {
        return ContainerHost.at("unix:///proc/%d/root%s".formatted(init(), socket));
    }

    /** Runs a script there as root, past SSH, and tells what it said. */
    public String run(String script) {
        try {
            return output(List.of(
                    "nsenter",
                    "--target",
                    String.valueOf(init()),
                    "--mount",
                    "--uts",
                    "--ipc",
                    "--net",
                    "--pid",
                    "/bin/sh",
                    "-c",
                    script));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends all SSH connections at once, as a network does that fails. */
    public void cut() {
        run("""
                for process in $(pgrep -x sshd); do
                  parent=$(cut -d' ' -f4 /proc/$process/stat 2>/dev/null)
                  [ "$parent" = 1 ] || kill -9 $process 2>/dev/null
                done
                true
                """);
    }

    /** Ends its SSH server with all connections, or starts it again; what else runs there goes on. */
    public void listensToSsh(boolean wanted) {
        run(wanted ? "systemctl start ssh" : "systemctl stop ssh");
        if (!wanted) {
            cut();
        }
    }

    private long init() {
        return process.children()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the host has ended: " + said(folder)))
                .pid();
    }

    private static void install() throws IOException, InterruptedException {
        List<String> missing = new ArrayList<>();
        if (!Files.isExecutable(Path.of("/usr/bin/systemd-nspawn"))) {
            missing.add("systemd-container");
        }
        if (!Files.isExecutable(Path.of("/lib/systemd/systemd"))) {
            missing.add("systemd");
        }
        if (!Files.isExecutable(Path.of("/usr/bin/ssh"))) {
            missing.add("openssh-client");
        }
        if (Stream.of("/usr/sbin/nft", "/sbin/nft").map(Path::of).noneMatch(Files::isExecutable)) {
            missing.add("nftables");
        }
        if (missing.isEmpty()) {
            return;
        }
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/apt-get")),
                "A machine of its own for SSH takes %s, which is installed on Debian only: not tried here"
                        .formatted(missing));
        List<String> command = new ArrayList<>(List.of("apt-get", "install", "-y", "-q", "--no-install-recommends"));
        command.addAll(missing);
        Process install = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        boolean done = install.waitFor(5, TimeUnit.MINUTES) && install.exitValue() == 0;
        assumeTrue(
                done,
                "A machine of its own for SSH takes %s, which cannot be installed from packages: not tried here"
                        .formatted(missing));
    }

    private static BareHost started(int which) throws IOException, InterruptedException {
        long number = ProcessHandle.current().pid();
        String name = "cy%d-%d".formatted(number % 10_000_000, which);
        String network = "10.%d.%d.".formatted(197 + which, number / 64 % 256);
        long first = number % 64 * 4;
        Path folder = Files.createTempDirectory("crewyard-host");
        provideKey(folder, which);
        Path script = folder.resolve("bare-host.sh");
        try (InputStream stream =
                Objects.requireNonNull(BareHost.class.getResourceAsStream("bare-host.sh"), "bare-host.sh")) {
            Files.copy(stream, script);
        }
        Process process = new ProcessBuilder(
                        "unshare",
                        "--mount",
                        "--propagation",
                        "private",
                        "sh",
                        script.toString(),
                        folder.toString(),
                        name,
                        network + (first + 2),
                        network + (first + 1),
                        Files.readString(folder.resolve("identity.pub")).strip())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("host.log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process, folder, name)));
        await(process, folder, () -> Files.exists(Path.of("/sys/class/net/ve-" + name)));
        output(List.of("ip", "address", "add", network + (first + 1) + "/30", "dev", "ve-" + name));
        output(List.of("ip", "link", "set", "ve-" + name, "up"));
        output(List.of("sysctl", "-q", "-w", "net.ipv4.ip_forward=1"));
        output(List.of("nft", """
                table ip crewyard-%1$s {
                  chain out { type nat hook postrouting priority 100; ip saddr %2$s masquerade; }
                }
                """.formatted(name, network + (first + 2))));
        await(process, folder, () -> listens(network + (first + 2)));
        return new BareHost(
                folder,
                process,
                network + (first + 2),
                Files.readString(folder.resolve("key")).split(" ", -1)[1]);
    }

    /** One for all of them, as people have one for all their machines. */
    private static void provideKey(Path folder, int which) throws IOException, InterruptedException {
        if (which > 1) {
            Path identity = get(1).identity();
            Files.copy(identity, folder.resolve("identity"));
            Files.copy(identity.resolveSibling("identity.pub"), folder.resolve("identity.pub"));
            return;
        }
        output(List.of(
                "ssh-keygen",
                "-q",
                "-t",
                "ed25519",
                "-N",
                "",
                "-f",
                folder.resolve("identity").toString()));
    }

    private interface Condition {
        boolean holds();
    }

    private static void await(Process process, Path folder, Condition condition) throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (!condition.holds()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new IllegalStateException("the host does not start: " + said(folder));
            }
            Thread.sleep(50);
        }
    }

    private static boolean listens(String address) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, 22), 500);
            socket.setSoTimeout(2000);
            return socket.getInputStream().read() == 'S';
        } catch (IOException _) {
            return false;
        }
    }

    private static String output(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("%s said: %s".formatted(command.getFirst(), said));
        }
        return said;
    }

    private static String said(Path folder) {
        try {
            return Files.readString(folder.resolve("host.log"));
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static void end(Process process, Path folder, String name) {
        try {
            process.destroy();
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                process.waitFor(5, TimeUnit.SECONDS);
            }
            output(List.of("nft", "delete", "table", "ip", "crewyard-" + name));
            output(List.of("rm", "-rf", "--one-file-system", folder.toString()));
        } catch (IOException | IllegalStateException _) {
            // Temporary folders are cleared by the system as well.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
