package com.crewyard.deployment.testing;

import com.crewyard.testing.BareHost;
import com.crewyard.testing.ContainerHost;
import java.util.List;

/** What is at the container engine of the bare host of the tests, looked at from outside of the product. */
public final class SshContainers {

    private SshContainers() {}

    /** The engine that the product has installed there. */
    public static ContainerHost engine() {
        return engine(BareHost.get());
    }

    public static ContainerHost engine(BareHost host) {
        return host.engine("/run/crewyard/engine.sock");
    }

    /** Containers, networks and volumes, and folders and rules beside them, by the beginning of their names. */
    public static List<String> named(String beginning) {
        return named(BareHost.get(), beginning);
    }

    public static List<String> named(BareHost host, String beginning) {
        return host.run("""
                        podman ps --all --format '{{.Names}}'
                        podman network ls --format '{{.Name}}'
                        podman volume ls --format '{{.Name}}'
                        for folder in environments databases; do ls /var/lib/crewyard/$folder 2>/dev/null; done | sed s/^/crewyard./
                        ls /etc/crewyard/ports /etc/crewyard/tls/sites 2>/dev/null | sed s/^/crewyard./
                        """).lines().filter(name -> name.startsWith(beginning)).toList();
    }

    public static List<String> running(String beginning) {
        return BareHost.get()
                .run("podman ps --format '{{.Names}}'")
                .lines()
                .filter(name -> name.startsWith(beginning))
                .toList();
    }
}
