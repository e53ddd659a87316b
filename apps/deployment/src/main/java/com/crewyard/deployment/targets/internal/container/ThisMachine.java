package com.crewyard.deployment.targets.internal.container;

import com.crewyard.deployment.routing.Endpoint;
import com.crewyard.deployment.routing.RouterFiles;
import com.crewyard.deployment.routing.Routers;
import com.crewyard.deployment.targets.EnvironmentRef;
import com.crewyard.deployment.targets.TargetException;
import com.crewyard.deployment.targets.internal.StateFolder;
import com.crewyard.hosting.spec.AppSpec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The machine that this process runs on: folders are shared with containers, and instances are reached by their own addresses. */
record ThisMachine(String engine) implements EngineMachine {

    ThisMachine {
        if (engine.startsWith("ssh://")) {
            throw new TargetException(
                    "The container engine at %s is on another machine; deploy there with target: ssh and hosts: [%s] instead of DOCKER_HOST."
                            .formatted(
                                    engine, engine.substring("ssh://".length()).replaceFirst("/.*", "")));
        }
    }

    @Override
    public String called() {
        return "at " + engine;
    }

    @Override
    public String remedy() {
        return "start it, or name another one with DOCKER_HOST";
    }

    @Override
    public void connect() {}

    @Override
    public boolean isFarAway() {
        return false;
    }

    @Override
    public void prepare() {}

    @Override
    public boolean isPrepared() {
        return true;
    }

    @Override
    public void require(String host) {
        if (!hostName().equals(host)) {
            throw new TargetException(
                    "The container engine at %s runs on \"%s\", not on this machine; take the target ssh for it, or run ./crewyard console there and deploy with --server."
                            .formatted(engine, host));
        }
    }

    private static String hostName() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        } catch (IOException _) {
            try {
                return InetAddress.getLocalHost().getHostName();
            } catch (UnknownHostException _) {
                return "";
            }
        }
    }

    @Override
    public Endpoint reach(Endpoint there) {
        return there;
    }

    @Override
    public Premises premises(EnvironmentRef environment, Path root, Path lasting) {
        return new LocalPremises(root, lasting);
    }

    @Override
    public void close() {}

    private record LocalPremises(Path root, Path lasting) implements Premises {

        @Override
        public RouterFiles router() {
            return Routers.onThisMachine(root.resolve("router"), List.of("0.0.0.0"));
        }

        @Override
        public PrivateFile file(String name) {
            return new LocalFile(root.resolve(name));
        }

        @Override
        public PrivateFile lastingFile(String name) {
            return new LocalFile(lasting.resolve(name));
        }

        @Override
        public void securedBy(Optional<AppSpec.Tls> tls) {
            if (tls.isPresent()) {
                throw new TargetException(
                        "tls is ended on the target ssh alone; leave it out, and put a proxy with TLS before the published port.");
            }
        }

        @Override
        public void open(Map<Integer, Set<String>> ports) {}

        @Override
        public void remove() {
            new StateFolder(root).remove();
        }

        @Override
        public void removeLasting() {
            new StateFolder(lasting).remove();
        }
    }
}
