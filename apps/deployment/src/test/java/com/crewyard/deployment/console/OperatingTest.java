package com.crewyard.deployment.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.deployment.DeploymentApplication;
import com.crewyard.deployment.access.Organizations;
import com.crewyard.deployment.access.SignInLink;
import com.crewyard.deployment.engine.AuditLine;
import com.crewyard.deployment.engine.AuditQuery;
import com.crewyard.deployment.engine.Engine;
import com.crewyard.deployment.engine.Operations;
import com.crewyard.deployment.engine.Place;
import com.crewyard.testing.Browser;
import com.crewyard.testing.Browser.Device;
import com.crewyard.testing.Browser.Theme;
import com.crewyard.testing.PageChecks;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** The pages of operators on a real environment, in a browser, the dark ones in German where all are looked at. */
class OperatingTest {

    private static final String BLUE_GREEN = "strategy: blue-green, window: 1h";
    private static final String CANARY = "strategy: canary, steps: [20], pause: 1h, window: 1h";
    private static final int NARROWEST = 360;
    private static final double PATIENCE_MILLIS = 20_000;

    private Place place;
    private ConfigurableApplicationContext application;
    private Operations operations;
    private String address;
    private Browser browser;
    private Page page;
    private PageChecks checks;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        place = new Place(folder);
        application = DeploymentApplication.application()
                .run("--server.port=0", "--engine.state=" + place.settings().state());
        operations = application.getBean(Engine.class).deployments();
        address = "http://localhost:" + application.getEnvironment().getRequiredProperty("local.server.port");
        browser = Browser.open();
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        page = signedIn(Device.DESKTOP, Theme.LIGHT);
        checks = PageChecks.of(page);
        deploy("v1", BLUE_GREEN);
    }

    @AfterEach
    void stop() {
        browser.close();
        operations.destroy(Place.REF, "tester", true);
        application.close();
    }

    @Test
    void steersACanaryFromItsPageWhichFollowsWithoutAReload() {
        long rollout = operations.deploy(Place.request(place.app("v2", "", CANARY, "")));
        page.navigate(address + "/rollouts/" + rollout);
        Locator headline = page.locator(".headline");
        assertThat(headline).hasText("Watching the canary");
        assertThat(page.locator("#slot-green-2 .weights dd").first()).hasText("20 %");
        assertThat(page.locator(".station-now .station-name")).containsText("Watching the canary: 20 %");

        button("Pause at 20 %").click();
        assertThat(headline).hasText("Paused while watching the canary");
        page.reload();
        button("Go on").click();
        assertThat(headline).hasText("Watching the canary");
        page.evaluate("window.stayed = true");
        operations.pause(Place.REF, "somebody else");
        assertThat(headline).hasText("Paused while watching the canary");
        assertThat((Boolean) page.evaluate("window.stayed")).isTrue();
        operations.resume(Place.REF, "somebody else");

        assertThat(button("Pause at 20 %")).isVisible();
        page.context().setOffline(true);
        assertThat(page.locator("body[data-connection=lost] .connection")).isVisible();
        page.context().setOffline(false);
        assertThat(page.locator("body[data-connection]")).hasCount(0);
        button("Send 20 % → 100 % to release 2").click();
        assertThat(headline).hasText(Pattern.compile("Live after .* m?s"));
        assertThat(page.locator(".loss")).containsText("Failed");
        assertThat(place.get("/")).startsWith("v2 ");
    }

    @Test
    void bringsAReleaseBackByOneClick() throws Exception {
        deploy("v2", BLUE_GREEN);
        page.navigate(address + "/environments");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("shop / local"))
                .click();

        button("Go back to release 1").click();

        assertThat(page.locator("h1")).hasText("Back to release 1");
        assertThat(page.locator(".headline")).hasText(Pattern.compile("Live after .* m?s"));
        assertThat(place.get("/")).startsWith("v1 ");
        assertThat(operations.audit(new AuditQuery(Optional.empty(), Optional.empty(), Optional.empty(), 1)))
                .extracting(AuditLine::action)
                .containsExactly("rollback");
        checks.hasNoErrors();
    }

    @Test
    void streamsLogsAndGoesOnWhereAConnectionDropped() throws Exception {
        page.navigate(address + "/environments/shop/local/logs");
        Locator lines = page.locator(".log-line");
        assertThat(lines).hasCount(2);
        assertThat(page.locator("#log-state")).hasText("Live");

        LogSocket socket = application.getBean(LogSocket.class);
        socket.stop();
        assertThat(page.locator("#log-state")).hasText("Reconnecting…");
        socket.start();
        assertThat(page.locator("#log-state")).hasText("Live");
        deploy("v2", BLUE_GREEN);

        assertThat(lines).hasCount(4);
        assertThat(lines.last()).containsText("version v2 starts");
        page.getByLabel("Only lines with").fill("v1");
        assertThat(page.locator(".log-line:visible")).hasCount(2);
    }

    @Test
    void deploysWhatWasLookedAtAndNothingElse() {
        place.app("v2", "", BLUE_GREEN, "");
        page.navigate(address + "/deploy");
        page.getByLabel("App spec", new Page.GetByLabelOptions().setExact(true))
                .fill(place.folder.resolve("app.yaml").toString());
        page.getByLabel("Environment", new Page.GetByLabelOptions().setExact(true))
                .fill("nowhere");
        button("Show the plan").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("has no environment \"nowhere\"; it has local.");

        page.getByLabel("Environment", new Page.GetByLabelOptions().setExact(true))
                .fill("local");
        button("Show the plan").click();
        assertThat(page.locator(".plan-changes")).containsText("services.web.variables.VERSION");
        place.app("v3", "", BLUE_GREEN, "");
        button("Approve and deploy release 2").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("was approved, and the plan is");
        assertThat(page.locator(".plan-changes")).containsText("v3");

        button("Approve and deploy release 2").click();
        assertThat(page.locator(".headline")).hasText(Pattern.compile("Live after .* m?s"));
        assertThat(place.get("/")).startsWith("v3 ");
    }

    @Test
    void keepsTheAuditAndGivesItAway() throws Exception {
        page.navigate(address + "/audit");
        assertThat(page.locator("tbody tr")).hasCount(2);

        Download csv =
                page.waitForDownload(() -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("CSV"))
                        .click());
        Download lines = page.waitForDownload(
                () -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("JSON lines"))
                        .click());

        assertThat(Files.readString(csv.path()))
                .startsWith("\"id\",\"at\",\"application\",\"environment\",\"actor\",\"action\",\"details\"\r\n\"2\",")
                .contains("\"shop\",\"local\",\"tester\",\"deploy\",\"release 1, plan ");
        assertThat(Files.readString(lines.path())).startsWith("{\"id\":2,").endsWith("}\n");
    }

    @Test
    void everyPageIsAccessibleAndFitsTheWindow() throws Exception {
        deploy("v2", BLUE_GREEN);
        place.app("v3", "", CANARY + ", analysis: {}", "");
        page.navigate(address + plan());
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Verdict")))
                .isVisible();
        Organizations organizations = application.getBean(Organizations.class);
        organizations.create("acme", "tester");
        organizations.assign("acme", "shop", "tester");
        organizations.assign("acme", "pipeline:release", "tester");
        List<String> failures = new ArrayList<>();
        for (Device device : Device.values()) {
            for (Theme theme : Theme.values()) {
                check(signedIn(device, theme), device, failures);
            }
        }
        assertThat(failures).isEmpty();
    }

    private void check(Page looking, Device device, List<String> failures) {
        PageChecks looked = PageChecks.of(looking);
        for (String path : List.of(
                "/environments",
                "/environments/shop/local",
                "/rollouts/2",
                "/environments/shop/local/logs",
                "/environments/shop/local/drift",
                "/deploy",
                "/deploy?app=nowhere",
                plan(),
                "/deploy/plan?environment=local&app=nowhere",
                "/access",
                "/approvals",
                "/previews",
                "/environments/shop/local/secrets",
                "/notifications",
                "/audit")) {
            looking.navigate(address + path);
            try {
                looked.isAccessible().fitsTheWidth();
                if (device == Device.PHONE) {
                    looking.setViewportSize(NARROWEST, looking.viewportSize().height);
                    looked.fitsTheWidth();
                }
            } catch (AssertionError e) {
                failures.add(path + ": " + e.getMessage());
            }
        }
        looking.context().close();
    }

    private String plan() {
        return "/deploy/plan?environment=local&app="
                + URLEncoder.encode(place.folder.resolve("app.yaml").toString(), StandardCharsets.UTF_8);
    }

    private Page signedIn(Device device, Theme theme) {
        Page fresh = browser.page(device, theme);
        if (theme == Theme.DARK) {
            fresh.context().addCookies(List.of(new Cookie("crewyard_language", "de").setUrl(address)));
        }
        fresh.navigate(address + application.getBean(SignInLink.class).path());
        return fresh;
    }

    private void deploy(String version, String rollout) throws InterruptedException {
        operations.await(operations.deploy(Place.request(place.app(version, "", rollout, ""))), _ -> {});
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
