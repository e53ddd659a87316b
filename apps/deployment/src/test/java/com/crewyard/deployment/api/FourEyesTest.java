package com.crewyard.deployment.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.crewyard.deployment.DeploymentApplication;
import com.crewyard.deployment.access.AccessToken;
import com.crewyard.deployment.access.Role;
import com.crewyard.deployment.access.Scope;
import com.crewyard.deployment.access.TokenOrder;
import com.crewyard.deployment.access.Tokens;
import com.crewyard.deployment.approvals.Approval;
import com.crewyard.deployment.approvals.Protections;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.engine.AuditLine;
import com.crewyard.deployment.engine.AuditQuery;
import com.crewyard.deployment.engine.DeployResult;
import com.crewyard.deployment.engine.Engine;
import com.crewyard.deployment.engine.Operations;
import com.crewyard.deployment.engine.Place;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** A protected environment over the API: who asks, who answers, and what an answer is good for. */
class FourEyesTest {

    private static final String CANARY = "strategy: canary, steps: [20], pause: 1h, window: 1h";

    private Place place;
    private ConfigurableApplicationContext console;
    private URI address;

    @BeforeEach
    void start(@TempDir Path folder) {
        place = new Place(folder);
        console = DeploymentApplication.application()
                .run("--server.port=0", "--engine.state=" + place.settings().state());
        address = URI.create("http://localhost:" + console.getEnvironment().getRequiredProperty("local.server.port"));
        console.getBean(Protections.class).protect(new Scope("shop/*"), "tester");
    }

    @AfterEach
    void stop() {
        console.getBean(Engine.class).deployments().destroy(Place.REF, "tester", true);
        console.close();
    }

    @Test
    void deploysWhatSomebodyElseApprovedAndNothingElse() throws Exception {
        String adaToken = token("ada", Role.ADMIN);
        Operations ada = operations(adaToken);
        Server bob = new Server(address, token("bob", Role.APPROVER));
        Server asRoot = new Server(
                address,
                AccessToken.of(place.settings().state(), Optional.empty()).value());

        assertThatThrownBy(() -> ada.deploy(Place.request(place.app("v1", "", CANARY, ""))))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("shop/local takes the approval of somebody else than ada. Plan ");
        assertThatThrownBy(() -> ada.deploy(Place.request(place.app("v1", "", CANARY, ""))))
                .isInstanceOf(RefusedException.class);
        assertThat(approvals(bob)).singleElement().satisfies(approval -> {
            assertThat(approval.isOpen()).isTrue();
            assertThat(approval.plan()).startsWith("Release 1 of shop to local");
        });
        long asked = approvals(bob).getFirst().id();
        assertThatThrownBy(() -> decide(new Server(address, adaToken), asked))
                .hasMessageContaining("somebody else has to approve it");
        assertThatThrownBy(() -> decide(asRoot, asked)).hasMessageContaining("own token approves nothing");
        decide(bob, asked);
        assertThatThrownBy(() -> decide(bob, asked)).hasMessageContaining("had an answer already");

        DeployResult first = ada.await(ada.deploy(Place.request(place.app("v1", "", CANARY, ""))), _ -> {});

        assertThat(first).isInstanceOf(DeployResult.Live.class);
        assertThat(place.get("/")).startsWith("v1 ");
        assertThat(approvals(bob).getFirst().rollout()).isPresent();
        assertThat(ada.audit(new AuditQuery(Optional.of("shop"), Optional.empty(), Optional.empty(), 10)))
                .extracting(AuditLine::actor)
                .containsOnly("ada");
        assertThatThrownBy(() -> ada.deploy(Place.request(place.app("v2", "", CANARY, ""))))
                .as("another plan")
                .hasMessageContaining("takes the approval");
        assertThat(ada.status(Place.REF).orElseThrow().attention())
                .singleElement()
                .asString()
                .matches("Plan \\w+ of ada waits for approval \\d+\\.");
    }

    private List<Approval> approvals(Server server) {
        return server.list("/approvals", Map.of(), Approval.class);
    }

    private static void decide(Server server, long id) {
        server.post("/approvals/" + id + "/decision", new Wire.Decision(true, null));
    }

    private Operations operations(String token) {
        return new RemoteOperations(new Server(address, token), Optional.empty());
    }

    private String token(String name, Role role) {
        return console.getBean(Tokens.class)
                .create(new TokenOrder(name, role, List.of(Scope.EVERYTHING), 1, "tester"))
                .secret();
    }
}
