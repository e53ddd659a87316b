package com.crewyard.deployment.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.crewyard.deployment.DeploymentApplication;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.testing.FreePort;
import com.example.identity.IdentityProvider;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** Signs people in by a real identity provider: discovery, code with PKCE, ID token, and what their teams may do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProviderSignInTest {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final String ANSWER = "/sign-in/provider/answer";

    private ConfigurableApplicationContext provider;
    private ConfigurableApplicationContext console;
    private URI address;

    @BeforeAll
    void start(@TempDir Path state) throws IOException {
        int consolePort = FreePort.next();
        int providerPort = FreePort.next();
        address = URI.create("http://localhost:" + consolePort);
        provider = IdentityProvider.start(providerPort, address + ANSWER);
        console = DeploymentApplication.application()
                .run(
                        "--server.port=" + consolePort,
                        "--engine.state=" + state,
                        "--access.oidc.issuer=" + IdentityProvider.issuer(providerPort),
                        "--access.oidc.client=" + IdentityProvider.CLIENT,
                        "--access.oidc.secret=" + IdentityProvider.SECRET);
        People people = console.getBean(People.class);
        people.grant("shipping", Role.DEPLOYER, new Scope("shop/*"), "tester");
        people.grant("reading", Role.VIEWER, Scope.EVERYTHING, "tester");
    }

    @AfterAll
    void stop() {
        console.close();
        provider.close();
    }

    @Test
    void letsPeopleInWithWhatTheirTeamsMayDo() throws Exception {
        try (HttpClient ada = browser()) {
            assertThat(get(ada, "/sign-in").body()).contains("href=\"/sign-in/provider\"");

            HttpResponse<String> in = signIn(ada, "ada");

            assertThat(in.uri().getPath()).isEqualTo("/environments");
            assertThat(in.statusCode()).isEqualTo(200);
            assertThat(in.body()).contains(">ada<");
            assertThat(get(ada, "/deploy").statusCode()).isEqualTo(200);
            assertThat(get(ada, "/audit").body()).contains("by http://localhost:");
            assertThat(get(ada, "/access").statusCode()).isEqualTo(403);

            People people = console.getBean(People.class);
            people.withdraw(
                    people.grants().stream()
                            .filter(grant -> grant.team().equals("shipping"))
                            .findFirst()
                            .orElseThrow()
                            .id(),
                    "tester");
            assertThat(get(ada, "/deploy").statusCode()).isEqualTo(403);
            people.grant("shipping", Role.DEPLOYER, new Scope("shop/*"), "tester");
        }
    }

    @Test
    void letsPeopleOfNoTeamSeeNothing() throws Exception {
        try (HttpClient bob = browser()) {
            HttpResponse<String> in = signIn(bob, "bob");

            assertThat(in.statusCode()).isEqualTo(403);
            assertThat(in.body()).contains("bob may not view anything");
        }
    }

    @Test
    void takesNoAnswerThatThisBrowserDidNotAskFor() throws Exception {
        try (HttpClient ada = browser();
                HttpClient stranger = browser()) {
            HttpResponse<String> asked = get(stranger, "/sign-in/provider");
            assertThat(asked.uri().getPath()).isEqualTo("/login");

            HttpResponse<String> forged = get(ada, ANSWER + "?code=stolen&state=guessed");

            assertThat(forged.uri().getPath()).isEqualTo("/sign-in");
            assertThat(forged.body()).contains("none to a sign-in of this browser");
            assertThat(get(ada, "/environments").uri().getPath()).isEqualTo("/sign-in");
        }
    }

    @Test
    void wantsAnIssuerThatNobodyInBetweenCanPlay() {
        assertThatThrownBy(() ->
                        new OidcSettings(Optional.of("http://id.example.com"), "crewyard", Optional.empty(), "groups"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("give an address with https");
        assertThatThrownBy(
                        () -> new OidcSettings(Optional.of("https://id.example.com"), "", Optional.empty(), "groups"))
                .hasMessageContaining("CREWYARD_OIDC_CLIENT is not set");
    }

    private HttpResponse<String> signIn(HttpClient browser, String name) throws Exception {
        HttpResponse<String> login = get(browser, "/sign-in/provider");
        assertThat(login.uri().getPort()).isNotEqualTo(address.getPort());
        Matcher form = CSRF.matcher(login.body());
        assertThat(form.find()).isTrue();
        return browser.send(
                HttpRequest.newBuilder(login.uri().resolve("/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("username=%s&password=secret&_csrf=%s"
                                .formatted(name, URLEncoder.encode(form.group(1), StandardCharsets.UTF_8))))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(HttpClient browser, String path) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(address.resolve(path))
                        .header("Accept", "text/html")
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder()
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build();
    }
}
