package com.crewyard.deployment.targets.internal.ssh;

import com.crewyard.deployment.targets.TargetException;
import com.crewyard.hosting.spec.SshHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * Which key a host may show: the one that is pinned beside its address, or else one of the user's known hosts. ssh asks a small script
 * of ours for keys it may trust, and tells it the one that is shown (ssh_config(5), KnownHostsCommand), so a refusal can name it.
 */
final class HostKey {

    private static final String SCRIPT = """
            #!/bin/sh
            [ "$1" = HOSTNAME ] || exit 0
            echo "$3 $4" > "$0.shown"
            [ "$4" = "%s" ] && echo "$2 $3 $5"
            exit 0
            """;

    private final SshHost host;
    private final Path script;

    HostKey(SshHost host, Path folder) {
        this.host = host;
        this.script = folder.resolve("key");
    }

    /** Puts the script where ssh finds it. */
    void provide() throws IOException {
        Files.writeString(script, SCRIPT.formatted(host.key().orElse("")));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }

    /** For ssh. */
    List<String> options() {
        List<String> options = new ArrayList<>(List.of(
                "-o", "StrictHostKeyChecking=yes",
                "-o", "UpdateHostKeys=no",
                "-o", "KnownHostsCommand=%s %%I %%H %%t %%f %%K".formatted(script)));
        if (host.key().isPresent()) {
            options.addAll(List.of("-o", "UserKnownHostsFile=/dev/null", "-o", "GlobalKnownHostsFile=/dev/null"));
        }
        return options;
    }

    /** @param words of ssh */
    TargetException refusal(String words) {
        String shown = shown();
        if (shown.isEmpty()) {
            return new TargetException("The host key of %s cannot be checked (%s); look with ssh %s what it shows."
                    .formatted(host, words, host.destination()));
        }
        return new TargetException(host.key()
                .map(pinned ->
                        "%s shows the host key %s, and %s is pinned; if the machine was set up anew, compare with ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub there and change key beside its address, otherwise somebody is in between."
                                .formatted(host, shown, pinned))
                .orElseGet(() ->
                        "%s shows the host key %s, which is not among your known hosts; compare with ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub there, then pin it as key beside its address in hosts."
                                .formatted(host, shown)));
    }

    /** As {@code SHA256:…}; empty when none was shown. */
    private String shown() {
        try {
            String[] typeAndPrint =
                    Files.readString(script.resolveSibling("key.shown")).strip().split(" ", -1);
            return typeAndPrint[typeAndPrint.length - 1];
        } catch (IOException _) {
            return "";
        }
    }
}
