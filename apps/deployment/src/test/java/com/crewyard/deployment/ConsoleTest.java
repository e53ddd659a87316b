package com.crewyard.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.testing.Browser;
import com.crewyard.testing.Browser.Device;
import com.crewyard.testing.Browser.Theme;
import com.crewyard.testing.PageChecks;
import com.crewyard.web.Reply;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The console as it is started, in a browser. The pages of operators are checked on a real environment by OperatingTest. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleTest {

    private static final List<String> PAGES = List.of(
            "/advisor",
            "/advisor?steady=abc",
            "/advisor?steady=20&peak=10",
            "/advisor/plan",
            "/advisor/files",
            "/advisor/sources",
            "/sign-in",
            "/nothing");

    private static final int NARROWEST = 360;

    private ConfigurableApplicationContext application;
    private String address;
    private Browser browser;

    @BeforeAll
    void start(@TempDir Path state) {
        application = DeploymentApplication.application()
                .run("--server.port=0", "--console.app=../../deploy/app.yaml", "--engine.state=" + state);
        address = "http://localhost:" + application.getEnvironment().getRequiredProperty("local.server.port");
        browser = Browser.open();
    }

    @AfterAll
    void close() {
        browser.close();
        application.close();
    }

    @Test
    void everyPageIsAmongTheCheckedOnes() {
        Set<String> served = new TreeSet<>();
        application
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, handler) -> {
                    if (Reply.class.isAssignableFrom(handler.getMethod().getReturnType())
                            && !mapping.getMethodsCondition().getMethods().contains(RequestMethod.POST)) {
                        served.addAll(mapping.getPatternValues());
                    }
                });

        assertThat(served)
                .containsExactly(
                        "/",
                        "/advisor",
                        "/advisor/files",
                        "/advisor/plan",
                        "/advisor/sources",
                        "/audit",
                        "/deploy",
                        "/deploy/plan",
                        "/environments",
                        "/environments/{application}/{environment}",
                        "/environments/{application}/{environment}/logs",
                        "/pipeline-runs/{id}",
                        "/pipelines",
                        "/pipelines/{name}",
                        "/rollouts/{id}",
                        "/sign-in")
                .filteredOn(path -> path.startsWith("/advisor") || path.startsWith("/sign"))
                .isSubsetOf(PAGES);
    }

    @ParameterizedTest
    @CsvSource({"DESKTOP, LIGHT", "DESKTOP, DARK", "PHONE, LIGHT", "PHONE, DARK"})
    void everyPageIsAccessibleAndFitsTheWindow(Device device, Theme theme) {
        List<String> failures = new ArrayList<>();
        Page page = browser.page(device, theme);
        PageChecks checks = PageChecks.of(page);
        for (String path : PAGES) {
            page.navigate(address + path);
            try {
                checks.isAccessible().fitsTheWidth();
                if (device == Device.PHONE) {
                    int height = page.viewportSize().height;
                    int width = page.viewportSize().width;
                    page.setViewportSize(NARROWEST, height);
                    checks.fitsTheWidth();
                    page.setViewportSize(width, height);
                }
            } catch (AssertionError e) {
                failures.add(path + ": " + e.getMessage());
            }
        }
        page.context().close();
        assertThat(failures).isEmpty();
    }

    @Test
    void rankingAndCostsFollowASliderAtOnce() {
        Page page = browser.page();
        PageChecks checks = PageChecks.of(page);
        page.navigate(address + "/advisor");
        Locator verdict = page.locator(".verdict");
        PlaywrightAssertions.assertThat(verdict).containsText("Container PaaS wins");

        page.getByLabel("Robustness").fill("5");
        page.getByLabel("Horizontal scaling").fill("5");

        PlaywrightAssertions.assertThat(page.locator(".ranking tbody tr").first())
                .containsText("Serverless Containers");
        PlaywrightAssertions.assertThat(verdict).containsText("Serverless Containers wins");
        PlaywrightAssertions.assertThat(page).hasURL(Pattern.compile(".*weight\\.Robustness=5.*"));

        String before = page.locator(".chart .here").getAttribute("x1");
        page.getByLabel("Requests a second, usually").fill("100");
        PlaywrightAssertions.assertThat(page.locator(".chart .here")).not().hasAttribute("x1", before);
        checks.hasNoErrors();
        page.context().close();
    }

    @Test
    void needsGoAlongToThePlanAndItsFiles() {
        Page page = browser.page();
        page.navigate(address + "/advisor?steady=800&peak=900");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Plan"))
                .click();
        PlaywrightAssertions.assertThat(page.locator(".verdict")).containsText("begin with phase 2");
        assertThat(page.locator(".timeline rect").count()).isGreaterThan(20);

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Files"))
                .click();
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions()
                                .setName("phase-1/docker/Dockerfile")
                                .setExact(true))
                .click();
        PlaywrightAssertions.assertThat(page.locator(".preview pre")).containsText("FROM ${JDK} AS runtime");
        PlaywrightAssertions.assertThat(page).hasURL(Pattern.compile(".*steady=800.*"));
        page.context().close();
    }

    @Test
    void theArchiveHoldsEveryFileAndHasTheSameBytesEachTime() throws Exception {
        byte[] first = get("/advisor/files.zip").body();

        assertThat(first).isEqualTo(get("/advisor/files.zip").body());
        assertThat(names(first))
                .contains("plan.md", "plan.json", "phase-1/docker/Dockerfile", "phase-1/compose/compose.yaml");
    }

    @Test
    void refusesWhatIsNoNumberAndKeepsWhatWasTyped() throws Exception {
        HttpResponse<byte[]> response = get("/advisor?steady=abc&memory=1Gi");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(new String(response.body(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("is not a rate such as 20", "value=\"abc\"", "value=\"1Gi\"");
    }

    @Test
    void answersUnderTheNamesOfThisMachineOnly() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address.replace("localhost", "127.0.0.1") + "/advisor"))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("frame-ancestors 'none'");
        }
        try (java.net.Socket socket =
                new java.net.Socket("127.0.0.1", URI.create(address).getPort())) {
            socket.getOutputStream()
                    .write("GET /advisor HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                            .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readNBytes(12), java.nio.charset.StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 421");
        }
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofByteArray());
        }
    }

    private static List<String> names(byte[] zip) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }
}
