package com.crewyard.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.deployment.access.SignInLink;
import com.crewyard.testing.Browser;
import com.crewyard.testing.Browser.Device;
import com.crewyard.testing.Browser.Theme;
import com.crewyard.testing.PageChecks;
import com.crewyard.web.Reply;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
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

/** The console as it is started, in a browser, the dark pages in German. The pages of operators are checked on a real environment by OperatingTest. */
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
            "/sign-in/provider/answer",
            "/nothing");

    private static final int NARROWEST = 360;
    private static final String WEIGHTS =
            "[...document.querySelectorAll('[data-needs] input[type=range]:not([data-moved])')].map(s => s.value).join()";

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
                        "/access",
                        "/advisor",
                        "/advisor/files",
                        "/advisor/plan",
                        "/advisor/sources",
                        "/approvals",
                        "/audit",
                        "/deploy",
                        "/deploy/plan",
                        "/environments",
                        "/environments/{application}/{environment}",
                        "/environments/{application}/{environment}/drift",
                        "/environments/{application}/{environment}/logs",
                        "/environments/{application}/{environment}/secrets",
                        "/notifications",
                        "/pipeline-runs/{id}",
                        "/pipelines",
                        "/pipelines/{name}",
                        "/previews",
                        "/rollouts/{id}",
                        "/sign-in",
                        "/sign-in/provider/answer")
                .filteredOn(path -> path.startsWith("/advisor") || path.startsWith("/sign"))
                .isSubsetOf(PAGES);
    }

    @ParameterizedTest
    @CsvSource({"DESKTOP, LIGHT", "PHONE, DARK"})
    void everyPageIsAccessibleAndFitsTheWindow(Device device, Theme theme) {
        List<String> failures = new ArrayList<>();
        Page page = browser.page(device, theme);
        if (theme == Theme.DARK) {
            page.context().addCookies(List.of(new Cookie("crewyard_language", "de").setUrl(address)));
        }
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
    void slidersNobodyTouchedFollowTheNeedsAndTheOtherPagesTheSliders() {
        Page page = browser.page();
        page.navigate(address + "/advisor");
        Locator untouched = page.locator("#answer [data-weight]");
        assertThat(untouched.count()).isGreaterThan(3);
        String before = String.valueOf(page.evaluate(WEIGHTS));
        page.getByLabel("Robustness").fill("5");

        page.getByLabel("Time to launch").fill("1 week");

        page.waitForFunction("before => (%s) !== before".formatted(WEIGHTS), before);
        assertThat(page.getByLabel("Robustness").inputValue()).isEqualTo("5");
        PlaywrightAssertions.assertThat(page.locator("#advisor-tabs a").nth(1))
                .hasAttribute("href", Pattern.compile(".*launch=1\\+week.*"));
        page.context().close();
    }

    @Test
    void ranksAnewByAButtonWhereThereAreNoScripts() {
        Page page = browser.pageWithoutScripts();
        page.navigate(address + "/advisor");
        PlaywrightAssertions.assertThat(page.locator(".verdict")).containsText("Container PaaS wins");

        for (String criterion : List.of("Robustness", "Horizontal scaling")) {
            Locator slider = page.getByLabel(criterion);
            slider.focus();
            slider.press("End");
        }
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Rank anew"))
                .click();

        PlaywrightAssertions.assertThat(page.locator(".verdict")).containsText("Serverless Containers wins");
        PlaywrightAssertions.assertThat(page).hasURL(Pattern.compile(".*weight\\.Robustness=5.*"));
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sources"))
                .click();
        assertThat(page.url())
                .contains("weight.Robustness=5", "weight.Horizontal+scaling=5")
                .doesNotContain("shown.");
        assertThat(Pattern.compile("weight\\.").matcher(page.url()).results()).hasSize(2);
        page.context().close();
    }

    @Test
    void readsDocumentsThatSomebodyBringsAlongAndRemembersThem(@TempDir Path folder) throws IOException {
        Path mine = Files.writeString(folder.resolve("mine.md"), document("me", 5, 1));
        Path other = Files.writeString(folder.resolve("other.md"), document("somebody", 4, 9));
        Page page = browser.page();
        PageChecks checks = PageChecks.of(page);
        page.navigate(address + "/advisor?steady=30");

        page.getByLabel("Add documents").setInputFiles(new Path[] {mine, other});
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Read them"))
                .click();

        PlaywrightAssertions.assertThat(page.locator(".ranking tbody th").first())
                .containsText("Raft");
        PlaywrightAssertions.assertThat(page.locator(".findings")).containsText("other.md:15: ");
        PlaywrightAssertions.assertThat(page.locator(".brought")).containsText("mine.md");
        assertThat(page.url()).contains("steady=30");
        PlaywrightAssertions.assertThat(page.getByLabel("Requests a second, usually"))
                .hasValue("30");
        checks.isAccessible().fitsTheWidth();

        String found = page.url().replace("steady=30", "steady=40");
        page.navigate(address + application.getBean(SignInLink.class).path());
        page.navigate(found);
        PlaywrightAssertions.assertThat(page.locator(".brought li")).hasCount(2);
        page.getByLabel("Add documents")
                .setInputFiles(Files.writeString(folder.resolve("third.md"), document("third", 3, 2)));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Read them"))
                .click();
        PlaywrightAssertions.assertThat(page.locator(".brought li")).hasCount(3);
        assertThat(page.url()).doesNotContain("_csrf").doesNotContain("documents=");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sources"))
                .click();
        PlaywrightAssertions.assertThat(page.locator("main")).containsText("mine.md");
        page.goBack();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Without them"))
                .click();
        PlaywrightAssertions.assertThat(page.locator(".brought")).hasCount(0);
        PlaywrightAssertions.assertThat(page).hasURL(Pattern.compile(".*steady=40.*"));
        page.context().close();
    }

    @ParameterizedTest
    @CsvSource({
        "no-file, 0, No document was chosen",
        "large.md, 300000, 'large.md has 300,000 bytes, and a document may have 262,144'",
        "picture.md, -3, picture.md is no text in UTF-8"
    })
    void refusesWhatIsNoDocumentAndSaysWhy(String name, int size, String sentence) throws Exception {
        byte[] content = new byte[Math.abs(size)];
        java.util.Arrays.fill(content, size < 0 ? (byte) 0xff : (byte) 'x');

        HttpResponse<String> response = upload("?steady=33", name, content);

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).contains(sentence, "value=\"33\"");
    }

    @Test
    void saysWhenTheDocumentsOfAnAddressAreGone() throws Exception {
        for (String key : List.of("0123456789abcdef", "..%2F..", "%00")) {
            assertThat(new String(get("/advisor?research=" + key).body(), UTF_8))
                    .contains("The documents of this address are no longer here");
        }
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
        assertThat(new String(response.body(), UTF_8))
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

    private static String document(String author, int score, int odd) {
        return """
                ---
                topic: "boats"
                model: "%s"
                stage: research
                version: 1
                ---

                # Where boats live

                ## Decision matrix

                | Kind | Speed | Price |
                |---|---|---|
                | Raft | %d | 5 |
                | Ferry | 1 | %d |
                """.formatted(author, score, odd);
    }

    private HttpResponse<String> upload(String query, String name, byte[] content)
            throws IOException, InterruptedException {
        java.io.ByteArrayOutputStream body = new java.io.ByteArrayOutputStream();
        body.writeBytes(
                "--b\r\nContent-Disposition: form-data; name=\"documents\"; filename=\"%s\"\r\nContent-Type: text/markdown\r\n\r\n"
                        .formatted(name)
                        .getBytes(UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--b--\r\n".getBytes(UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/advisor/documents" + query))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString());
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
