package com.crewyard.hosting.artifacts;

import static com.crewyard.hosting.artifacts.YamlText.map;

import com.crewyard.hosting.spec.AppSpec;
import com.crewyard.hosting.spec.AppSpec.Environment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A Cloudflare Worker before the application: it verifies access tokens with the published keys and keeps public pages. */
final class CloudflareWorkerGenerator implements Generator {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final int CACHE_SECONDS = 60;

    @Override
    public String target() {
        return "cloudflare-worker";
    }

    @Override
    public List<Artifact> generate(AppSpec app, Environment environment) {
        String header = Texts.header(this, environment).replaceAll("(?m)^#", "//");
        return List.of(
                new Artifact("worker.js", header + Resources.text("worker/worker.js")),
                new Artifact(
                        "wrangler.jsonc",
                        header + """
                                // Decide, under vars: PROTECTED is what needs a token, OPEN what does not although it is below; CACHED is which paths
                                // everybody sees alike, as regular expressions, for CACHE_SECONDS. Who has one of SESSION_COOKIES is never served from
                                // the cache. There is no secret: the keys at KEYS are public.
                                """ + JSON.writeValueAsString(configuration(app, environment)) + "\n"));
    }

    private static Map<String, Object> configuration(AppSpec app, Environment environment) {
        List<Object> routes = new ArrayList<>();
        for (String host : Texts.hosts(app).keySet()) {
            String zone = host.startsWith("*.") ? host.substring(2) : host.substring(host.indexOf('.') + 1);
            routes.add(map("pattern", host + "/*", "zone_name", zone.contains(".") ? zone : host));
        }
        return map(
                "$schema",
                "./node_modules/wrangler/config-schema.json",
                "name",
                app.app() + "-" + environment.name() + "-edge",
                "main",
                "worker.js",
                "compatibility_date",
                "2026-07-01",
                "workers_dev",
                false,
                "routes",
                routes,
                "observability",
                map("enabled", true),
                "vars",
                map(
                        "PROTECTED", List.of("/api/"),
                        "OPEN", List.of("/api/v1/auth/"),
                        "KEYS", "/.well-known/jwks.json",
                        "ISSUER", "crewyard-recruiting",
                        "CACHED",
                                List.of(
                                        "/careers/[^/]+/?",
                                        "/careers/[^/]+/jobs/[^/]+",
                                        "/careers/[^/]+/(?:sitemap\\.xml|card\\.png)"),
                        "CACHE_SECONDS", CACHE_SECONDS,
                        "SESSION_COOKIES", List.of("crewyard_session")));
    }
}
