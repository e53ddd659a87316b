package com.crewyard.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The browser of the journeys, as the system's packages bring it. */
final class Chromium {

    private static final List<Path> PLACES = List.of(
            Path.of("/usr/bin/chromium"),
            Path.of("/usr/bin/chromium-browser"),
            Path.of("/usr/bin/google-chrome"),
            Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
            Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"));

    private Chromium() {}

    /** Without it, the journeys skip themselves and say how to install it. */
    static void installWhenPossible(PrintStream out) throws IOException, InterruptedException {
        boolean mayInstall =
                "root".equals(System.getProperty("user.name")) && Files.exists(Path.of("/usr/bin/apt-get"));
        if (Stream.concat(
                                PLACES.stream(),
                                Stream.ofNullable(System.getenv("CREWYARD_CHROMIUM"))
                                        .map(Path::of))
                        .anyMatch(Files::isExecutable)
                || !mayInstall) {
            return;
        }
        out.println("Installing Chromium …");
        run("apt-get", "update", "-q");
        run("apt-get", "install", "-y", "-q", "chromium");
    }

    private static void run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        builder.start().waitFor();
    }
}
