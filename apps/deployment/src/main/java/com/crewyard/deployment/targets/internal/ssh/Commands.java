package com.crewyard.deployment.targets.internal.ssh;

import com.crewyard.deployment.targets.TargetException;
import com.crewyard.deployment.targets.internal.ssh.SshConnection.Ran;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Commands of this machine that take an input and end. */
final class Commands {

    private Commands() {}

    /** @return its output, and what it said beside it behind that when it failed */
    static Ran run(List<String> command, byte[] input) {
        try {
            Process process = begin(command);
            CompletableFuture<byte[]> complaint = CompletableFuture.supplyAsync(
                    () -> {
                        try {
                            return process.getErrorStream().readAllBytes();
                        } catch (IOException e) {
                            return String.valueOf(e.getMessage()).getBytes(java.nio.charset.StandardCharsets.UTF_8);
                        }
                    },
                    task -> Thread.ofVirtual().start(task));
            Thread.ofVirtual().start(() -> give(process, input));
            byte[] output = process.getInputStream().readAllBytes();
            int code = process.waitFor();
            return new Ran(code, code == 0 ? output : joined(output, complaint.join()));
        } catch (IOException e) {
            throw new TargetException("%s cannot be run (%s).".formatted(command.getFirst(), e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TargetException("Waiting for %s was interrupted.".formatted(command.getFirst()), e);
        }
    }

    static Process begin(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LC_ALL", "C");
        try {
            return builder.start();
        } catch (IOException e) {
            throw new TargetException(
                    "There is no %s on this machine (%s); install OpenSSH's client, on Debian with apt-get install openssh-client."
                            .formatted(command.getFirst(), e.getMessage()),
                    e);
        }
    }

    private static void give(Process process, byte[] input) {
        try (OutputStream to = process.getOutputStream()) {
            to.write(input);
        } catch (IOException _) {
            // It ended without reading to the end, and says why itself.
        }
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] all = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
