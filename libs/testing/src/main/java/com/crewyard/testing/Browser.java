package com.crewyard.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Chromium as the system has it, without a window. One is enough for a test class; each test opens contexts of its own,
 * which share nothing. Playwright binds it to the thread that opened it.
 */
public final class Browser implements AutoCloseable {

    private static final List<Path> PLACES = List.of(
            Path.of("/usr/bin/chromium"),
            Path.of("/usr/bin/chromium-browser"),
            Path.of("/usr/bin/google-chrome"),
            Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"),
            Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"));
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    /** The sizes that pages are checked in. */
    public enum Device {
        DESKTOP(1280, 800),
        PHONE(390, 844);

        private final int width;
        private final int height;

        Device(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    /** The themes that pages are checked in. */
    public enum Theme {
        LIGHT(ColorScheme.LIGHT),
        DARK(ColorScheme.DARK);

        private final ColorScheme scheme;

        Theme(ColorScheme scheme) {
            this.scheme = scheme;
        }
    }

    /** Opens it; without Chromium, the test that asks is skipped and says how to install it. */
    public static Browser open() {
        Optional<Path> executable = executable();
        assumeTrue(
                executable.isPresent(),
                "Chromium is not installed: apt-get install chromium, or set CREWYARD_CHROMIUM to its program");
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        try {
            return new Browser(
                    playwright,
                    playwright
                            .chromium()
                            .launch(new BrowserType.LaunchOptions()
                                    .setExecutablePath(executable.orElseThrow())
                                    .setArgs(FLAGS)));
        } catch (RuntimeException e) {
            playwright.close();
            throw e;
        }
    }

    /** A page in a window of its own, with cookies of its own. */
    public Page page(Device device, Theme theme) {
        return context(device, theme, true).newPage();
    }

    public Page page() {
        return page(Device.DESKTOP, Theme.LIGHT);
    }

    /** As {@link #page()}, with scripts switched off. */
    public Page pageWithoutScripts() {
        return context(Device.DESKTOP, Theme.LIGHT, false).newPage();
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }

    private BrowserContext context(Device device, Theme theme, boolean scripts) {
        return chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(device.width, device.height)
                .setDeviceScaleFactor(device == Device.PHONE ? 2 : 1)
                .setHasTouch(device == Device.PHONE)
                .setColorScheme(theme.scheme)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale("en-US")
                .setTimezoneId("UTC")
                .setJavaScriptEnabled(scripts));
    }

    private static Optional<Path> executable() {
        return Stream.concat(
                        Stream.ofNullable(System.getenv("CREWYARD_CHROMIUM")).map(Path::of), PLACES.stream())
                .filter(Files::isExecutable)
                .findFirst();
    }
}
