package com.crewyard.deployment.targets.internal.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.crewyard.deployment.targets.EnvironmentRef;
import com.crewyard.deployment.targets.TargetException;
import com.crewyard.deployment.targets.internal.container.PrivateFile;
import com.crewyard.hosting.spec.SshHost;
import com.crewyard.testing.BareHost;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may be wrong with a machine. */
class SshMachineTest {

    private static final EnvironmentRef REF = new EnvironmentRef("machine", "test");

    private final BareHost host = BareHost.get();

    @TempDir
    private Path folder;

    @Test
    void tellsEachStepBeforeItIsDoneAndDoesItOnce() {
        host.run("rm -f /var/lib/crewyard/prepared.engine");
        List<String> told = new CopyOnWriteArrayList<>();
        try (SshMachine machine = machine(BareHost.USER, told)) {
            assertThat(machine.isPrepared()).isFalse();
            machine.prepare();
            machine.prepare();
        }
        try (SshMachine another = machine(BareHost.USER, told)) {
            assertThat(another.isPrepared()).isTrue();
            another.prepare();
        }

        String at = BareHost.USER + "@" + host.address() + ": ";
        assertThat(told)
                .doesNotHaveDuplicates()
                .allSatisfy(step -> assertThat(step).startsWith(at));
        assertThat(host.run("cat /var/log/crewyard-preparation.log"))
                .contains(told.stream().map(step -> step.substring(at.length())).toList());
    }

    @Test
    void refusesAnAccountThatMayNotLogIn() {
        try (SshMachine machine = machine("nobody", List.of())) {
            assertThatThrownBy(machine::prepare)
                    .isInstanceOf(TargetException.class)
                    .hasMessageMatching(
                            "nobody@[0-9.]+ refuses the log-in \\(.*Permission denied.*\\); put your public key into .*CREWYARD_SSH_KEY\\.");
        }
    }

    @Test
    void refusesAnAccountThatCannotBecomeRoot() {
        host.run("mv /etc/sudoers.d/deploy /root/sudoers; rm -f /var/lib/crewyard/prepared.engine");
        try (SshMachine machine = machine(BareHost.USER, List.of())) {
            assertThatThrownBy(machine::prepare)
                    .isInstanceOf(TargetException.class)
                    .hasMessageMatching(
                            "On deploy@[0-9.]+ we cannot become root \\(sudo: a password is required\\); log in as root, or .*");
        } finally {
            host.run("mv /root/sudoers /etc/sudoers.d/deploy");
        }
    }

    @Test
    void saysThatTheDiskIsFullAndKeepsWhatWasThere() {
        try (SshMachine machine = machine(BareHost.USER, new CopyOnWriteArrayList<>())) {
            machine.prepare();
            host.run("""
                    install -d -o %1$s -g %1$s /var/lib/crewyard/environments
                    mount -t tmpfs -o size=16k,mode=777 small /var/lib/crewyard/environments
                    """.formatted(BareHost.USER));
            try {
                PrivateFile file = machine.premises(REF, folder, folder).file("secrets.json");
                file.write("short");

                assertThatThrownBy(() -> file.write("long ".repeat(10_000)))
                        .isInstanceOf(TargetException.class)
                        .hasMessageMatching(
                                "The disk of deploy@[0-9.]+ is full, so secrets.json cannot be written; free some space there, then deploy again\\.");
                assertThat(file.read()).hasValue("short");
            } finally {
                host.run("umount /var/lib/crewyard/environments");
            }
        }
    }

    @Test
    void goesOnWhenTheConnectionWasCut() {
        try (SshMachine machine = machine(BareHost.USER, new CopyOnWriteArrayList<>())) {
            machine.prepare();
            PrivateFile file = machine.premises(REF, folder, folder).lastingFile("values.json");
            for (int i = 0; i < 3; i++) {
                file.write("number " + i);
                host.cut();
                assertThat(file.read()).hasValue("number " + i);
            }
            machine.premises(REF, folder, folder).removeLasting();
        }
    }

    private SshMachine machine(String user, List<String> told) {
        return new SshMachine(
                SshHost.of(user + "@" + host.address(), Optional.of(host.key())),
                Optional.of(host.identity()),
                Duration.ofSeconds(60),
                told::add);
    }
}
