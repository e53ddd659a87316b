package com.crewyard.testing;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What every page has to hold to: accessible by WCAG 2.2 AA as axe checks it, nothing sideways, no errors. */
public final class PageChecks {

    private static final List<String> STANDARDS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private final Page page;
    private final List<String> errors = new ArrayList<>();

    private PageChecks(Page page) {
        this.page = page;
        page.onPageError(errors::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(message.text());
            }
        });
    }

    /** Listens to the page's errors from now on. */
    public static PageChecks of(Page page) {
        return new PageChecks(page);
    }

    /** Asks within the page, which has no frames of other origins: what axe finds in each need not be put together in another. */
    public PageChecks isAccessible() {
        List<Rule> violations = new AxeBuilder(page)
                .setLegacyMode(true)
                .withTags(STANDARDS)
                .analyze()
                .getViolations();
        if (!violations.isEmpty()) {
            throw new AssertionError("%s is not accessible:%n%s"
                    .formatted(
                            page.url(),
                            violations.stream().map(PageChecks::describe).collect(Collectors.joining("\n"))));
        }
        return this;
    }

    public PageChecks fitsTheWidth() {
        Object overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (((Number) overflow).intValue() > 0) {
            throw new AssertionError("%s is %s px wider than the window".formatted(page.url(), overflow));
        }
        return this;
    }

    public PageChecks hasNoErrors() {
        if (!errors.isEmpty()) {
            throw new AssertionError("%s reports: %s".formatted(page.url(), String.join("; ", errors)));
        }
        return this;
    }

    /** Keeps a picture in target/screenshots and gives its place. */
    public Path screenshot(String name) {
        Path file = Path.of("target", "screenshots", name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
        return file;
    }

    private static String describe(Rule rule) {
        return rule.getNodes().stream()
                .map(node ->
                        "  %s (%s): %s%n    %s".formatted(rule.getId(), rule.getImpact(), rule.getHelp(), where(node)))
                .collect(Collectors.joining("\n"));
    }

    private static String where(CheckedNode node) {
        return "%s  %s"
                .formatted(
                        node.getTarget(),
                        String.valueOf(node.getHtml()).lines().findFirst().orElse(""));
    }
}
