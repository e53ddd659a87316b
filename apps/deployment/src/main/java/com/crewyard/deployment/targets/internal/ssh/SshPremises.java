package com.crewyard.deployment.targets.internal.ssh;

import com.crewyard.deployment.routing.RouterFiles;
import com.crewyard.deployment.targets.EnvironmentRef;
import com.crewyard.deployment.targets.TargetException;
import com.crewyard.deployment.targets.internal.container.Premises;
import com.crewyard.deployment.targets.internal.container.PrivateFile;
import com.crewyard.deployment.targets.internal.ssh.SshConnection.Ran;
import com.crewyard.hosting.spec.AppSpec;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Folders of an environment on a host. */
final class SshPremises implements Premises {

    private final SshConnection connection;
    private final EnvironmentRef environment;
    private final TlsFront tls;
    private Map<Integer, Set<String>> open = Map.of();

    /** @param tls what the host needs to end TLS */
    SshPremises(SshConnection connection, EnvironmentRef environment, HostPreparation tls) {
        this.connection = connection;
        this.environment = environment;
        this.tls = new TlsFront(connection, tls, environment.label(), file("tls.json"));
    }

    @Override
    public RouterFiles router() {
        return new SshRouterFiles(
                new SshFolder(connection, folder("environments") + "/router"),
                "%s/sockets/%08x"
                        .formatted(HostPreparation.FOLDER, environment.label().hashCode()));
    }

    @Override
    public PrivateFile file(String name) {
        return new SshFile(new SshFolder(connection, folder("environments")), name);
    }

    @Override
    public PrivateFile lastingFile(String name) {
        return new SshFile(new SshFolder(connection, folder("databases")), name);
    }

    private record SshFile(SshFolder folder, String name) implements PrivateFile {

        @Override
        public Optional<String> read() {
            return folder.read(name);
        }

        @Override
        public void write(String text) {
            folder.write(name, text);
        }

        @Override
        public String called() {
            return folder.called(name);
        }
    }

    @Override
    public synchronized void securedBy(Optional<AppSpec.Tls> wanted) {
        tls.choose(wanted);
        open = Map.of();
    }

    /** Ports that are behind TLS stay closed. */
    @Override
    public synchronized void open(Map<Integer, Set<String>> ports) {
        if (ports.equals(open)) {
            return;
        }
        Set<Integer> behind = tls.serve(ports);
        String list = ports.keySet().stream()
                .filter(port -> !behind.contains(port))
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
        firewall("printf '%%s\\n' %s > %s".formatted(list, portsFile()));
        open = Map.copyOf(ports);
    }

    @Override
    public synchronized void remove() {
        tls.serve(Map.of());
        firewall("rm -f " + portsFile());
        open = Map.of();
        new SshFolder(connection, folder("environments")).remove();
    }

    @Override
    public void removeLasting() {
        new SshFolder(connection, folder("databases")).remove();
    }

    /** More than once, for podman may change the kernel's rules at the same moment. */
    private void firewall(String change) {
        Ran ran = connection.asRoot("""
                set -e
                %s
                for attempt in 1 2 3; do
                    systemctl reload-or-restart crewyard-firewall 2>/dev/null && exit 0
                    sleep 1
                done
                journalctl -u crewyard-firewall -o cat -n 20 | grep -v '^crewyard-firewall' | tail -1
                exit 1
                """.formatted(change));
        if (ran.exitCode() != 0) {
            throw new TargetException("The firewall of %s refuses its rules (%s); look at /etc/crewyard/ports there."
                    .formatted(connection.host(), HostPreparation.lastLine(ran)));
        }
    }

    private String portsFile() {
        return "/etc/crewyard/ports/" + environment.label();
    }

    private String folder(String kind) {
        return "%s/%s/%s".formatted(HostPreparation.FOLDER, kind, environment.label());
    }
}
