package com.crewyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.deployment.DeploymentApplication;
import com.crewyard.deployment.access.AccessToken;
import com.crewyard.deployment.access.Role;
import com.crewyard.deployment.access.Scope;
import com.crewyard.deployment.access.TokenOrder;
import com.crewyard.deployment.access.Tokens;
import com.crewyard.deployment.approvals.Protections;
import com.crewyard.testing.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** A protected environment from the command line: who deploys uses the console's folder, who approves a token of their own. */
class ApprovalCommandsTest {

    private Path folder;
    private ConfigurableApplicationContext console;
    private int port;
    private String bob = "";

    @BeforeEach
    void start(@TempDir Path directory) throws IOException {
        folder = directory;
        console = DeploymentApplication.application()
                .run("--server.port=0", "--engine.state=" + state(), "--logging.level.com.crewyard=ERROR");
        console.getBean(Protections.class).protect(new Scope("shop/*"), "tester");
        bob = console.getBean(Tokens.class)
                .create(new TokenOrder("bob", Role.APPROVER, List.of(new Scope("shop/*")), 1, "tester"))
                .secret();
        port = FreePort.next();
    }

    @AfterEach
    void stop() {
        here("destroy", "local");
        console.close();
    }

    @Test
    void deploysWhatSomebodyElseApproved() throws Exception {
        app("servus");
        assertThat(here("approvals", "local")).isEqualTo(new Said(0, "No plan waits for approval.\n", ""));
        Said asked = here("deploy", "local");
        assertThat(asked.code()).isEqualTo(4);
        assertThat(asked.errors()).contains("for ./crewyard approve 1;");
        assertThat(here("approvals", "local").output())
                .matches("(?s)1  shop/local  waiting: plan \\w{16}, asked for by .*\n  Release 1 of shop to local.*");
        assertThat(here("approvals", "other/local").output()).isEqualTo("No plan waits for approval.\n");

        Said given = as(bob, "approve", "shop/local");

        assertThat(given.code()).as(given.errors()).isZero();
        assertThat(given.output())
                .startsWith("Release 1 of shop to local")
                .containsPattern("Plan \\w{16} of .* for shop/local is approved; deployed again within a day,");
        assertThat(here("deploy", "local").code()).isZero();
        Said used = here("approvals");
        assertThat(used.output())
                .startsWith("1  shop/local  used by bob: plan ")
                .hasLineCount(1);
        assertThat(as(bob, "approvals")).isEqualTo(used);
        assertThat(as(bob, "approvals", "shop/local", "--json").output())
                .contains("\"id\" : 1", "\"decided_by\" : \"bob\"", "\"rollout\" : 1");
    }

    @Test
    void refusesWhatIsNotThereOrNotTheirs() throws Exception {
        app("servus");
        here("deploy", "local");

        Said nobodys = here("approve", "local");
        assertThat(nobodys.code()).isEqualTo(2);
        assertThat(nobodys.errors()).startsWith("An approval counts under a name that nobody else can take;");
        Said root = as(AccessToken.of(state(), Optional.empty()).value(), "approve", "1");
        assertThat(root.code()).isEqualTo(4);
        assertThat(root.errors()).contains("own token approves nothing");
        Said none = as(bob, "approve", "99");
        assertThat(none).isEqualTo(new Said(2, "", "There is no approval 99.\n"));
        assertThat(as(bob, "approve", "a/b/c").code()).isEqualTo(2);

        app("moin");
        here("deploy", "local");
        Said several = as(bob, "approve", "shop/local");
        assertThat(several.code()).isEqualTo(2);
        assertThat(several.errors())
                .matches("2 plans for shop/local wait for approval \\(2 of .+, 1 of .+\\); say which by its"
                        + " number\\.\n");

        Said rejected = as(bob, "approve", "1", "--reject", "--json");
        assertThat(rejected.code()).as(rejected.errors()).isZero();
        assertThat(rejected.output()).startsWith("{").contains("\"approved\" : false");
        assertThat(as(bob, "approve", "2", "--reject").output()).endsWith(" for shop/local is rejected.\n");
        assertThat(as(bob, "approve", "2").errors()).isEqualTo("Approval 2 had an answer already.\n");
        assertThat(as(bob, "approve", "shop/local"))
                .isEqualTo(new Said(2, "", "No plan for shop/local waits for approval.\n"));
    }

    private void app(String greeting) throws IOException {
        Files.writeString(folder.resolve("app.yaml"), """
                app: shop
                services:
                  web:
                    build: {}
                    command: ["exec %s/bin/jwebserver -o none -p $PORT"]
                    port: 8080
                    health: {path: /, interval: 100ms, healthy: 1, grace: 20s}
                    env: {GREETING: %s}
                environments:
                  local: {target: process, publish: %d}
                """.formatted(System.getProperty("java.home"), greeting, port));
    }

    /** On the machine of the console, which does it with its own token. */
    private Said here(String... command) {
        List<String> line = new ArrayList<>(List.of(command));
        line.addAll(List.of("--app", folder.resolve("app.yaml").toString(), "--state", state().toString()));
        return Said.here(line);
    }

    private Said as(String token, String... command) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(command));
        line.addAll(List.of(
                "--server", "http://localhost:" + console.getEnvironment().getRequiredProperty("local.server.port")));
        return Said.withToken(token, line);
    }

    private Path state() {
        return folder.resolve("state");
    }
}
