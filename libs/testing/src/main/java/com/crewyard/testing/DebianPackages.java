package com.crewyard.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What tests run is installed from Debian's packages when it is not there and this may be done. */
final class DebianPackages {

    private static final Path APT = Path.of("/usr/bin/apt-get");

    private DebianPackages() {}

    static boolean root() {
        return "root".equals(System.getProperty("user.name"));
    }

    /**
     * The test that asks ends as skipped where it cannot be done, and says so.
     *
     * @param files that are there when all is installed
     * @param without how that message begins, without a full stop: {@code "No container engine answers"}
     */
    static void provide(String without, List<String> packages, Path... files) {
        if (Stream.of(files).allMatch(Files::exists)) {
            return;
        }
        String names = String.join(", ", packages);
        assumeTrue(root(), "%s, and only root installs %s: not tried here".formatted(without, names));
        assumeTrue(
                Files.isExecutable(APT),
                "%s, and %s is installed on Debian only: not tried here".formatted(without, names));
        assumeTrue(
                installed(packages),
                "%s, and %s cannot be installed from packages: not tried here".formatted(without, names));
    }

    private static boolean installed(List<String> packages) {
        // Tests of another process may be installing as well.
        List<String> command = new ArrayList<>(List.of(
                APT.toString(), "-o", "DPkg::Lock::Timeout=300", "install", "-y", "-q", "--no-install-recommends"));
        command.addAll(packages);
        try {
            Process install = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return install.waitFor(5, TimeUnit.MINUTES) && install.exitValue() == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
