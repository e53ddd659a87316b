package com.crewyard.hosting.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.hosting.Finding;
import com.crewyard.hosting.spec.AppSpec;
import com.crewyard.hosting.spec.AppSpec.Service;
import com.crewyard.hosting.spec.AppSpecReader;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ScoreImportTest {

    private static final String WORKLOAD = """
            apiVersion: score.dev/v1b1
            metadata:
              name: hello-world
            containers:
              main:
                image: ghcr.io/acme/hello:1.2
                command: [python3]
                args: [server.py]
                variables:
                  GREETING: hello from ${metadata.name}
                  DATABASE_URL: ${resources.db.url}
                  DB_HOST: ${resources.db.host}
                  SIGNING: ${resources.env.SIGNING}
                  API_TOKEN: abc
                resources:
                  limits: {cpu: 250m, memory: 256Mi}
                readinessProbe:
                  httpGet: {path: /ready, port: 8080}
                files:
                  - {target: /etc/x, content: y}
            service:
              ports:
                www: {port: 80, targetPort: 8080}
                admin: {port: 9000}
            resources:
              db: {type: postgres}
              env: {type: environment}
              queue: {type: kafka-topic}
              way:
                type: route
                params: {host: "${resources.dns.host}", path: /hello}
              dns: {type: dns}
            """;

    @Test
    void carriesOverWhatTheSpecHas() {
        AppSpec spec = spec(ScoreImport.read("score.yaml", WORKLOAD));
        Service service = Objects.requireNonNull(spec.services().get("hello-world"));

        assertThat(spec.app()).isEqualTo("hello-world");
        assertThat(service.command()).containsExactly("python3", "server.py");
        assertThat(service.port()).hasValue(8080);
        assertThat(service.cpu()).isEqualTo(0.25);
        assertThat(service.memoryMebibytes()).isEqualTo(256);
        assertThat(service.env()).containsOnly(java.util.Map.entry("GREETING", "hello from hello-world"));
        assertThat(service.secrets()).containsExactly("SIGNING", "API_TOKEN");
        assertThat(service.health())
                .hasValueSatisfying(health -> assertThat(health.path()).isEqualTo("/ready"));
        assertThat(service.routes())
                .singleElement()
                .satisfies(route -> assertThat(route.path()).isEqualTo("/hello"));
        assertThat(spec.backing()).containsOnlyKeys("db");
        assertThat(Objects.requireNonNull(spec.backing().get("db")).env()).isEqualTo("DATABASE_URL");
    }

    @Test
    void saysWhereItLeavesSomethingBehind() {
        assertThat(ScoreImport.read("score.yaml", WORKLOAD).findings())
                .extracting(Finding::toString)
                .contains(
                        "score.yaml:12:7: warning: DB_HOST is not carried over: \"db\" comes as one address in one variable",
                        "score.yaml:14:7: warning: the value of API_TOKEN is not carried over: it is a secret by its name",
                        "score.yaml:19:5: warning: \"files\" of container main is not carried over")
                .anyMatch(text -> text.contains("port \"admin\" is not carried over"))
                .anyMatch(text -> text.contains("nothing here is a \"kafka-topic\""))
                .anyMatch(text -> text.contains("hello-world.example.com stands in for it"));
    }

    @Test
    void refusesAnotherVersionAndResourcesThatAreNotThere() {
        Imported imported = ScoreImport.read(
                "score.yaml", WORKLOAD.replace("v1b1", "v2").replace("${resources.db.url}", "${resources.data.url}"));

        assertThat(imported.spec()).isEmpty();
        assertThat(imported.findings())
                .filteredOn(Finding::isError)
                .extracting(Finding::toString)
                .containsExactlyInAnyOrder(
                        "score.yaml:1:13: apiVersion: \"score.dev/v2\" is not score.dev/v1b1",
                        "score.yaml:11:7: DATABASE_URL refers to the resource \"data\", which is not there");
    }

    static AppSpec spec(Imported imported) {
        AppSpecReader.Reading reading =
                AppSpecReader.read("app.yaml", imported.spec().orElseThrow());
        assertThat(reading.findings()).isEmpty();
        return reading.spec();
    }
}
