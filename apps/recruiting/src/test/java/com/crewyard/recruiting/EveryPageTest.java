package com.crewyard.recruiting;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.testing.Browser;
import com.crewyard.testing.Browser.Device;
import com.crewyard.testing.Browser.Theme;
import com.crewyard.testing.PageChecks;
import com.crewyard.web.Reply;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every page that the application has, in both themes, wide and narrow: accessible by WCAG 2.2 AA as axe checks it, and
 * nothing sideways down to 360 pixels. A new page without an address here fails.
 */
@RecruitingTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageTest {

    /** The narrowest window that pages promise to fit. */
    private static final int NARROWEST = 360;

    /** What strangers see, by the pattern of the handler that answers. */
    private static final Map<String, List<String>> PUBLIC = Map.ofEntries(
            entry("/login", List.of("/login")),
            entry("/register", List.of("/register")),
            entry("/invitations/{token}", List.of("/invitations/{invitation}", "/invitations/unknown")),
            entry("/careers/{slug}", List.of("/careers/{slug}", "/careers/{slug}?q=nothing", "/careers/unknown")),
            entry(
                    "/careers/{slug}/jobs/{job}",
                    List.of("/careers/{slug}/jobs/{open}", "/careers/{slug}/jobs/{closed}", "/careers/{slug}/jobs/0")),
            entry("/careers/{slug}/jobs/{job}/apply", List.of("/careers/{slug}/jobs/{open}/apply")),
            entry("/careers/{slug}/status/{token}", List.of("/careers/{slug}/status/{token}")),
            entry("/careers/{slug}/status/{token}/received", List.of("/careers/{slug}/status/{token}/received")));

    /** What an administrator sees. */
    private static final Map<String, List<String>> WORKPLACE = Map.ofEntries(
            entry("/", List.of("/")),
            entry("/jobs", List.of("/jobs", "/jobs?status=closed", "/jobs?q=nothing")),
            entry("/jobs/new", List.of("/jobs/new")),
            entry("/jobs/{id:\\d+}", List.of("/jobs/{open}", "/jobs/{draft}", "/jobs/{closed}", "/jobs/999999999")),
            entry("/jobs/{id}/edit", List.of("/jobs/{open}/edit")),
            entry("/jobs/{id}/stages", List.of("/jobs/{open}/stages")),
            entry("/jobs/{id}/questions", List.of("/jobs/{open}/questions")),
            entry("/jobs/{id}/team", List.of("/jobs/{open}/team")),
            entry("/jobs/{job}/board", List.of("/jobs/{open}/board", "/jobs/{draft}/board")),
            entry("/jobs/{job}/matches", List.of("/jobs/{open}/matches", "/jobs/{draft}/matches")),
            entry("/candidates", List.of("/candidates", "/candidates?q=nobody")),
            entry("/candidates/new", List.of("/candidates/new")),
            entry("/candidates/{candidate:\\d+}", List.of("/candidates/{candidate}", "/candidates/{duplicate}")),
            entry("/candidates/{candidate:\\d+}/edit", List.of("/candidates/{candidate}/edit")),
            entry("/candidates/{candidate:\\d+}/activity", List.of("/candidates/{candidate}/activity")),
            entry("/candidates/{candidate:\\d+}/applications", List.of("/candidates/{candidate}/applications")),
            entry("/candidates/{candidate:\\d+}/fits", List.of("/candidates/{candidate}/fits")),
            entry("/candidates/{candidate:\\d+}/merge", List.of("/candidates/{candidate}/merge?with={duplicate}")),
            entry(
                    "/search",
                    List.of(
                            "/search",
                            "/search?q=brake+OR+(mechanc&typing=true",
                            "/search?q=is:candidate&sort=name&skill=Welding",
                            "/search?like=candidate-{candidate}")),
            entry("/search/saved/{id}", List.of("/search/saved/{search}", "/search/saved/999999")),
            entry("/tasks", List.of("/tasks")),
            entry("/settings", List.of("/settings")),
            entry("/settings/careers", List.of("/settings/careers")),
            entry("/settings/matching", List.of("/settings/matching")),
            entry(
                    "/settings/{family:skills|titles}",
                    List.of(
                            "/settings/skills",
                            "/settings/skills?q=java",
                            "/settings/titles",
                            "/settings/titles?q=cook")),
            entry("/settings/organization", List.of("/settings/organization")),
            entry("/settings/people", List.of("/settings/people")));

    /** What is refused to somebody who may only look. */
    private static final List<String> FORBIDDEN = List.of("/jobs/new", "/settings/organization");

    /** Parts that scripts put into the page of the board. */
    private static final Set<String> PARTS = Set.of(
            "/jobs/{job}/board/columns", "/jobs/{job}/board/columns/{stage}", "/jobs/{job}/board/cards/{application}");

    private final Recruiting recruiting;
    private final RequestMappingHandlerMapping handlers;
    private final FurnishedOrganization furnished;
    private Browser browser;

    EveryPageTest(
            Recruiting recruiting,
            BeanFactory beans,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers) {
        this.recruiting = recruiting;
        this.handlers = handlers;
        this.furnished = FurnishedOrganization.create(recruiting, beans);
    }

    @BeforeAll
    void openBrowser() {
        browser = Browser.open();
    }

    @AfterAll
    void closeBrowser() {
        browser.close();
    }

    @Test
    void knowsEveryPage() {
        Set<String> known = new TreeSet<>(PARTS);
        known.addAll(PUBLIC.keySet());
        known.addAll(WORKPLACE.keySet());
        Set<String> served = new TreeSet<>();
        handlers.getHandlerMethods().forEach((mapping, handler) -> {
            if (isRead(mapping)
                    && Reply.class.isAssignableFrom(handler.getMethod().getReturnType())) {
                served.addAll(mapping.getPatternValues());
            }
        });
        assertThat(known).containsExactlyElementsOf(served);
    }

    @ParameterizedTest
    @CsvSource({"DESKTOP, LIGHT", "PHONE, DARK"})
    void everyPageIsAccessibleAndFitsTheWindow(Device device, Theme theme) {
        List<String> failures = new ArrayList<>();
        Page stranger = open(device, theme);
        PUBLIC.values().forEach(addresses -> addresses.forEach(address -> check(stranger, device, address, failures)));
        stranger.context().close();
        Page administrator = logIn(FurnishedOrganization.ADMINISTRATOR, device, theme);
        WORKPLACE
                .values()
                .forEach(addresses -> addresses.forEach(address -> check(administrator, device, address, failures)));
        administrator.context().close();
        Page viewer = logIn(FurnishedOrganization.VIEWER, device, theme);
        FORBIDDEN.forEach(address -> check(viewer, device, address, failures));
        viewer.context().close();
        assertThat(failures).isEmpty();
    }

    private void check(Page page, Device device, String pattern, List<String> failures) {
        Response response = page.navigate(recruiting.address() + furnished.address(pattern));
        try {
            assertThat(response.status()).as(pattern).isLessThan(500);
            assertThat(response.headerValue("content-type")).as(pattern).startsWith("text/html");
            PageChecks checks = PageChecks.of(page);
            checks.isAccessible().fitsTheWidth();
            if (device == Device.PHONE) {
                int height = page.viewportSize().height;
                int width = page.viewportSize().width;
                page.setViewportSize(NARROWEST, height);
                checks.fitsTheWidth();
                page.setViewportSize(width, height);
            }
        } catch (AssertionError e) {
            failures.add(String.valueOf(e.getMessage()));
        }
    }

    private Page logIn(String email, Device device, Theme theme) {
        Page page = open(device, theme);
        page.navigate(recruiting.address() + "/login");
        page.fill("input[name=email]", email);
        page.fill("input[name=password]", Recruiting.PASSWORD);
        page.click("main button");
        page.waitForURL(url -> !url.contains("/login"));
        return page;
    }

    /** The dark ones in German, whose words are longer. */
    private Page open(Device device, Theme theme) {
        Page page = browser.page(device, theme);
        if (theme == Theme.DARK) {
            page.context().addCookies(List.of(new Cookie("crewyard_language", "de").setUrl(recruiting.address())));
        }
        return page;
    }

    private static boolean isRead(RequestMappingInfo mapping) {
        return mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET);
    }
}
