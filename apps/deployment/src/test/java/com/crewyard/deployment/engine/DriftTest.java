package com.crewyard.deployment.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.routing.SlotRef;
import com.crewyard.deployment.targets.Instance;
import com.crewyard.deployment.targets.InstanceSpec;
import com.crewyard.deployment.targets.Target;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What runs against what should. */
class DriftTest {

    private Place place;
    private Engine engine;

    @BeforeEach
    void start(@TempDir Path folder) {
        place = new Place(folder);
        engine = Engine.start(place.onServer(), _ -> {});
    }

    @AfterEach
    void stop() {
        engine.deployments().destroy(Place.REF, "tester", true);
        engine.close();
    }

    @Test
    void findsWhatIsMissingAndWhatNobodyWantsAndPutsItRightWithoutLosingARequest() throws Exception {
        Place.deploy(engine, place.app("v1", "", "strategy: blue-green, window: 1h", ""));
        Deployments deployments = engine.deployments();
        assertThat(deployments.drift(Place.REF)).isEmpty();
        assertThatThrownBy(() -> deployments.repair(Place.REF, "tester"))
                .isInstanceOf(RefusedException.class)
                .hasMessage("shop/local is as it should be; there is nothing to repair.");

        Target target = deployments.target(Place.REF);
        String lost = target.instances().getFirst().name();
        long fence = deployments.fence();
        target.stop(List.of(lost), fence);
        target.start(List.of(stranger()), fence);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(deployments.drift(Place.REF))
                        .extracting(Drift::kind, Drift::subject)
                        .containsExactly(tuple(Drift.Kind.MISSING, lost), tuple(Drift.Kind.SURPLUS, "red-7.web.1")));

        DeployResult repaired;
        Load load = new Load(place);
        try (load) {
            repaired = deployments.await(deployments.repair(Place.REF, "tester"), _ -> {});
        }

        assertThat(repaired).isInstanceOf(DeployResult.Live.class);
        assertThat(load.failures()).isEmpty();
        assertThat(load.answered()).isPositive();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(target.instances())
                        .as("two new ones and no old one")
                        .hasSize(2)
                        .noneMatch(instance -> instance.name().equals(lost))
                        .extracting(Instance::release)
                        .containsOnly(1));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> deployments.drift(Place.REF).isEmpty());
        assertThat(deployments.audit(new AuditQuery(Optional.empty(), Optional.empty(), Optional.empty(), 10)))
                .anyMatch(
                        line -> line.action().equals("repair") && line.details().contains(lost));
    }

    /** As somebody starts one by hand. */
    private InstanceSpec stranger() {
        return new InstanceSpec(
                "red-7.web.1",
                new SlotRef("red-7"),
                "web",
                7,
                List.of("/bin/sh", "-c", "sleep 600"),
                place.folder.toString(),
                Map.of(),
                List.of(),
                OptionalInt.empty(),
                Optional.empty(),
                Duration.ofSeconds(1));
    }
}
