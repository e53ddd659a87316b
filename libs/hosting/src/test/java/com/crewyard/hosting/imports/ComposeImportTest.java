package com.crewyard.hosting.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.hosting.Finding;
import com.crewyard.hosting.artifacts.Generators;
import com.crewyard.hosting.spec.AppSpec;
import com.crewyard.hosting.spec.AppSpec.Service;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ComposeImportTest {

    private static final String COMPOSE = """
            name: Shop
            services:
              web:
                build: {context: ., dockerfile: Dockerfile.web}
                command: gunicorn "shop.main:app" --bind 0.0.0.0
                ports:
                  - "127.0.0.1:8000:8080"
                  - "9100:9100"
                environment:
                  - DATABASE_URL=postgresql://shop:secret@db:5432/shop
                  - CACHE=redis://cache:6379/0
                  - GREETING=${GREETING:-hello}
                  - SECRET_KEY=${SECRET_KEY:?}
                  - REGION
                healthcheck:
                  test: ["CMD", "curl", "-f", "http://localhost:8080/healthz"]
                  interval: 5s
                  start_period: 20s
                deploy:
                  replicas: 3
                  resources: {limits: {cpus: "0.5", memory: 256M}}
                volumes: [./data:/data]
                depends_on: [db]
              db:
                image: postgres:16.4-alpine
                environment: {POSTGRES_PASSWORD: secret}
              cache: {image: "redis:7"}
            volumes: {db: {}}
            """;

    @Test
    void carriesOverServicesAndWhatTheyStandOn() {
        AppSpec spec = ScoreImportTest.spec(ComposeImport.read("compose.yaml", COMPOSE, "folder"));
        Service web = Objects.requireNonNull(spec.services().get("web"));

        assertThat(spec.app()).isEqualTo("shop");
        assertThat(spec.services()).containsOnlyKeys("web");
        assertThat(web.command()).containsExactly("gunicorn", "shop.main:app", "--bind", "0.0.0.0");
        assertThat(web.build())
                .hasValueSatisfying(build -> assertThat(build.dockerfile()).isEqualTo("Dockerfile.web"));
        assertThat(web.port()).hasValue(8080);
        assertThat(web.replicas()).isEqualTo(3);
        assertThat(web.memoryMebibytes()).isEqualTo(256);
        assertThat(web.env()).containsOnly(Map.entry("GREETING", "hello"));
        assertThat(web.secrets()).containsExactly("SECRET_KEY", "REGION");
        assertThat(web.health())
                .hasValueSatisfying(health -> assertThat(health.path()).isEqualTo("/healthz"));
        assertThat(Objects.requireNonNull(spec.backing().get("db")))
                .isEqualTo(new AppSpec.Backing(
                        AppSpec.Backing.Kind.DATABASE, "postgres", "16.4", "DATABASE_URL", Optional.empty()));
        assertThat(Objects.requireNonNull(spec.backing().get("cache")).env()).isEqualTo("CACHE");
    }

    @Test
    void neverCarriesAPasswordOver() {
        assertThat(ComposeImport.read("compose.yaml", COMPOSE, "folder").spec().orElseThrow())
                .doesNotContain("secret@")
                .doesNotContain(": secret");
    }

    @Test
    void saysWhereItLeavesSomethingBehind() {
        assertThat(ComposeImport.read("compose.yaml", COMPOSE, "folder").findings())
                .extracting(Finding::toString)
                .contains(
                        "compose.yaml:8:9: warning: port 9100:9100 of service web is not carried over: a service has one",
                        "compose.yaml:14:9: warning: REGION of service web comes from outside; it is among the secrets",
                        "compose.yaml:22:5: warning: \"volumes\" of service web is not carried over");
    }

    @Test
    void refusesAFileWithoutServicesAndAServiceWithoutAnImage() {
        assertThat(ComposeImport.read("c.yaml", "name: shop\n", "x").findings())
                .extracting(Finding::toString)
                .containsExactly("c.yaml:1:1: services is missing");
        assertThat(ComposeImport.read("c.yaml", "services:\n  web: {ports: [80]}\n", "x")
                        .findings())
                .extracting(Finding::toString)
                .contains("c.yaml:2:8: services.web has neither an image nor a build");
    }

    @Test
    void aFileOfOursComesBack() {
        AppSpec spec = ScoreImportTest.spec(ComposeImport.read("compose.yaml", COMPOSE, "folder"));
        String generated = Objects.requireNonNull(Generators.all().get("compose"))
                .generate(spec, spec.environments().values().iterator().next())
                .getFirst()
                .content();
        AppSpec again = ScoreImportTest.spec(ComposeImport.read("compose.yaml", generated, "folder"));

        assertThat(again.backing()).isEqualTo(spec.backing());
        assertThat(again.services().get("web"))
                .extracting(service -> Objects.requireNonNull(service).command())
                .isEqualTo(Objects.requireNonNull(spec.services().get("web")).command());
    }

    @Property(tries = 200)
    void nothingMakesItThrow(@ForAll String text) {
        assertThat(ComposeImport.read("c.yaml", text, "x").findings()).isNotNull();
        assertThat(ScoreImport.read("s.yaml", text).findings()).isNotNull();
    }
}
