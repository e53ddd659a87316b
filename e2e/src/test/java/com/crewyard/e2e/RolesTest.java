package com.crewyard.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.recruiting.demo.DemoCorpus;
import com.crewyard.testing.Browser;
import com.crewyard.testing.CrewyardProcess;
import com.crewyard.testing.TestDatabase;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The roles as processes of their own, which have nothing in common but the database and the folder of files. */
class RolesTest {

    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");
    private static final Pattern REFERENCE = Pattern.compile("[0-9A-Z]{4}-[0-9A-Z]{4}");
    private static final LocatorAssertions.ContainsTextOptions SOON =
            new LocatorAssertions.ContainsTextOptions().setTimeout(3_000);
    private static final LocatorAssertions.HasCountOptions ONCE_READ =
            new LocatorAssertions.HasCountOptions().setTimeout(60_000);

    @TempDir
    private Path directory = Path.of("");

    private final HttpClient http = HttpClient.newHttpClient();
    private String token = "";

    @Test
    void workTogetherOnOneDatabase() throws IOException, InterruptedException {
        Map<String, String> environment = Map.of("DATABASE_URL", TestDatabase.text(TestDatabase.empty()));
        try (CrewyardProcess api = start("api", environment).awaitReady();
                CrewyardProcess web = start("web", environment);
                CrewyardProcess worker = start("worker", environment);
                Browser browser = Browser.open()) {
            web.awaitReady();
            worker.awaitReady();

            register(api);
            String job = find(ID, send(api, "POST", "/api/v1/jobs", """
                    {"title": "Night porter", "is_public": true, "location": "Berlin, Germany"}"""));
            apply(browser, web, job);

            Page board = signedIn(browser, web);
            board.navigate(web.uri("/jobs/%s/board".formatted(job)).toString());
            Locator card = board.locator(".board-card").filter(new Locator.FilterOptions().setHasText("Mira Example"));
            assertThat(card).hasCount(1);
            assertThat(board.getByText("Reading resume…")).hasCount(0, ONCE_READ);

            String application = find(ID, send(api, "GET", "/api/v1/applications?job_id=" + job, ""));
            send(api, "PATCH", "/api/v1/applications/" + application, "{\"status\": \"interview\"}");
            assertThat(card.locator("xpath=ancestor::section")).containsText("Interview", SOON);

            assertThat(status(api.uri("/login"))).isEqualTo(404);
            assertThat(status(web.uri("/api/v1/jobs"))).isEqualTo(404);
            assertThat(status(worker.uri("/login"))).isEqualTo(404);
        }
    }

    private CrewyardProcess start(String role, Map<String, String> environment) {
        return CrewyardProcess.run(
                Script.command(), directory.resolve("data"), environment, "--no-demo", "--role", role);
    }

    private void register(CrewyardProcess api) throws IOException, InterruptedException {
        send(api, "POST", "/api/v1/auth/register", """
                {"email": "owner@example.com", "password": "a long password", "org_name": "Blue Fig"}""");
        HttpRequest.Builder logIn = HttpRequest.newBuilder(api.uri("/api/v1/auth/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=owner%40example.com&password=a+long+password"));
        token = find(TOKEN, http.send(logIn.build(), BodyHandlers.ofString()).body());
    }

    private void apply(Browser browser, CrewyardProcess web, String job) throws IOException {
        DemoCorpus.write(directory.resolve("resumes"), 7, 1);
        Page page = browser.page();
        page.navigate(web.uri("/careers/blue-fig/jobs/%s/apply".formatted(job)).toString());
        page.locator("input[name=name]").fill("Mira Example");
        page.locator("input[name=email]").fill("mira@example.com");
        page.locator("input[name=resume]").setInputFiles(resume());
        page.locator("form[enctype] button:not([name])").last().click();
        assertThat(page.locator("body")).containsText(REFERENCE);
        page.context().close();
    }

    private Path resume() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("resumes"))) {
            return files.filter(file -> !file.toString().endsWith(".json"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Page signedIn(Browser browser, CrewyardProcess web) {
        Page page = browser.page();
        page.navigate(web.uri("/login").toString());
        page.locator("input[name=email]").fill("owner@example.com");
        page.locator("input[name=password]").fill("a long password");
        page.locator("form:has(input[name=password]) button").click();
        page.waitForURL(url -> !url.contains("/login"));
        return page;
    }

    private String send(CrewyardProcess process, String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(process.uri(path))
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        var answer = http.send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return answer.body();
    }

    private int status(URI address) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                .statusCode();
    }

    private static String find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return String.valueOf(matcher.group(1));
    }
}
