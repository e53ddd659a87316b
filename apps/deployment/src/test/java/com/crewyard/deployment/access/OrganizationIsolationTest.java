package com.crewyard.deployment.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.crewyard.deployment.DeploymentApplication;
import com.crewyard.deployment.api.RemoteOperations;
import com.crewyard.deployment.api.RemotePipelines;
import com.crewyard.deployment.api.RemotePreviews;
import com.crewyard.deployment.approvals.Protections;
import com.crewyard.deployment.catalog.AppFile;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.engine.DeployRequest;
import com.crewyard.deployment.engine.DeployResult;
import com.crewyard.deployment.engine.Engine;
import com.crewyard.deployment.engine.Operations;
import com.crewyard.deployment.pipelines.PipelineFile;
import com.crewyard.deployment.pipelines.RunOrder;
import com.crewyard.deployment.targets.EnvironmentRef;
import com.crewyard.testing.FreePort;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Asks for everything there is to read, as an administrator of one organization, on a console where another one deployed,
 * ran a pipeline and waits for an approval. All of theirs has one of two words in it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrganizationIsolationTest {

    /** In the names of the others' organization, application, pipeline, token and team. */
    private static final String NAMES = "zebra";
    /** In what the others' programs say, and in what was written about them. */
    private static final String WORDS = "quagga";

    private static final String DEPLOY_AGAIN = "/deploy?application=zebra&environment=local";
    private static final EnvironmentRef THEIRS = new EnvironmentRef("zebra", "local");

    private Path folder;
    private ConfigurableApplicationContext console;
    private Member ada;
    private Member zoe;
    private long rollout;
    private long run;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        folder = directory;
        console = DeploymentApplication.application()
                .run("--server.port=0", "--engine.state=" + directory.resolve("state"));
        Organizations organizations = console.getBean(Organizations.class);
        organizations.create("acme", "tester");
        organizations.create("zebras", "tester");
        organizations.assign("acme", "shop", "tester");
        organizations.assign("zebras", "zebra", "tester");
        organizations.assign("zebras", "pipeline:zebra-release", "tester");
        console.getBean(People.class).grant("zebra-herd", Role.DEPLOYER, new Scope("@zebras"), "tester");
        ada = Member.of(console, "ada", Role.ADMIN, "@acme");
        zoe = Member.of(console, "zebra-admin", Role.ADMIN, "@zebras");
        theyDeploy();
        theyRunAPipeline();
        theyWaitForAnApproval();
        preview("zebra", "quagga stripes");
        preview("shop", "our stripes");
    }

    @AfterAll
    void stop() {
        console.getBean(Engine.class).deployments().destroy(THEIRS, "tester", true);
        console.close();
    }

    @Test
    void findsNothingOfOthersWhateverIsRead() throws Exception {
        List<String> leaks = new ArrayList<>();
        int shown = 0;
        for (String path : readable()) {
            HttpResponse<String> answer = ada.get(path);
            boolean asksByName = path.contains(NAMES);
            if (answer.body().contains(WORDS) || !asksByName && answer.body().contains(NAMES)) {
                leaks.add("%s answered %d: %s".formatted(path, answer.statusCode(), answer.body()));
            }
            if (asksByName && answer.statusCode() < 400) {
                leaks.add("%s answered %d".formatted(path, answer.statusCode()));
            }
            shown += answer.statusCode() == 200 ? 1 : 0;
        }
        assertThat(leaks).isEmpty();
        assertThat(shown).as("answers that were not refused").isGreaterThan(10);
        assertThat(ada.get(DEPLOY_AGAIN).body()).doesNotContain(folder.toString());
        assertThat(ada.closed("/streams/logs?application=zebra&environment=local"))
                .isEqualTo("1008 denied");
    }

    @Test
    void isNotBecauseNothingIsThere() throws Exception {
        assertThat(zoe.get(DEPLOY_AGAIN).body()).contains(folder.toString());
        assertThat(zoe.get("/environments").body()).contains("zebra");
        assertThat(zoe.get("/environments/zebra/local/logs.txt").body()).contains("quagga speaks");
        assertThat(zoe.get("/rollouts/" + rollout).statusCode()).isEqualTo(200);
        assertThat(zoe.get("/pipelines").body()).contains("zebra-release");
        assertThat(zoe.get("/pipeline-runs/" + run).body()).contains("quagga builds");
        assertThat(zoe.get("/approvals").body()).contains("zebra/local");
        assertThat(zoe.get("/access").body()).contains("@zebras", "zebra-herd", "zebra-admin");
    }

    @Test
    void showsWhatIsTheirOwn() throws Exception {
        assertThat(ada.get("/previews").body()).contains("our stripes");
        assertThat(ada.get("/api/v1/deployment/previews").body()).contains("our stripes");
        assertThat(ada.get("/audit").body()).contains("shop to acme", "ada@acme");
        assertThat(zoe.get("/previews").body()).contains("quagga stripes").doesNotContain("our stripes");
        assertThat(zoe.get("/audit").body()).contains("zebra-herd is deployer", "zebra-admin@zebras");
        assertThat(zoe.get("/audit.csv").body()).contains("zebra-release", "\"zebra\",\"local\"");
    }

    @Test
    void endsNoPreviewOfOthers() throws Exception {
        RemotePreviews ours = new RemotePreviews(ada.server(), Optional.empty());

        assertThatThrownBy(() -> ours.destroy("zebra", 7, ""))
                .hasMessage(
                        "There is no preview of pull request 7 of zebra; ./crewyard preview list shows those there are.");
        assertThat(ada.post("/previews/zebra/7/end", Map.of()).statusCode()).isEqualTo(303);
        assertThat(zoe.get("/previews").body()).contains("quagga stripes");
    }

    @Test
    void tellsOfANumberThatIsAnothersWhatItTellsOfNone() throws Exception {
        for (Map.Entry<String, Long> number : Map.of("rollouts/", rollout, "pipeline-runs/", run, "approvals/", 1L)
                .entrySet()) {
            String path = number.getKey();
            long theirs = number.getValue();
            HttpResponse<String> hidden = ada.get("/api/v1/deployment/" + path + theirs);
            HttpResponse<String> absent = ada.get("/api/v1/deployment/" + path + "900000");
            assertThat(hidden.statusCode()).isEqualTo(404).isEqualTo(absent.statusCode());
            assertThat(hidden.body().replace(String.valueOf(theirs), "N"))
                    .isEqualTo(absent.body().replace("900000", "N"));
        }
        assertThat(ada.post("/approvals/1/decision", Map.of("approved", "true")).body())
                .contains("There is no approval 1.")
                .doesNotContain(NAMES, WORDS);
        assertThat(ada.post("/approvals/9/decision", Map.of("approved", "true")).body())
                .contains("There is no approval 9.");
    }

    /** Where something is read, with what is theirs in the place of what is asked for. */
    private List<String> readable() {
        List<String> paths = new ArrayList<>();
        console.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, handler) -> {
                    Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
                    if (handler.getBeanType().getPackageName().startsWith("com.crewyard.deployment")
                            && methods.contains(RequestMethod.GET)) {
                        mapping.getPatternValues().forEach(pattern -> paths.add(theirs(pattern)));
                    }
                });
        assertThat(paths).hasSizeGreaterThan(35).contains("/audit.csv", "/api/v1/deployment/audit/jsonl");
        return paths;
    }

    private String theirs(String pattern) {
        return pattern.replace("{application}", THEIRS.application())
                .replace("{environment}", THEIRS.environment())
                .replace("{name}", "zebra-release")
                .replace("{stage}", "say")
                .replace("{id}", String.valueOf(pattern.contains("pipeline-runs") ? run : rollout))
                .replace("/**", "/nothing")
                .replaceAll("\\{[^}]+}", "1");
    }

    private void theyDeploy() throws Exception {
        Operations theirs = new RemoteOperations(zoe.server(), Optional.empty());
        rollout = theirs.deploy(request());
        assertThat(theirs.await(rollout, _ -> {})).isInstanceOf(DeployResult.Live.class);
        assertThat(zoe.get("/deploy/plan?environment=local&app=" + folder.resolve("app.yaml"))
                        .statusCode())
                .isEqualTo(200);
    }

    private void theyRunAPipeline() throws Exception {
        RemotePipelines pipelines =
                new RemotePipelines(Member.of(console, "root", Role.ADMIN, "*").server(), Optional.empty());
        PipelineFile file = PipelineFile.of(folder.resolve("pipeline.yaml"), folder, """
                pipelines:
                  zebra-release:
                    description: quagga to the world
                    stages:
                      say: {type: build, script: "echo quagga builds"}
                """);
        run = pipelines.run(new RunOrder("zebra-release", Map.of(), Optional.of(file), "", RunOrder.By.MANUAL));
        Awaitility.await()
                .atMost(1, TimeUnit.MINUTES)
                .until(() -> pipelines.run(run).run().endedAt().isPresent());
    }

    private void theyWaitForAnApproval() {
        console.getBean(Protections.class).protect(new Scope("@zebras"), "tester");
        Operations theirs = new RemoteOperations(zoe.server(), Optional.empty());
        assertThatThrownBy(() -> theirs.deploy(request()))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("waits for it as approval 1");
    }

    private void preview(String application, String branch) {
        console.getBean(JdbcClient.class)
                .sql("""
                        insert into deploy.preview
                            (application, number, name, port, ports, branch, commit, actor, rollout, expires_at)
                        values (?, 7, 'pr-7', 24000, '{24000}', ?, '', 'tester', ?, now() + interval '1 h')""")
                .params(application, branch, rollout)
                .update();
    }

    private DeployRequest request() throws Exception {
        Path file = folder.resolve("app.yaml");
        if (!Files.exists(file)) {
            Files.writeString(file, """
                    app: zebra
                    services:
                      quagga:
                        build: {}
                        command: ["echo quagga speaks; exec %s/bin/jwebserver -o none -p $PORT"]
                        port: 8080
                        health: {path: /, interval: 100ms, healthy: 1, grace: 20s}
                    rollout: {strategy: blue-green, window: 1h}
                    environments:
                      local:
                        target: process
                        publish: %d
                        notifications: [{email: [quagga@example.invalid]}]
                    """.formatted(System.getProperty("java.home"), FreePort.next()));
        }
        return new DeployRequest(
                AppFile.read(file), "local", Map.of(), Optional.empty(), "", "quagga stripes", Map.of(), false);
    }
}
