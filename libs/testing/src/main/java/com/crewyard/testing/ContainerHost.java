package com.crewyard.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A container engine for tests: the one of {@code DOCKER_HOST} or of the usual socket when it answers, otherwise a podman of our own,
 * installed from Debian's packages where that may be done. Its configuration, storage and networks are in a folder of their own, and
 * go when the tests' process ends. Nothing is pulled; {@link HostImage} makes images.
 */
public final class ContainerHost {

    private static final Path USUAL_SOCKET = Path.of("/var/run/docker.sock");
    /** netavark calls iptables without depending on it. */
    private static final List<String> PACKAGES =
            List.of("podman", "runc", "netavark", "aardvark-dns", "catatonit", "iptables");

    private static final Path[] NEEDED = Stream.of(
                    "/usr/bin/podman",
                    "/usr/sbin/runc",
                    "/usr/lib/podman/netavark",
                    "/usr/lib/podman/aardvark-dns",
                    "/usr/sbin/iptables")
            .map(Path::of)
            .toArray(Path[]::new);
    private static final Duration LONGEST_START = Duration.ofSeconds(30);
    private static final Object LOCK = new Object();

    private static @Nullable ContainerHost shared;

    private final String address;

    private ContainerHost(String address) {
        this.address = address;
    }

    /** The one of this process. The test that asks ends as skipped, with the reason, where there can be none. */
    public static ContainerHost get() {
        synchronized (LOCK) {
            if (shared == null) {
                shared = answering().map(ContainerHost::new).orElseGet(ContainerHost::own);
            }
            return shared;
        }
    }

    /** One that is there already. */
    public static ContainerHost at(String address) {
        return new ContainerHost(address);
    }

    /** As {@code DOCKER_HOST} has it. */
    public String address() {
        return address;
    }

    /** How large an image is, in bytes. */
    public long imageSize(String image) {
        return socket().size(image);
    }

    EngineSocket socket() {
        return new EngineSocket(address);
    }

    private static Optional<String> answering() {
        return Stream.of(
                        Optional.ofNullable(System.getenv("DOCKER_HOST")),
                        Optional.of(USUAL_SOCKET).filter(Files::exists).map(path -> "unix://" + path))
                .flatMap(Optional::stream)
                .filter(address -> new EngineSocket(address).answers())
                .findFirst();
    }

    private static ContainerHost own() {
        DebianPackages.provide("No container engine answers", PACKAGES, NEEDED);
        assumeTrue(
                DebianPackages.root(),
                "No container engine answers, and podman is started by root only: not tried here");
        try {
            return started(Files.createTempDirectory("crewyard-engine"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static ContainerHost started(Path folder) throws IOException, InterruptedException {
        Map<String, String> environment = configured(folder);
        Path socket = folder.resolve("engine.sock");
        Process service = podman(environment, folder, "system", "service", "--time=0", "unix://" + socket);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(environment, folder, service)));
        EngineSocket engine = new EngineSocket("unix://" + socket);
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (!engine.answers()) {
            if (!service.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "podman does not start: " + Files.readString(folder.resolve("engine.log")));
            }
            Thread.sleep(50);
        }
        return new ContainerHost("unix://" + socket);
    }

    /** In a folder of its own, so that nothing of the machine's is read or changed. */
    private static Map<String, String> configured(Path folder) throws IOException {
        Path containers = folder.resolve("containers.conf");
        Files.writeString(containers, """
                [containers]
                default_ulimits = ["nofile=20000:20000", "nproc=30000:30000"]
                log_driver = "k8s-file"
                [network]
                network_backend = "netavark"
                network_config_dir = "%1$s/networks"
                [engine]
                runtime = "runc"
                cgroup_manager = "cgroupfs"
                events_logger = "file"
                tmp_dir = "%1$s/run"
                volume_path = "%1$s/storage/volumes"
                """.formatted(folder));
        Path storage = folder.resolve("storage.conf");
        Files.writeString(storage, """
                [storage]
                driver = "overlay"
                graphroot = "%1$s/storage"
                runroot = "%1$s/run"
                """.formatted(folder));
        Path policy = folder.resolve("policy.json");
        Files.writeString(policy, "{\"default\": [{\"type\": \"insecureAcceptAnything\"}]}\n");
        Path registries = folder.resolve("registries.conf");
        Files.writeString(registries, "unqualified-search-registries = [\"docker.io\"]\n");
        return Map.of(
                "CONTAINERS_CONF", containers.toString(),
                "CONTAINERS_STORAGE_CONF", storage.toString(),
                "CONTAINERS_REGISTRIES_CONF", registries.toString(),
                "BUILDAH_ISOLATION", "chroot",
                // Timers of systemd would run the health checks; see ComposeProject.
                "DISABLE_HC_SYSTEMD", "true",
                "TMPDIR", folder.toString());
    }

    private static Process podman(Map<String, String> environment, Path folder, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of("/usr/bin/podman"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("engine.log").toFile()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Containers first, then all that podman keeps, then the folder. */
    private static void end(Map<String, String> environment, Path folder, Process service) {
        try {
            podman(environment, folder, "rm", "--all", "--force", "--time", "0").waitFor(30, TimeUnit.SECONDS);
            service.destroy();
            service.waitFor(5, TimeUnit.SECONDS);
            podman(environment, folder, "system", "reset", "--force").waitFor(30, TimeUnit.SECONDS);
            new ProcessBuilder("rm", "-rf", "--one-file-system", folder.toString())
                    .start()
                    .waitFor(30, TimeUnit.SECONDS);
        } catch (IOException _) {
            // Temporary folders are cleared by the system as well.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
