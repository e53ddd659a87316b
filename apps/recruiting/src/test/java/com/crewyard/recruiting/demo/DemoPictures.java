package com.crewyard.recruiting.demo;

import com.crewyard.testing.Browser;
import com.crewyard.testing.Browser.Device;
import com.crewyard.testing.Browser.Theme;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;

/** The pictures of the documentation, as the demonstration shows itself. */
final class DemoPictures {

    private static final int WIDTH = 1440;
    private static final int HEIGHT = 860;

    private final String address;
    private final Path folder;

    private DemoPictures(String address, Path folder) {
        this.address = address;
        this.folder = folder;
    }

    /** {@code -Dcrewyard.pictures=docs/images} takes them where the documentation shows them. */
    static Path folder() {
        return Path.of(System.getProperty("crewyard.pictures", "target/pictures"));
    }

    /** Which job and which of its candidates are shown. */
    record Shown(String careers, long job, long candidate) {}

    static void take(String address, Path folder, Shown shown) {
        DemoPictures pictures = new DemoPictures(address, folder);
        try (Browser browser = Browser.open()) {
            Page page = pictures.logIn(browser, Theme.LIGHT);
            pictures.take(page, "/jobs/%d/board".formatted(shown.job()), "board");
            pictures.take(page, "/candidates/%d".formatted(shown.candidate()), "candidate");
            pictures.take(page, "/jobs/%d/matches".formatted(shown.job()), "matches");
            page.context().close();
            Page night = pictures.logIn(browser, Theme.DARK);
            pictures.take(night, "/jobs/%d/board".formatted(shown.job()), "board-dark");
            night.context().close();
            Page stranger = browser.page();
            stranger.setViewportSize(WIDTH, HEIGHT);
            pictures.take(stranger, shown.careers(), "careers");
            pictures.take(stranger, "%s/jobs/%d/apply".formatted(shown.careers(), shown.job()), "apply");
            stranger.context().close();
        }
    }

    private Page logIn(Browser browser, Theme theme) {
        Page page = browser.page(Device.DESKTOP, theme);
        page.setViewportSize(WIDTH, HEIGHT);
        page.navigate(address + "/login");
        page.fill("input[name=email]", DemoLogin.EMAIL);
        page.fill("input[name=password]", DemoLogin.PASSWORD);
        page.click("main button");
        page.waitForURL(url -> !url.contains("/login"));
        return page;
    }

    private void take(Page page, String path, String name) {
        page.navigate(address + path);
        page.waitForLoadState(LoadState.LOAD);
        page.evaluate("document.fonts.ready");
        if (!page.evaluate("[...document.images].every(image => image.complete && image.naturalWidth > 0)")
                .equals(true)) {
            throw new AssertionError("%s shows a picture that is not there".formatted(path));
        }
        page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")));
    }
}
