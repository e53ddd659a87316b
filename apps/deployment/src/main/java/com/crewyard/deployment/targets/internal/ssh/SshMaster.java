package com.crewyard.deployment.targets.internal.ssh;

import com.crewyard.deployment.targets.TargetException;
import com.crewyard.hosting.spec.SshHost;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The process that holds a connection. Its command at the host reads what we never write, so that it ends when this process does.
 *
 * @param process of ssh
 */
record SshMaster(Process process) implements AutoCloseable {

    private static final String READY = "crewyard is connected";
    private static final String ENGINE = HostPreparation.ENGINE_SOCKET;

    /** @throws UnreachableException when a later attempt may succeed */
    static SshMaster start(List<String> options, SshHost host, HostKey key, Path engine) {
        List<String> command = new ArrayList<>(options);
        command.addAll(List.of("-M", "-T", "-o", "ControlPersist=no", "-L", engine + ":" + ENGINE));
        command.addAll(List.of(host.destination(), "echo %s; exec cat".formatted(READY)));
        try {
            Process process = Commands.begin(command);
            CompletableFuture<String> complaint = CompletableFuture.supplyAsync(
                    () -> read(process.errorReader()),
                    task -> Thread.ofVirtual().start(task));
            BufferedReader output = process.inputReader();
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.endsWith(READY)) {
                    return new SshMaster(process);
                }
            }
            process.waitFor();
            throw refusal(host, key, complaint.join().strip());
        } catch (IOException e) {
            throw new TargetException("ssh cannot be read from (%s).".formatted(e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TargetException("Connecting to %s was interrupted.".formatted(host), e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    boolean endsWithin(Duration patience) {
        try {
            return process.waitFor(patience);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    private static String read(BufferedReader reader) {
        StringBuilder all = new StringBuilder();
        reader.lines().forEach(line -> all.append(line).append('\n'));
        return all.toString();
    }

    /** What ssh says is for people and stable over the years; its own last line is told. */
    private static TargetException refusal(SshHost host, HostKey key, String complaint) {
        String words = complaint.toLowerCase(Locale.ROOT);
        String last = complaint
                .lines()
                .reduce((_, second) -> second)
                .orElse("it ended the connection without a word")
                .strip();
        if (words.contains("host key") && !words.contains("permission denied")) {
            return key.refusal(last);
        }
        if (words.contains("permission denied") || words.contains("too many authentication failures")) {
            return new TargetException(
                    "%s refuses the log-in (%s); put your public key into ~/.ssh/authorized_keys there, or name the file of another private key in CREWYARD_SSH_KEY."
                            .formatted(host, last));
        }
        return new UnreachableException(
                "%s cannot be reached over SSH (%s); check the address, that the machine is up, and that its firewall lets you in."
                        .formatted(host, last));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
