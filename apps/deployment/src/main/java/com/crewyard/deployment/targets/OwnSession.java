package com.crewyard.deployment.targets;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Gives a process a session of its own, so that an interrupt at a terminal does not reach it and its group can be ended. */
public final class OwnSession {

    private static final List<String> SETSID = List.of("/usr/bin/setsid", "/bin/setsid");
    private static final Path PERL = Path.of("/usr/bin/perl");

    private OwnSession() {}

    /** What stands before the command; empty where the system has nothing for it. */
    public static List<String> prefix() {
        for (String setsid : SETSID) {
            if (Files.isExecutable(Path.of(setsid))) {
                return List.of(setsid);
            }
        }
        return Files.isExecutable(PERL)
                ? List.of(PERL.toString(), "-e", "use POSIX; POSIX::setsid(); exec { $ARGV[0] } @ARGV;")
                : List.of();
    }
}
