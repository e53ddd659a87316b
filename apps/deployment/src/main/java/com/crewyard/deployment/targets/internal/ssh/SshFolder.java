package com.crewyard.deployment.targets.internal.ssh;

import com.crewyard.deployment.targets.TargetException;
import com.crewyard.deployment.targets.internal.FullDisk;
import com.crewyard.deployment.targets.internal.ssh.SshConnection.Ran;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A folder of a host that only our account may read.
 *
 * @param path without blanks or quotes, as names of applications and environments have none
 */
record SshFolder(SshConnection connection, String path) {

    private static final int MISSING = 66; // EX_NOINPUT of sysexits.h

    Optional<String> read(String file) {
        return readFrom(file, 0).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** Some megabytes of it, at most. */
    Optional<byte[]> readFrom(String file, long offset) {
        Ran ran = connection.run(
                "cd %s 2>/dev/null && test -e %s || exit %d; tail -c +%d %s | head -c 4194304"
                        .formatted(path, file, MISSING, offset + 1, file),
                new byte[0]);
        return ran.exitCode() == MISSING
                ? Optional.empty()
                : Optional.of(done("read", file, ran).bytes());
    }

    void write(String file, String text) {
        String script =
                "umask 077; mkdir -p %1$s && cd %1$s && cat > %2$s.next && sync %2$s.next && mv -f %2$s.next %2$s"
                        .formatted(path, file);
        done("written", file, connection.run(script, text.getBytes(StandardCharsets.UTF_8)));
    }

    void remove() {
        done("removed", "", connection.run("rm -rf " + path, new byte[0]));
    }

    String called(String file) {
        return "%s/%s on %s".formatted(path, file, connection.host());
    }

    Ran done(String verb, String file, Ran ran) {
        if (ran.exitCode() == 0) {
            return ran;
        }
        if (FullDisk.isToldBy(ran.said())) {
            throw new TargetException(
                    "The disk of %s is full, so %s cannot be %s; free some space there, then deploy again."
                            .formatted(connection.host(), file, verb));
        }
        throw new TargetException(
                "%s cannot be %s (%s); look whose it is.".formatted(called(file), verb, HostPreparation.lastLine(ran)));
    }
}
