package com.crewyard.deployment.targets.internal.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.deployment.routing.RouterKind;
import com.crewyard.deployment.targets.Target;
import com.crewyard.deployment.targets.TargetContract;
import com.crewyard.deployment.testing.SshContainers;
import com.crewyard.deployment.testing.TestImages;
import com.crewyard.hosting.spec.SshHost;
import com.crewyard.testing.BareHost;
import com.crewyard.testing.DatabaseImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SshTargetTest extends TargetContract {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<SshPlaces> PLACES = new ArrayList<>();

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        BareHost host = BareHost.get();
        List<String> told = new CopyOnWriteArrayList<>();
        try (SshMachine machine = new SshMachine(host(), Optional.of(host.identity()), PATIENCE, told::add)) {
            machine.prepare();
        }
        try (SshMachine again = new SshMachine(host(), Optional.of(host.identity()), PATIENCE, _ -> {
            throw new AssertionError("It is prepared already.");
        })) {
            again.prepare();
        }
        TestImages.app(SshContainers.engine());
        TestImages.router(SshContainers.engine(), RouterKind.HAPROXY);
    }

    @AfterAll
    static void stop() {
        PLACES.forEach(SshPlaces::close);
    }

    @Test
    void letsNobodyInButToSshAndPublishedPorts() {
        assertThat(BareHost.get().run("nft list chain inet crewyard input"))
                .contains("policy drop", "tcp dport { 22, 80, 443 } accept");
        assertThat(BareHost.get().run("sysctl -n net.netfilter.nf_conntrack_tcp_timeout_time_wait"))
                .as("a busy router does not fill the kernel's table of connections")
                .isEqualTo("10\n");
        assertThat(BareHost.get().run("apt-config dump APT::Periodic")).contains("Unattended-Upgrade \"1\"");
        assertThat(BareHost.get()
                        .run("systemctl is-enabled crewyard-firewall crewyard-containers crewyard-engine.socket"))
                .isEqualTo("enabled\nenabled\nenabled\n");
    }

    @Override
    protected Target open() {
        SshPlaces places = new SshPlaces(Optional.of(BareHost.get().identity()), PATIENCE, List.of(), _ -> {});
        PLACES.add(places);
        return places.at(host()).target(REF, folder.resolve("environment"), folder.resolve("data"));
    }

    private static SshHost host() {
        return SshHost.of(
                BareHost.USER + "@" + BareHost.get().address(),
                Optional.of(BareHost.get().key()));
    }

    @Override
    protected String front() {
        return BareHost.get().address();
    }

    @Override
    protected String image() {
        return TestImages.APP;
    }

    @Override
    protected List<String> command(String... arguments) {
        return TestImages.command(arguments);
    }

    /** Podman answers after it has started the container again; from afar we rarely ask in between. */
    @Override
    protected boolean seesEveryEnd() {
        return false;
    }

    @Override
    protected void providePostgres() {
        DatabaseImage.load(SshContainers.engine(), "18");
    }

    @Override
    protected List<String> leftovers() {
        return SshContainers.named("crewyard." + REF.label());
    }
}
