package com.crewyard.deployment.targets.internal.ssh;

import com.crewyard.hosting.spec.SshHost;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What every ssh of a connection is told, over what the user's configuration says.
 *
 * @param identity a private key's file; empty for those of the agent and of ~/.ssh
 * @param control the socket by which commands find the connection
 */
record SshOptions(SshHost host, HostKey key, Optional<Path> identity, Path control) {

    private static final List<String> ALWAYS = List.of(
            "BatchMode=yes",
            "ConnectTimeout=10",
            "ServerAliveInterval=5",
            "ServerAliveCountMax=3",
            "ExitOnForwardFailure=yes",
            "StreamLocalBindMask=0177",
            "StreamLocalBindUnlink=yes",
            "ForwardAgent=no",
            "ForwardX11=no",
            "RemoteCommand=none",
            "LogLevel=ERROR");

    /** The beginning of a command that makes the connection. */
    List<String> all() {
        List<String> options = new ArrayList<>(List.of("ssh", "-S", control.toString()));
        options.addAll(key.options());
        for (String option : ALWAYS) {
            options.addAll(List.of("-o", option));
        }
        identity.ifPresent(file -> options.addAll(List.of("-i", file.toString(), "-o", "IdentitiesOnly=yes")));
        host.port().ifPresent(port -> options.addAll(List.of("-p", String.valueOf(port))));
        return options;
    }

    /** The beginning of a command that uses it. */
    List<String> client() {
        List<String> command = all();
        command.addAll(List.of("-o", "ControlMaster=no"));
        return command;
    }
}
