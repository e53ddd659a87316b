package com.crewyard.deployment.targets.internal.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.deployment.routing.Backend;
import com.crewyard.deployment.routing.Endpoint;
import com.crewyard.deployment.routing.RoutingTable;
import com.crewyard.deployment.routing.Share;
import com.crewyard.deployment.routing.SlotRef;
import com.crewyard.deployment.targets.Placement;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HostRoutersTest {

    private static final SlotRef FORMER = new SlotRef("blue-1");
    private static final SlotRef NEXT = new SlotRef("blue-2");

    private final HostRouters routers =
            new HostRouters(new SeveralHosts(List.of(), Path.of("/")), new Placement(List.of("a", "b")));

    @Test
    void givesEachHostItsOwnInstancesWithTheSharesTheyHave() {
        RoutingTable halfway = new RoutingTable(
                7,
                List.of(),
                List.of(new Backend("web", true, List.of(share(FORMER, 50, 2, 4), share(NEXT, 50, 1, 3)))));

        assertThat(routers.partOf(halfway, 0).backends())
                .containsExactly(new Backend("web", true, List.of(share(FORMER, 50), share(NEXT, 50, 1, 3))));
        assertThat(routers.partOf(halfway, 1).backends())
                .containsExactly(new Backend("web", true, List.of(share(FORMER, 50, 2, 4), share(NEXT, 50))));
        assertThat(routers.partOf(halfway, 1).version()).isEqualTo(7);
    }

    private static Share share(SlotRef slot, int weight, int... ordinals) {
        return new Share(
                slot,
                weight,
                IntStream.of(ordinals)
                        .mapToObj(ordinal -> new Endpoint("%s.web.%d".formatted(slot, ordinal), "10.200.0.1", 8080))
                        .toList());
    }
}
