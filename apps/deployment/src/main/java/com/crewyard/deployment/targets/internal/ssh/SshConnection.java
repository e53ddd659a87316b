package com.crewyard.deployment.targets.internal.ssh;

import com.crewyard.deployment.routing.Endpoint;
import com.crewyard.deployment.targets.TargetException;
import com.crewyard.deployment.targets.internal.StateFolder;
import com.crewyard.hosting.spec.SshHost;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A connection that all commands and forwards share, made by the system's own {@code ssh}: the user's agent, keys, configuration and
 * jump hosts count as they do by hand. It ends with this process, however that ends, since it lives on what we hold open.
 */
final class SshConnection implements AutoCloseable {

    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(500);
    private static final Duration UNTIL_THE_END_IS_SEEN = Duration.ofSeconds(2);
    private static final int MOST_ATTEMPTS = 8;
    /** SSH servers take ten on a connection unless told otherwise (sshd_config(5), MaxSessions). */
    private static final int MOST_COMMANDS_AT_ONCE = 8;

    /** Of ssh itself, when the connection is not there (ssh(1), exit status). */
    private static final int NO_CONNECTION = 255;

    private final SshHost host;
    private final Duration patience;
    private final HostKey key;
    private final Path folder;
    private final SshOptions options;
    private final Map<String, String> forwards = new HashMap<>();
    private final Semaphore turns = new Semaphore(MOST_COMMANDS_AT_ONCE);
    private @Nullable SshMaster master;
    private boolean wasOpen;
    private boolean hooked;

    /**
     * @param identity a private key's file; empty for those of the agent and of ~/.ssh
     * @param patience how long a connection that was there before is tried again
     */
    SshConnection(SshHost host, Optional<Path> identity, Duration patience) {
        this.host = host;
        this.patience = patience;
        // The addresses of Unix sockets are short (unix(7), 108 bytes), and temporary folders of users may not be.
        this.folder = Path.of("/tmp", "crewyard-ssh-" + UUID.randomUUID());
        this.key = new HostKey(host, folder);
        this.options = new SshOptions(host, key, identity, folder.resolve("control"));
    }

    /** What a command said on both its outputs, and how it ended. */
    record Ran(int exitCode, byte[] bytes) {

        String said() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    SshHost host() {
        return host;
    }

    /** A Unix socket of this machine for the container engine's; the same whenever the connection is made anew. */
    Path engine() {
        return folder.resolve("engine.sock");
    }

    /** Makes the connection unless it is there. One that was lost is tried again for a while. */
    synchronized SshMaster open() {
        if (master != null && master.isAlive()) {
            return master;
        }
        forwards.clear();
        provide();
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                master = SshMaster.start(options.all(), host, key, engine());
                wasOpen = true;
                return master;
            } catch (UnreachableException e) {
                if (!wasOpen || System.nanoTime() > deadline) {
                    wasOpen = false;
                    throw e;
                }
                pause();
            }
        }
    }

    /** The folder goes when the connection is closed, and comes again for who asks afterwards. */
    private void provide() {
        try {
            if (!hooked) {
                Runtime.getRuntime().addShutdownHook(new Thread(this::close));
                hooked = true;
            }
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            key.provide();
        } catch (IOException e) {
            throw new TargetException("%s cannot be made (%s).".formatted(folder, e.getMessage()), e);
        }
    }

    /** Runs a script of a POSIX shell; put again when the connection is cut, so it bears that. */
    Ran run(String script, byte[] input) {
        return remotely("sh -c " + quoted(script), input);
    }

    /** As root. */
    Ran asRoot(String script) {
        // Read to its end before it begins, since what it runs may read its input too.
        return remotely("sudo -n sh -c 'exec sh -c \"$(cat)\"'", script.getBytes(StandardCharsets.UTF_8));
    }

    /** As root; the script has no secrets in it, since it is among the host's processes for as long as it runs. */
    Ran asRoot(String script, String input) {
        return remotely("sudo -n sh -c " + quoted(script), input.getBytes(StandardCharsets.UTF_8));
    }

    private Ran remotely(String command, byte[] input) {
        for (int attempt = 1; ; attempt++) {
            open();
            List<String> whole = options.client();
            whole.addAll(List.of("-T", host.destination(), command));
            Ran ran = inTurn(whole, input);
            if (ran.exitCode() != NO_CONNECTION) {
                return ran;
            }
            if (attempt == MOST_ATTEMPTS) {
                throw new UnreachableException(
                        "The connection to %s is cut again and again (%s); look at its network, then deploy again."
                                .formatted(host, ran.said().strip()));
            }
            pause();
        }
    }

    private Ran inTurn(List<String> command, byte[] input) {
        turns.acquireUninterruptibly();
        try {
            return Commands.run(command, input);
        } finally {
            turns.release();
        }
    }

    /**
     * A socket of this machine that leads to one of the host.
     *
     * @param master what holds it
     */
    record Forward(Path socket, SshMaster master) {}

    synchronized Forward forwarded(String socket) {
        SshMaster holder = open();
        Path local = folder.resolve("s" + Integer.toHexString(socket.hashCode()) + ".sock");
        if (!forwards.containsKey(socket)) {
            holder = forward(() -> local + ":" + socket);
            forwards.put(socket, local.toString());
        }
        return new Forward(local, holder);
    }

    /** Whether a forward that just failed did so with the whole connection. */
    boolean isCut(Forward forward) {
        return forward.master().endsWithin(UNTIL_THE_END_IS_SEEN);
    }

    /** A port of this machine's loopback that leads to an address of the host's networks. */
    synchronized Endpoint forwarded(Endpoint there) {
        open();
        String address = there.host() + ":" + there.port();
        if (!forwards.containsKey(address)) {
            AtomicInteger port = new AtomicInteger();
            forward(() -> {
                port.set(freePort());
                return "127.0.0.1:%d:%s".formatted(port.get(), address);
            });
            forwards.put(address, port.toString());
        }
        return new Endpoint(there.instance(), "127.0.0.1", Integer.parseInt(forwards.getOrDefault(address, "")));
    }

    /** @param what asked for with each attempt */
    private SshMaster forward(Supplier<String> what) {
        for (int attempt = 1; ; attempt++) {
            SshMaster holder = open();
            List<String> command = options.client();
            command.addAll(List.of("-O", "forward", "-L", what.get(), host.destination()));
            Ran ran = Commands.run(command, new byte[0]);
            if (ran.exitCode() == 0) {
                return holder;
            }
            if (attempt == MOST_ATTEMPTS) {
                throw new UnreachableException(
                        "Nothing can be forwarded to %s (%s); look at AllowTcpForwarding in its sshd_config."
                                .formatted(host, ran.said().strip()));
            }
            pause();
        }
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new TargetException("No port of this machine is free (%s).".formatted(e.getMessage()), e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_ATTEMPTS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TargetException("Waiting for a connection was interrupted.", e);
        }
    }

    @Override
    public synchronized void close() {
        if (master != null) {
            master.close();
            master = null;
        }
        new StateFolder(folder).remove();
    }
}
