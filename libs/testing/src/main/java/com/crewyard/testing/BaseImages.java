package com.crewyard.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The images that Dockerfiles begin with, under their names, since no registry is asked in tests: a Debian made of its packages, and
 * one with this machine's JDK. Their files are kept in the user's cache folder. An engine that has them keeps its own.
 */
public final class BaseImages {

    private static final String RELEASE = "bookworm";
    private static final Duration FRESH = Duration.ofDays(30);
    private static final String SEARCHED = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    private BaseImages() {}

    /** Debian 12 with what is essential and apt. */
    public static void debian(ContainerHost host) {
        String reference = "docker.io/library/debian:12-slim";
        if (!host.socket().has(reference)) {
            host.socket().create(debian(), reference, List.of("ENV PATH=" + SEARCHED, "CMD [\"bash\"]"));
        }
    }

    /** The same with the JDK that runs here, where Temurin's images have theirs. */
    public static void jdk(ContainerHost host) {
        String reference = "docker.io/library/eclipse-temurin:25-jdk";
        if (!host.socket().has(reference)) {
            host.socket()
                    .create(
                            jdk(),
                            reference,
                            List.of(
                                    "ENV JAVA_HOME=/opt/java/openjdk",
                                    "ENV PATH=/opt/java/openjdk/bin:" + SEARCHED,
                                    "CMD [\"jshell\"]"));
        }
    }

    private static Path debian() {
        DebianPackages.provide("No registry is asked", List.of("mmdebstrap"), Path.of("/usr/bin/mmdebstrap"));
        return kept(
                "debian-" + RELEASE,
                file -> run(
                        "mmdebstrap",
                        "--quiet",
                        "--variant=apt",
                        "--aptopt=APT::Install-Recommends \"false\"",
                        "--dpkgopt=path-exclude=/usr/share/man/*",
                        "--dpkgopt=path-exclude=/usr/share/locale/*",
                        "--dpkgopt=path-exclude=/usr/share/doc/*",
                        RELEASE,
                        file.toString()));
    }

    private static Path jdk() {
        Path home = Path.of(System.getProperty("java.home"));
        Path debian = debian();
        return kept("debian-%s-jdk-%s".formatted(RELEASE, Runtime.version()), file -> {
            Files.copy(debian, file, StandardCopyOption.REPLACE_EXISTING);
            run(
                    "tar",
                    "--append",
                    "--dereference",
                    "--owner=0",
                    "--group=0",
                    "--file=" + file,
                    "--directory=" + home.getParent(),
                    "--exclude=src.zip",
                    "--transform=s,^%s,./opt/java/openjdk,".formatted(home.getFileName()),
                    Objects.toString(home.getFileName()));
        });
    }

    private interface Making {
        void make(Path file) throws IOException;
    }

    private static Path kept(String name, Making making) {
        Path file = HostImage.cache().resolve(name + ".tar");
        try {
            if (!Files.exists(file)
                    || Files.getLastModifiedTime(file)
                            .toInstant()
                            .isBefore(Instant.now().minus(FRESH))) {
                Path next = HostImage.cache()
                        .resolve("%s.%d.tar"
                                .formatted(name, ProcessHandle.current().pid()));
                try {
                    making.make(next);
                    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                } finally {
                    Files.deleteIfExists(next);
                }
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assumeTrue(
                    process.waitFor() == 0,
                    "%s makes no base image: not tried here; %s".formatted(command[0], said.strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
