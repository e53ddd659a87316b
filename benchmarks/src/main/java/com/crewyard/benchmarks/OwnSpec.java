package com.crewyard.benchmarks;

import com.crewyard.deployment.catalog.AppFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * {@code deploy/app.yaml} with one of its environments at an address of its own, with request limits off, with more time to start,
 * and with shorter waits between the steps of a canary and until the former release ends.
 *
 * @param port of the API
 */
record OwnSpec(OwnPlace place, int port) {

    private static final Path ROOT = Path.of(System.getProperty("user.dir"));
    private static final Path FILE = ROOT.resolve("deploy").resolve("app.yaml");
    /** Between the ports of the API and of the pages, as between those of the services. */
    private static final int DISTANCE = 501;

    /** @param number which changes what the release says, and so all of its instances */
    AppFile release(int number) throws IOException {
        return AppFile.of(FILE, ROOT, text(number));
    }

    /** One that starts and never answers its health check. */
    AppFile broken(int number) throws IOException {
        return AppFile.of(
                FILE,
                ROOT,
                replaced(replaced(text(number), "path: /healthz", "path: /absent"), "grace: 240s", "grace: 60s"));
    }

    URI api() {
        return URI.create("http://%s:%d/".formatted(place.address(), port));
    }

    URI web() {
        return URI.create("http://%s:%d/".formatted(place.address(), port + DISTANCE));
    }

    private String text(int number) throws IOException {
        String text = Files.readString(FILE);
        text = text.substring(0, text.indexOf("\nenvironments:\n") + 1);
        // Two releases of five instances each start and serve on the machine that measures.
        text = replaced(text, "grace: 60s", "grace: 240s");
        text = replaced(text, "window: 30m", "window: 10s");
        text = replaced(text, "steps: [5, 25, 50]", "steps: [5, 25, 50], pause: 3s");
        return text
                + "environments:\n  %s: {%s, publish: %d, env: {CREWYARD_REQUESTLIMITS: 'false', CREWYARD_BUILD: '%d'%s}}\n"
                        .formatted(place.environment(), place.where(), port, number, place.variables(port + DISTANCE));
    }

    private static String replaced(String text, String former, String next) {
        if (!text.contains(former)) {
            throw new IllegalStateException("deploy/app.yaml has no \"%s\" any more".formatted(former));
        }
        return text.replace(former, next);
    }
}
