package com.crewyard.deployment.targets.internal.ssh;

import com.crewyard.deployment.targets.TargetException;
import com.crewyard.deployment.targets.internal.FullDisk;
import com.crewyard.deployment.targets.internal.ssh.SshConnection.Ran;
import com.crewyard.hosting.spec.SshHost;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Gets something ready on a bare Debian or Ubuntu: a few steps, each of which may be repeated. They are in one script, so that what is
 * shown and recorded is what runs; the mark that it was run is a file of the host with the script's digest.
 */
final class HostPreparation {

    /** Of the engine, on the host. */
    static final String ENGINE_SOCKET = "/run/crewyard/engine.sock";
    /** What environments keep there. */
    static final String FOLDER = "/var/lib/crewyard";

    private static final String STEP = "#: ";

    private final SshConnection connection;
    private final String name;
    private final Consumer<String> progress;
    private boolean done;

    private HostPreparation(SshConnection connection, String name, Consumer<String> progress) {
        this.connection = connection;
        this.name = name;
        this.progress = progress;
    }

    /**
     * Makes a container host.
     *
     * @param progress hears of each step before it is done
     */
    static HostPreparation engine(SshConnection connection, Consumer<String> progress) {
        return new HostPreparation(connection, "engine", progress);
    }

    /** Puts Caddy before the routers of a container host. */
    static HostPreparation tls(SshConnection connection, Consumer<String> progress) {
        return new HostPreparation(connection, "tls", progress);
    }

    /** @param title what it is for */
    private record Step(String title, String script) {}

    synchronized boolean isDone() {
        if (!done) {
            Ran ran = connection.run("cat %s 2>/dev/null || true".formatted(mark()), new byte[0]);
            done = ran.said().strip().equals(digest());
        }
        return done;
    }

    synchronized void run() {
        if (isDone()) {
            return;
        }
        SshHost host = connection.host();
        require(host);
        String account = connection
                .run("echo \"$(id -un) $(id -gn) ${SSH_CONNECTION##* }\"", new byte[0])
                .said()
                .strip();
        List<Step> steps = steps();
        for (Step step : steps) {
            progress.accept("%s: %s".formatted(host, step.title()));
            Ran ran = connection.asRoot(prologue(step, account) + step.script());
            if (ran.exitCode() != 0) {
                throw refused(host, step, ran);
            }
        }
        Ran marked = connection.asRoot("echo %s > %s".formatted(digest(), mark()));
        if (marked.exitCode() != 0) {
            throw refused(host, steps.getLast(), marked);
        }
        done = true;
    }

    /** One engine at a time, and what is done is on record there. */
    private static String prologue(Step step, String account) {
        return """
                set -eu
                exec 9>/run/crewyard.lock; flock 9
                set -- %s
                date -u +%%FT%%TZ >> /var/log/crewyard-preparation.log
                cat >> /var/log/crewyard-preparation.log <<'END-OF-RECORD'
                # %s
                %sEND-OF-RECORD
                """.formatted(account, step.title(), step.script());
    }

    private void require(SshHost host) {
        Ran root = connection.asRoot("true");
        if (root.exitCode() != 0) {
            throw new TargetException(
                    "On %s we cannot become root (%s); log in as root, or let the account use sudo without a password: echo \"$USER ALL=(ALL) NOPASSWD: ALL\" in /etc/sudoers.d."
                            .formatted(host, lastLine(root)));
        }
    }

    private static TargetException refused(SshHost host, Step step, Ran ran) {
        String said = ran.said();
        if (FullDisk.isToldBy(said) || said.contains("You don't have enough free space")) {
            return new TargetException(
                    "The disk of %s is full, so it cannot be prepared (%s); free some space there, then deploy again."
                            .formatted(host, step.title()));
        }
        return new TargetException("%s cannot be prepared: %s ended with exit code %d, after saying \"%s\"."
                .formatted(host, step.title(), ran.exitCode(), lastLine(ran)));
    }

    static String lastLine(Ran ran) {
        return ran.said()
                .lines()
                .filter(line -> !line.isBlank())
                .reduce((_, second) -> second)
                .orElse("")
                .strip();
    }

    private String mark() {
        return "%s/prepared.%s".formatted(FOLDER, name);
    }

    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (String part : script().split("(?m)^" + STEP, -1)) {
            int end = part.indexOf('\n');
            if (!part.startsWith("#!") && end > 0) {
                steps.add(new Step(part.substring(0, end).strip(), part.substring(end + 1)));
            }
        }
        return steps;
    }

    private String digest() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(script().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String script() {
        String file = "prepare-%s.sh".formatted(name);
        try (InputStream stream = Objects.requireNonNull(HostPreparation.class.getResourceAsStream(file), file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(file + " cannot be read", e);
        }
    }
}
