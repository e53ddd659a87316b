package com.crewyard.benchmarks;

import com.crewyard.deployment.catalog.AppFile;
import com.crewyard.deployment.engine.DeployRequest;
import com.crewyard.deployment.engine.DeployResult;
import com.crewyard.deployment.engine.Engine;
import com.crewyard.deployment.engine.EnvironmentStatus;
import com.crewyard.deployment.targets.EnvironmentRef;
import com.crewyard.testing.FreePort;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Crewyard Recruiting, deployed from its own app spec and upgraded while people apply, with a release that never gets healthy in
 * between. Ends with an error when an application, a request or a board is lost.
 */
final class RecruitingBenchmark implements Benchmarks.Benchmark {

    private static final int RESUMES = 100;
    private static final int PAGE = 100;
    private static final Duration QUIET = Duration.ofSeconds(5);
    private static final Pattern REFERENCE = Pattern.compile("\"reference\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern TOTAL = Pattern.compile("\"total\"\\s*:\\s*(\\d+)");

    private final OwnPlace place;

    RecruitingBenchmark(OwnPlace place) {
        this.place = place;
    }

    @Override
    public String what() {
        return "Crewyard Recruiting upgraded while people apply, on the target " + place.target();
    }

    @Override
    public void run(Path directory) throws IOException, InterruptedException {
        // Browsers hide a kept connection that breaks by asking again; here it counts.
        System.setProperty("jdk.httpclient.redirects.retrylimit", "1");
        build();
        Applicants applicants = Applicants.write(directory.resolve("resumes"), RESUMES);
        OwnSpec spec = new OwnSpec(place, port());
        EnvironmentRef ref = new EnvironmentRef("crewyard-recruiting", place.environment());
        Map<String, String> secrets = Map.of("SECRET_KEY", random(), "CREWYARD_METRICS_TOKEN", random());
        try (Engine engine = Engine.start(place.settings(directory.resolve("state")), System.out::println)) {
            place.provide(engine, request(spec.release(1), secrets));
            try {
                requireLive(deploy(engine, spec.release(1), secrets));
                try (Client api = new Client(spec.api());
                        Client web = new Client(spec.web())) {
                    api.register();
                    long job = api.publishJob("Engineer");
                    useMeanwhile(engine, ref, spec, secrets, new Audience(api, web, applicants, job), api, job);
                }
            } finally {
                engine.deployments().destroy(ref, "benchmark", true);
            }
        }
    }

    /** What the image and processes are made of. */
    private static void build() throws IOException, InterruptedException {
        int code = new ProcessBuilder(Subject.script(), "schema", "app")
                .inheritIO()
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (code != 0) {
            throw new IllegalStateException("./crewyard schema app ended with exit code " + code);
        }
    }

    private static void useMeanwhile(
            Engine engine,
            EnvironmentRef ref,
            OwnSpec spec,
            Map<String, String> secrets,
            Audience audience,
            Client api,
            long job)
            throws IOException, InterruptedException {
        try (audience) {
            Thread.sleep(QUIET);
            upgrade(engine, ref, spec.release(2), secrets);
            report("after the first upgrade", audience);
            if (!(deploy(engine, spec.broken(3), secrets) instanceof DeployResult.RolledBack)) {
                throw new IllegalStateException("A release that never gets healthy went live.");
            }
            report("after the broken release", audience);
            upgrade(engine, ref, spec.release(4), secrets);
            Thread.sleep(QUIET);
            audience.rest();
            report("after the second upgrade", audience);
            judge(audience, inDatabase(api, job));
        }
    }

    /** Until the former release is gone, with its boards. */
    private static void upgrade(Engine engine, EnvironmentRef ref, AppFile app, Map<String, String> secrets)
            throws InterruptedException {
        requireLive(deploy(engine, app, secrets));
        while (status(engine, ref).slots().size() > 1) {
            Thread.sleep(200);
        }
    }

    private static void requireLive(DeployResult result) {
        if (!(result instanceof DeployResult.Live)) {
            throw new IllegalStateException("A release that is well was taken back: " + result);
        }
    }

    private static DeployResult deploy(Engine engine, AppFile app, Map<String, String> secrets)
            throws InterruptedException {
        long begun = System.nanoTime();
        long rollout = engine.deployments().deploy(request(app, secrets));
        DeployResult result = engine.deployments().await(rollout, _ -> {});
        System.out.printf("%.1f s: %s%n", (System.nanoTime() - begun) / 1e9, result);
        return result;
    }

    private static DeployRequest request(AppFile app, Map<String, String> secrets) {
        String environment = app.spec().environments().keySet().iterator().next();
        return new DeployRequest(app, environment, Map.of(), Optional.empty(), "benchmark", "", secrets, false);
    }

    private static EnvironmentStatus status(Engine engine, EnvironmentRef ref) {
        return engine.deployments().status(ref).orElseThrow();
    }

    private static void report(String when, Audience audience) {
        System.out.printf(
                "%s: %,d requests, %d applications sent, %d acknowledged, failed %s, slowest %,d ms; boards: %d open,"
                        + " %d closed with 1012, %d lost%n",
                when,
                audience.requests(),
                audience.applications(),
                audience.acknowledged().size(),
                audience.failures(),
                audience.longestMillis(),
                audience.boards().kept(),
                audience.boards().restarted(),
                audience.boards().lost());
    }

    private static Set<String> inDatabase(Client api, long job) throws IOException, InterruptedException {
        Set<String> references = new HashSet<>();
        long total;
        int skip = 0;
        do {
            String page =
                    api.send("GET", "/api/v1/applications?job_id=%d&limit=%d&skip=%d".formatted(job, PAGE, skip), "");
            REFERENCE.matcher(page).results().forEach(found -> references.add(found.group(1)));
            total = TOTAL.matcher(page)
                    .results()
                    .mapToLong(found -> Long.parseLong(found.group(1)))
                    .sum();
            skip += PAGE;
        } while (skip < total);
        return references;
    }

    private static void judge(Audience audience, Set<String> stored) {
        Set<String> lost = audience.acknowledged().stream()
                .filter(reference -> !stored.contains(reference))
                .collect(Collectors.toSet());
        System.out.printf(
                "%d applications sent, %d acknowledged, %d in the database, %d lost; messages on the open boards %s%n",
                audience.applications(),
                audience.acknowledged().size(),
                stored.size(),
                lost.size(),
                audience.boards().heard());
        if (!lost.isEmpty()
                || !audience.failures().isEmpty()
                || audience.boards().lost() > 0) {
            throw new IllegalStateException("Something was lost: applications %s, requests %s, boards %d"
                    .formatted(lost, audience.failures(), audience.boards().lost()));
        }
    }

    /** With room above it for the ports of the other services. */
    private static int port() throws IOException {
        int port = FreePort.next();
        return port > 60_000 ? port - 20_000 : port;
    }

    private static String random() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
