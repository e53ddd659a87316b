package com.crewyard.deployment.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.crewyard.deployment.engine.DeployResult.Live;
import com.crewyard.deployment.engine.DeployResult.RolledBack;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk with what processes are kept by has no room left. */
class FullDiskTest {

    private static final String BLUE_GREEN = "strategy: blue-green, window: 1h";
    private static final int BLOCK = 4096;

    private Place place;
    private Path disk;

    @BeforeEach
    void mount(@TempDir Path folder) throws Exception {
        place = new Place(folder);
        disk = Files.createDirectories(folder.resolve("state/environments"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", disk.toString()) == 0,
                "Only root mounts a small disk, on Linux: not tried here");
    }

    @AfterEach
    void unmount() throws Exception {
        place.awaitEnginesEnd();
        run("umount", disk.toString());
    }

    @Test
    void servesOnAndSaysWhyAndGoesBackOnceThereIsRoom() throws Exception {
        try (Engine engine = Engine.start(place.settings(), _ -> {})) {
            assertThat(Place.deploy(engine, place.app("v1", "", BLUE_GREEN, "")))
                    .isInstanceOf(Live.class);
            Path filler = fill();

            Deployments deployments = engine.deployments();
            long rollout = deployments.deploy(Place.request(place.app("v2", "", BLUE_GREEN, "")));
            Awaitility.await().until(() -> trouble(deployments).isPresent());
            assertThat(trouble(deployments).orElseThrow())
                    .matches("The disk is full, so .* cannot be written; free some space\\.");
            assertThat(place.get("/")).startsWith("v1 ");

            Files.delete(filler);
            assertThat(deployments.await(rollout, _ -> {}))
                    .isInstanceOfSatisfying(
                            RolledBack.class, back -> assertThat(back.reason()).startsWith("The disk is full"));
            assertThat(place.get("/")).startsWith("v1 ");
            assertThat(Place.deploy(engine, place.app("v2", "", BLUE_GREEN, "")))
                    .isInstanceOf(Live.class);
            assertThat(place.get("/")).startsWith("v2 ");
            deployments.destroy(Place.REF, "tester", true);
        }
    }

    private static Optional<String> trouble(Deployments deployments) {
        return deployments.status(Place.REF).flatMap(EnvironmentStatus::rollout).flatMap(rollout -> rollout.trouble());
    }

    private Path fill() {
        Path filler = disk.resolve("filler");
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(new byte[BLOCK]);
            }
        } catch (IOException _) {
            assertThat(disk.toFile().getUsableSpace()).isZero();
            return filler;
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
