package com.crewyard.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.crewyard.recruiting.demo.DemoCorpus;
import com.crewyard.testing.Browser;
import com.crewyard.testing.CrewyardProcess;
import com.crewyard.testing.PageChecks;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The platform's main job, from a published job to a hire, with a browser and real files. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HireTest {

    private static final String PASSWORD = "a long password";
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");
    private static final double ONE_SECOND = 1_000;

    private Path directory = Path.of("");
    private final HttpClient http = HttpClient.newHttpClient();
    private @Nullable Browser opened;
    private @Nullable CrewyardProcess started;
    private String token = "";

    @BeforeAll
    void start(@TempDir Path temporary) throws IOException, InterruptedException {
        directory = temporary;
        opened = Browser.open();
        started = CrewyardProcess.run(Script.command(), directory.resolve("data"), Map.of(), "--no-demo")
                .awaitReady();
        DemoCorpus.write(directory.resolve("resumes"), 7, 7);
        post("/api/v1/auth/register", "application/json", """
                {"email": "owner@example.com", "password": "%s", "org_name": "Blue Fig", "full_name": "Olga Owner"}""".formatted(PASSWORD));
        token = find(
                TOKEN,
                post(
                        "/api/v1/auth/login",
                        "application/x-www-form-urlencoded",
                        "username=owner%40example.com&password=a+long+password"));
    }

    @AfterAll
    void stop() {
        if (started != null) {
            started.close();
        }
        if (opened != null) {
            opened.close();
        }
    }

    @Test
    void leadsFromAPublishedJobToAHireWhileTwoWatch() throws IOException, InterruptedException {
        long job = publish("Intensive care nurse");
        Page first = signedIn();
        Page second = signedIn();
        first.navigate(address("/jobs/%d/board".formatted(job)));
        second.navigate(address("/jobs/%d/board".formatted(job)));

        Path resume = resumes().stream()
                .filter(file -> file.toString().endsWith(".pdf"))
                .findFirst()
                .orElseThrow();
        apply(job, "Mira Example", "mira@example.com", resume);
        for (Page page : List.of(first, second)) {
            assertThat(card(page, "Mira Example")).isVisible(within(5 * ONE_SECOND));
        }

        moveBy(first, "Mira Example", "Interview");
        assertThat(card(second, "Mira Example").locator("xpath=ancestor::section"))
                .containsText("Interview", new LocatorAssertions.ContainsTextOptions().setTimeout(3 * ONE_SECOND));

        moveBy(second, "Mira Example", "Hired");
        assertThat(second.getByText("Every opening is filled.")).isVisible(within(5 * ONE_SECOND));
        assertThat(get("/api/v1/applications?job_id=" + job)).contains("\"status\":\"hired\"");
    }

    @Test
    void takesEveryFormatAndReadsIt() throws IOException, InterruptedException {
        long job = publish("Reader of all formats");
        List<Path> files = resumes();
        assertThat(files).hasSizeGreaterThanOrEqualTo(6);
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            apply(job, "Person " + name, name.replaceAll("[^a-z0-9]+", "") + "@example.com", file);
        }
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            Page board = signedIn();
            board.navigate(address("/jobs/%d/board".formatted(job)));
            assertThat(board.locator(".board-card")).hasCount(files.size());
            assertThat(board.getByText("Reading resume…")).hasCount(0);
            assertThat(board.getByText("Resume unreadable")).hasCount(0);
            board.context().close();
        });
    }

    @Test
    void worksForCandidatesWithoutScripts() throws IOException, InterruptedException {
        long job = publish("Plain work");
        Page page = browser().pageWithoutScripts();
        page.navigate(address("/careers/blue-fig"));
        page.getByText("Plain work").first().click();
        page.navigate(address("/careers/blue-fig/jobs/%d/apply".formatted(job)));
        page.locator("input[name=name]").fill("Nora Noscript");
        page.locator("input[name=email]").fill("nora@localhost");
        page.locator("input[name=resume]").setInputFiles(resumes().getFirst());
        page.locator("form[enctype] button:not([name])").last().click();
        assertThat(page.locator(".field-error").first()).isVisible();
        page.locator("input[name=email]").fill("nora@example.com");
        page.locator("form[enctype] button:not([name])").last().click();
        assertThat(page.locator("body")).containsText(Pattern.compile("[0-9A-Z]{4}-[0-9A-Z]{4}"));
    }

    @Test
    void isAccessibleOnTheBoardInBothThemesAndSizes() throws IOException, InterruptedException {
        long job = publish("Accessible work");
        apply(job, "Ada Axe", "ada@example.com", resumes().getFirst());
        for (Browser.Device device : Browser.Device.values()) {
            for (Browser.Theme theme : Browser.Theme.values()) {
                Page page = browser().page(device, theme);
                logIn(page);
                page.navigate(address("/jobs/%d/board".formatted(job)));
                PageChecks.of(page).isAccessible().fitsTheWidth().screenshot("board-%s-%s".formatted(device, theme));
                page.context().close();
            }
        }
    }

    private void moveBy(Page page, String name, String stage) {
        Locator card = card(page, name);
        card.hover();
        card.locator("[data-board=move]").click();
        page.locator("#move button[name=stage]")
                .filter(new Locator.FilterOptions().setHasText(stage))
                .click();
    }

    private static Locator card(Page page, String name) {
        return page.locator(".board-card").filter(new Locator.FilterOptions().setHasText(name));
    }

    private static LocatorAssertions.IsVisibleOptions within(double milliseconds) {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(milliseconds);
    }

    private void apply(long job, String name, String email, Path resume) {
        Page page = browser().page();
        page.navigate(address("/careers/blue-fig/jobs/%d/apply".formatted(job)));
        page.locator("input[name=name]").fill(name);
        page.locator("input[name=email]").fill(email);
        page.locator("input[name=resume]").setInputFiles(resume);
        page.locator("form[enctype] button:not([name])").last().click();
        assertThat(page.locator("body")).containsText(Pattern.compile("[0-9A-Z]{4}-[0-9A-Z]{4}"));
        page.context().close();
    }

    private Page signedIn() {
        Page page = browser().page();
        logIn(page);
        return page;
    }

    private void logIn(Page page) {
        page.navigate(address("/login"));
        page.locator("input[name=email]").fill("owner@example.com");
        page.locator("input[name=password]").fill(PASSWORD);
        page.locator("form:has(input[name=password]) button").click();
        page.waitForURL(url -> !url.contains("/login"));
    }

    private long publish(String title) throws IOException, InterruptedException {
        return Long.parseLong(find(ID, post("/api/v1/jobs", "application/json", """
                        {"title": "%s", "is_public": true, "location": "Berlin, Germany"}""".formatted(title))));
    }

    private List<Path> resumes() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("resumes"))) {
            return files.filter(file -> !file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private String post(String path, String type, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(crewyard().uri(path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return send(request);
    }

    private String get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(crewyard().uri(path)));
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return answer.body();
    }

    private static String find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return String.valueOf(matcher.group(1));
    }

    private Browser browser() {
        return Objects.requireNonNull(opened);
    }

    private CrewyardProcess crewyard() {
        return Objects.requireNonNull(started);
    }

    private String address(String path) {
        return crewyard().uri(path).toString();
    }
}
