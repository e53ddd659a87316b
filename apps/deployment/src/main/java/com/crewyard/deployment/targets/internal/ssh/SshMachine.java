package com.crewyard.deployment.targets.internal.ssh;

import com.crewyard.deployment.routing.Endpoint;
import com.crewyard.deployment.targets.EnvironmentRef;
import com.crewyard.deployment.targets.internal.container.EngineMachine;
import com.crewyard.deployment.targets.internal.container.Premises;
import com.crewyard.hosting.spec.SshHost;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** A machine far away, whose container engine, files and instances are reached through one SSH connection. */
public final class SshMachine implements EngineMachine {

    private final SshConnection connection;
    private final HostPreparation preparation;
    private final HostPreparation tls;

    /**
     * Opens no connection yet.
     *
     * @param identity a private key's file; empty for those of the agent and of ~/.ssh
     * @param patience how long the machine is tried again once it was reached
     * @param progress hears of what is done to the machine, before it is done
     */
    public SshMachine(SshHost host, Optional<Path> identity, Duration patience, Consumer<String> progress) {
        this.connection = new SshConnection(host, identity, patience);
        this.preparation = HostPreparation.engine(connection, progress);
        this.tls = HostPreparation.tls(connection, progress);
    }

    @Override
    public String engine() {
        return "unix://" + connection.engine();
    }

    @Override
    public String called() {
        return "on " + connection.host();
    }

    @Override
    public String remedy() {
        return "look at systemctl status crewyard-engine there, then deploy again";
    }

    @Override
    public void connect() {
        connection.open();
    }

    @Override
    public boolean isFarAway() {
        return true;
    }

    @Override
    public void prepare() {
        preparation.run();
    }

    @Override
    public boolean isPrepared() {
        return preparation.isDone();
    }

    /** The connection goes to one machine, whatever it is called there. */
    @Override
    public void require(String host) {}

    @Override
    public Endpoint reach(Endpoint there) {
        return connection.forwarded(there);
    }

    @Override
    public Premises premises(EnvironmentRef environment, Path root, Path lasting) {
        return new SshPremises(connection, environment, tls);
    }

    @Override
    public void close() {
        connection.close();
    }
}
