package com.crewyard.deployment.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.crewyard.deployment.catalog.AppFile;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.engine.DeployResult.Live;
import com.crewyard.deployment.engine.DeployResult.RolledBack;
import com.crewyard.deployment.rollouts.Transition;
import com.crewyard.deployment.routing.InstanceCounters;
import com.crewyard.deployment.routing.SlotRef;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Releases that get copies of requests before anybody sees an answer of theirs. */
class ShadowTest {

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
    void goesLiveWhenTheCopiesGoWell() throws Exception {
        String shadow = "strategy: shadow, steps: [30, 90], pause: 1s, window: 1h";
        Place.deploy(engine, place.app("v1", "", shadow, ""));
        List<Transition> history = new ArrayList<>();

        try (Load load = new Load(place)) {
            Live live = (Live) Place.deploy(engine, place.app("v2", "", shadow, ""), history);

            load.close();
            assertThat(load.failures()).isEmpty();
            assertThat(load.versions()).containsExactly("v1", "v2");
            assertThat(live.loss()).hasValueSatisfying(loss -> {
                assertThat(loss.failed()).isZero();
                assertThat(loss.requests()).as("copies are no requests").isLessThanOrEqualTo(load.answered());
            });
        }
        assertThat(history)
                .extracting(Transition::note)
                .contains(
                        "green-2 gets copies of 30 % of the requests",
                        "green-2 gets copies of 90 % of the requests", "green-2 has 100 % of the traffic");
        assertThat(engine.deployments().target(Place.REF).router().counters().instances())
                .filteredOn(counted -> counted.slot().equals(new SlotRef("green-2").copies()))
                .extracting(InstanceCounters::requests)
                .as("both instances got some")
                .hasSize(2)
                .allMatch(requests -> requests > 0);
    }

    @Test
    void goesBackWhenTheCopiesFailAndNobodySawIt() throws Exception {
        String shadow = "strategy: shadow, pause: 1h, window: 1h";
        Place.deploy(engine, place.app("v1", "", shadow, ""));

        try (Load load = new Load(place)) {
            RolledBack back = (RolledBack) Place.deploy(engine, place.app("v2", "fails", shadow, ""));

            load.close();
            assertThat(back.reason()).contains("requests to green-2-copies failed, which is more than 5 %");
            assertThat(load.failures()).isEmpty();
            assertThat(load.versions()).containsExactly("v1");
        }
    }

    @Test
    void refusesARouterThatCannotCopy() throws Exception {
        AppFile app = place.app("v1", "", "strategy: shadow", "");
        Files.writeString(app.file(), Files.readString(app.file()).replace("publish:", "router: caddy, publish:"));
        DeployRequest request = Place.request(AppFile.read(app.file()));

        assertThatThrownBy(() -> engine.deployments().plan(request))
                .isInstanceOf(RefusedException.class)
                .hasMessage(
                        "rollout.strategy: shadow needs a router that copies requests, and caddy does not; take canary, or the target process without router.");
    }
}
