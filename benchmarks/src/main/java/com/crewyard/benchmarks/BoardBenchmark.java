package com.crewyard.benchmarks;

import com.crewyard.testing.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A board of 5,000 cards, from the click to what is first seen. */
final class BoardBenchmark implements Benchmarks.Benchmark {

    private static final int CARDS = 5_000;
    private static final int VISITS = 7;

    @Override
    public String what() {
        return "first paint of a board with 5,000 cards in Chromium";
    }

    @Override
    public void run(Path directory) throws IOException, InterruptedException {
        try (Subject subject = Subject.start(directory);
                Browser browser = Browser.open()) {
            subject.register();
            long job = subject.publishJob("Everybody's favourite");
            subject.addApplications(job, subject.addCandidates(CARDS));
            Page page = browser.page();
            page.navigate(subject.uri("/login").toString());
            page.locator("input[name=email]").fill(Subject.EMAIL);
            page.locator("input[name=password]").fill(Subject.PASSWORD);
            page.locator("form:has(input[name=password]) button").click();
            page.waitForURL(url -> !url.contains("/login"));
            List<Double> paints = new ArrayList<>();
            String address = subject.uri("/jobs/%d/board".formatted(job)).toString();
            for (int visit = 0; visit < VISITS; visit++) {
                page.navigate(address);
                paints.add(((Number) page.evaluate("""
                        () => new Promise(done => new PerformanceObserver((list, observer) => {
                          const paint = list.getEntriesByName('first-contentful-paint')[0];
                          if (paint) { observer.disconnect(); done(paint.startTime); }
                        }).observe({type: 'paint', buffered: true}))""")).doubleValue());
            }
            System.out.println(
                    "board of %,d cards: first contentful paint %.0f ms the first time, then median %.0f ms, at most %.0f ms; %s cards in the page"
                            .formatted(
                                    CARDS,
                                    paints.getFirst(),
                                    paints.stream()
                                            .skip(1)
                                            .sorted()
                                            .skip((VISITS - 1) / 2)
                                            .findFirst()
                                            .orElseThrow(),
                                    paints.stream()
                                            .skip(1)
                                            .mapToDouble(paint -> paint)
                                            .max()
                                            .orElseThrow(),
                                    page.locator(".board-card").count()));
        }
    }
}
