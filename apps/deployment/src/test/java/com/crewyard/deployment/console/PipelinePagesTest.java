package com.crewyard.deployment.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.crewyard.deployment.DeploymentApplication;
import com.crewyard.deployment.access.AccessToken;
import com.crewyard.deployment.access.SignInLink;
import com.crewyard.deployment.api.RemotePipelines;
import com.crewyard.deployment.api.Server;
import com.crewyard.deployment.engine.Engine;
import com.crewyard.deployment.engine.Place;
import com.crewyard.deployment.pipelines.PipelineEngine;
import com.crewyard.deployment.pipelines.PipelineFile;
import com.crewyard.deployment.pipelines.PipelineOperations;
import com.crewyard.deployment.pipelines.RunDetails;
import com.crewyard.deployment.pipelines.RunOrder;
import com.crewyard.testing.Browser;
import com.crewyard.testing.Browser.Device;
import com.crewyard.testing.Browser.Theme;
import com.crewyard.testing.PageChecks;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** Pipelines as people see them in a browser, and as programs do over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PipelinePagesTest {

    private static final int NARROWEST = 360;
    private static final double PATIENCE_MILLIS = 20_000;

    private Place place;
    private ConfigurableApplicationContext application;
    private PipelineOperations here;
    private PipelineOperations there;
    private String address;
    private Browser browser;
    private Page page;

    @BeforeAll
    void start(@TempDir Path folder) {
        place = new Place(folder);
        Path state = place.settings().state();
        application = DeploymentApplication.application().run("--server.port=0", "--engine.state=" + state);
        here = application.getBean(PipelineEngine.class).operations();
        address = "http://localhost:" + application.getEnvironment().getRequiredProperty("local.server.port");
        there = new RemotePipelines(
                new Server(
                        URI.create(address),
                        AccessToken.of(state, Optional.empty()).value()),
                Optional.empty());
        browser = Browser.open();
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        page = signedIn(Device.DESKTOP, Theme.LIGHT);
    }

    @AfterAll
    void stop() {
        browser.close();
        application.getBean(Engine.class).deployments().destroy(Place.REF, "tester", true);
        application.close();
        assertThat(Place.processes(place.settings().state())).isEmpty();
    }

    @Test
    void startsApprovesAndFollowsARunFromItsPages() throws Exception {
        here.publish(file(), "tester");
        page.navigate(address + "/pipelines");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("release"))
                .first()
                .click();
        page.getByLabel("version").fill("v1");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Run release"))
                .click();

        assertThat(page.locator(".headline")).hasText("Waits for approval of approve");
        assertThat(page.locator(".map .box")).hasCount(7);
        assertThat(page.locator("a.box[aria-label='test: passed']")).isVisible();
        assertThat(page.locator("#asks-approve")).containsText("Take v1 live?");
        assertThat(page.locator("#stage-build .stage-log pre")).hasText(Pattern.compile("building v1\\s*"));
        page.evaluate("window.stayed = true");
        here.decide(here.runs(Optional.of("release"), 1).getFirst().id(), "approve", true, "somebody else");
        assertThat(page.locator(".headline")).hasText(Pattern.compile("Passed after .* m?s"));
        assertThat((Boolean) page.evaluate("window.stayed")).isTrue();
        assertThat(page.locator("#stage-live")).containsText("release 1 is live in local");
        assertThat(page.locator("a.box[aria-label='told: skipped']")).isVisible();
        assertThat(page.locator("#stage-migrate summary")).hasText("What migrate said");
        assertThat(page.locator("#stage-migrate pre")).hasText(Pattern.compile("migrated v1\\s*"));
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("The rollout"))
                .click();
        assertThat(page.locator(".headline")).hasText(Pattern.compile("Live after .* m?s"));
        assertThat(place.get("/")).startsWith("v1 ");
        everyPageIsAccessibleAndFitsTheWindow();
        aCancelledRunTakesItsReleaseBack();
    }

    private void aCancelledRunTakesItsReleaseBack() throws Exception {
        place.app("v2", "", "strategy: canary, steps: [20], pause: 1h, window: 1h", "");
        PipelineFile file = PipelineFile.of(place.folder.resolve("canary.yaml"), place.folder, """
                pipelines:
                  canary:
                    stages:
                      judged: {type: verify, canary: local}
                      live: {type: rollout, needs: judged, if: always(), environment: local}
                """);
        long run = here.run(new RunOrder("canary", Map.of(), Optional.of(file), "tester", RunOrder.By.MANUAL));
        page.navigate(address + "/pipeline-runs/" + run);
        assertThat(page.locator("#stage-live")).containsText("watching the canary");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Cancel the run"))
                .click();

        assertThat(page.locator(".headline")).hasText(Pattern.compile("Cancelled after .*"));
        assertThat(page.locator("#stage-live")).containsText("release 2 was rolled back");
        assertThat(page.locator("#stage-judged")).containsText("There is no verdict on a canary of shop/local");
        assertThat(place.get("/")).startsWith("v1 ");
    }

    private void everyPageIsAccessibleAndFitsTheWindow() {
        long failed = here.run(
                new RunOrder("release", Map.of("version", "broken"), Optional.empty(), "tester", RunOrder.By.MANUAL));
        page.navigate(address + "/pipeline-runs/" + failed);
        assertThat(page.locator(".headline")).hasText(Pattern.compile("Failed after .*"));
        List<String> failures = new ArrayList<>();
        for (Device device : Device.values()) {
            for (Theme theme : Theme.values()) {
                Page looking = signedIn(device, theme);
                PageChecks looked = PageChecks.of(looking);
                for (String path :
                        List.of("/pipelines", "/pipelines/release", "/pipeline-runs/1", "/pipeline-runs/" + failed)) {
                    looking.navigate(address + path);
                    picture(looking, path, device, theme);
                    try {
                        looked.isAccessible().fitsTheWidth();
                        if (device == Device.PHONE) {
                            int height = looking.viewportSize().height;
                            int width = looking.viewportSize().width;
                            looking.setViewportSize(NARROWEST, height);
                            looked.fitsTheWidth();
                            looking.setViewportSize(width, height);
                        }
                    } catch (AssertionError e) {
                        failures.add(path + ": " + e.getMessage());
                    }
                }
                looking.context().close();
            }
        }
        assertThat(failures).isEmpty();
    }

    /** For who wants to look: {@code -Dcrewyard.pictures.pipelines=DIR}. */
    private static void picture(Page page, String path, Device device, Theme theme) {
        Optional.ofNullable(System.getProperty("crewyard.pictures.pipelines"))
                .ifPresent(folder -> page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of(
                                folder,
                                "%s-%s-%s.png".formatted(path.substring(1).replace('/', '-'), device, theme)))));
    }

    @Test
    void doesTheSameForProgramsAsForPeople() throws Exception {
        PipelineFile file = PipelineFile.of(Path.of("programs.yaml"), place.folder, """
                pipelines:
                  programs:
                    parameters: {n: {type: number, default: 1}}
                    stages:
                      one: {type: run, script: "echo n is $CREWYARD_PARAM_N"}
                      ask: {type: approve, needs: one}
                      two: {type: wait, needs: ask, for: 1h}
                """);
        long run = there.run(new RunOrder("programs", Map.of("n", "2"), Optional.of(file), "ci", RunOrder.By.API));

        RunDetails asking = there.await(run, _ -> {});
        assertThat(asking.run().awaiting()).containsExactly("ask");
        assertThat(there.log(run, "one", 0)).isEqualTo(here.log(run, "one", 0));
        assertThat(there.log(run, "one", 0).text()).isEqualTo("n is 2\n");
        there.decide(run, "ask", true, "ci");
        there.cancel(run, "ci");
        RunDetails over = there.await(run, _ -> {});

        assertThat(over).isEqualTo(here.run(run));
        assertThat(over.run().state()).isEqualTo("cancelled");
        assertThat(there.pipelines()).isEqualTo(here.pipelines());
        assertThat(there.runs(Optional.of("programs"), 5)).isEqualTo(here.runs(Optional.of("programs"), 5));
        for (PipelineOperations operations : List.of(here, there)) {
            assertThatThrownBy(() -> operations.run(
                            new RunOrder("programs", Map.of("n", "x"), Optional.empty(), "ci", RunOrder.By.API)))
                    .hasMessage("The parameter n of programs: \"x\" is not a number.");
            assertThatThrownBy(() -> operations.run(0)).hasMessage("There is no run 0.");
        }
    }

    @Test
    void letsWebhooksInByTheirSignatureOnly() throws Exception {
        assertThat(post("/hooks/pipelines/release", "{}")).isEqualTo(401);
        assertThat(post("/hooks/pipelines/nothing", "{}")).isEqualTo(401);
        assertThat(post("/hooks/pipelines/release", "x".repeat((4 << 20) + 1))).isEqualTo(413);
        assertThat(post("/pipelines/release/runs", "")).isNotEqualTo(202);
    }

    private int post(String path, String body) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create(address + path))
                                    .header("X-GitHub-Event", "push")
                                    .header("X-Hub-Signature-256", "sha256=" + "0".repeat(64))
                                    .POST(BodyPublishers.ofString(body))
                                    .build(),
                            BodyHandlers.ofString())
                    .statusCode();
        }
    }

    /** A release of the test application, with a job of its environment and a look from outside. */
    private PipelineFile file() throws Exception {
        place.app("v1", "", "strategy: blue-green, window: 1h", "");
        Path file = place.folder.resolve("pipeline.yaml");
        Files.writeString(file, """
                pipelines:
                  release:
                    description: From a version to a release that answers
                    parameters:
                      version: {description: what to take live, default: v0}
                    stages:
                      build: {type: build, script: "echo building $CREWYARD_PARAM_VERSION"}
                      test: {type: test, needs: build, script: "test $CREWYARD_PARAM_VERSION != broken || { echo 3 tests failed; exit 1; }"}
                      approve: {type: approve, needs: test, message: "Take ${parameters.version} live?"}
                      live: {type: rollout, needs: approve, environment: local}
                      migrate: {type: migrate, needs: live, environment: local, command: [sh, -c, "echo migrated $VERSION"]}
                      answers: {type: verify, needs: migrate, http: {url: "${stages.live.output.address_web}/", contains: v1, every: 100ms, times: 2}}
                      told: {type: notify, needs: answers, if: failed(), message: "it failed", slack: NOWHERE, retries: 0}
                """);
        return PipelineFile.read(file);
    }

    private Page signedIn(Device device, Theme theme) {
        Page fresh = browser.page(device, theme);
        if (theme == Theme.DARK) {
            fresh.context().addCookies(List.of(new Cookie("crewyard_language", "de").setUrl(address)));
        }
        fresh.navigate(address + application.getBean(SignInLink.class).path());
        return fresh;
    }
}
