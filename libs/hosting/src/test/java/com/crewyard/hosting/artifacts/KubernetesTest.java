package com.crewyard.hosting.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Manifests and charts, against Kubernetes' own schemas and our rules; Helm itself lints and renders the chart. */
class KubernetesTest {

    @TempDir
    private Path directory = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"guestbook", "bureau"})
    void manifestsHoldTheSchemasAndOurRules(String spec) throws IOException, InterruptedException {
        Validators.write(directory, Specs.generate(spec, "kubernetes", "production"));

        Validators.accepts("kubernetes.mjs", yamlBelow(directory));
    }

    @ParameterizedTest
    @ValueSource(strings = {"guestbook", "bureau"})
    void everyFileThatKustomizeIsToldOfIsThere(String spec) throws IOException {
        Validators.write(directory, Specs.generate(spec, "kubernetes", "production"));

        List<String> resources = Files.readString(directory.resolve("base/kustomization.yaml"))
                .lines()
                .filter(line -> line.startsWith("  - "))
                .map(line -> line.substring(4))
                .toList();

        assertThat(resources)
                .isNotEmpty()
                .allSatisfy(file ->
                        assertThat(directory.resolve("base").resolve(file)).exists());
    }

    @ParameterizedTest
    @ValueSource(strings = {"guestbook", "bureau"})
    void helmLintsAndRendersTheChartToTheSame(String spec) throws IOException, InterruptedException {
        Helm chart = chart(spec);

        assertThat(chart.lint().strict().call().getMessages()).isNotEmpty().noneMatch(line -> line.contains("ERROR"));
        assertThat(chart.lint().strict().call().isFailed()).isFalse();
        withoutHooks(spec);
        Path rendered = Files.writeString(
                directory.resolve("rendered.yaml"),
                template(chart).set("gateway.enabled", true).call());
        assertThat(Files.readString(rendered)).contains("kind: Job\n");
        Validators.accepts("kubernetes.mjs", rendered);
    }

    @Test
    void theChartAsksForWhatTheSpecSays() throws IOException {
        String rendered = template(chart("bureau")).call();

        assertThat(rendered)
                .contains("image: \"ghcr.io/acme/bureau-worker:2.1.0\"", "terminationGracePeriodSeconds: 305")
                .contains("value: \"say \\\"${hello}\\\" 100%\"")
                .contains("schedule: \"*/15 6 1,15 * mon-fri\"")
                .containsPattern("secretKeyRef:\\s+name: bureau-secrets\\s+key: OPENAI_API_KEY");
        assertThat(rendered).doesNotContain("kind: HTTPRoute", "kind: Secret");
    }

    @ParameterizedTest
    @CsvSource({
        "services.web.image, ghcr.io/acme/guestbook:latest",
        "services.web.image, guestbook",
        "services.web.cpu, half",
        "services.web.replicas, many",
        "ingres.enabled, true",
        "strategy, blue-green"
    })
    void theSchemaRefusesWhatCannotWork(String key, String value) throws IOException {
        Helm chart = chart("guestbook");

        assertThatThrownBy(() -> template(chart).set(key, value).call())
                .hasMessageContaining("values don't meet the specifications of the schema");
    }

    @Test
    void theCheckSeesWhatIsWrong() throws IOException {
        Path file = Files.writeString(directory.resolve("deployment.yaml"), """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web}
                spec:
                  replica: 2
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata: {labels: {app: web}}
                    spec:
                      containers:
                        - {name: web, image: "web:latest", ports: [{containerPort: 80}]}
                """);

        assertThatThrownBy(() -> Validators.accepts("kubernetes.mjs", file))
                .hasMessageContaining("there is no \"replica\"")
                .hasMessageContaining("has no requests.cpu")
                .hasMessageContaining("names no protocol for port 80")
                .hasMessageContaining("has no tag, or latest")
                .hasMessageContaining("has no readinessProbe");
    }

    private Helm chart(String spec) throws IOException {
        return new Helm(Validators.write(directory.resolve(spec), Specs.generate(spec, "helm", "production")));
    }

    /** What Helm renders here leaves hooks out; so the migration becomes an object like the others. */
    private void withoutHooks(String spec) throws IOException {
        Path jobs = directory.resolve(spec).resolve("templates/jobs.yaml");
        String text = Files.readString(jobs);
        assertThat(text).contains("helm.sh/hook: pre-upgrade,post-install");
        Files.writeString(jobs, text.replaceAll("(?m)^ +helm.sh/hook: .*\n", "    test/was: hook\n"));
    }

    private static TemplateCommand template(Helm chart) {
        return chart.template().withName("live").withNamespace("apps").withKubeVersion("1.34.0");
    }

    private static Object[] yamlBelow(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toArray();
        }
    }
}
