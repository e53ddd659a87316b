package com.crewyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateCommandTest {

    private static final String SPEC = """
            app: guestbook
            services:
              web: {image: "ghcr.io/acme/guestbook:1.4", port: 8080, routes: [{host: guestbook.example.com}]}
            environments:
              vm: {target: ssh}
            """;

    @TempDir
    private Path directory = Path.of("");

    @Test
    void writesTheFilesAndKeepsWhatAPersonAdded() throws IOException {
        Path spec = Files.writeString(directory.resolve("app.yaml"), SPEC);
        Path site = directory.resolve("out/guestbook.conf");

        assertThat(generate("nginx", spec, "vm")).isZero();
        String edited = Files.readString(site)
                .replace(
                        "# crewyard:keep guestbook.example.com\n",
                        "# crewyard:keep guestbook.example.com\n    gzip on;\n");
        Files.writeString(site, edited);
        assertThat(generate("nginx", spec, "vm")).isZero();

        assertThat(site).content().isEqualTo(edited).contains("gzip on;");
    }

    @Test
    void writesNothingFromASpecThatIsWrong() throws IOException {
        Path spec = Files.writeString(directory.resolve("app.yaml"), SPEC.replace("port:", "prot:"));

        assertThat(generate("nginx", spec, "vm")).isEqualTo(2);
        assertThat(directory.resolve("out")).doesNotExist();
    }

    @Test
    void refusesUnknownTargetsAndEnvironments() throws IOException {
        Path spec = Files.writeString(directory.resolve("app.yaml"), SPEC);

        assertThat(generate("ngnix", spec, "vm")).isEqualTo(2);
        assertThat(generate("nginx", spec, "production")).isEqualTo(2);
    }

    @Test
    void saysWhatATargetCannotRunAndWritesNothing() throws IOException {
        Path spec = Files.writeString(directory.resolve("app.yaml"), SPEC.replace("port:", "cpu: 20, port:"));

        assertThat(generate("ecs", spec, "vm")).isEqualTo(2);
        assertThat(directory.resolve("out")).doesNotExist();
    }

    @Test
    void scriptsCanBeRun() throws IOException {
        Path spec = Files.writeString(
                directory.resolve("app.yaml"), SPEC + "databases: {main: {engine: postgres, env: DATABASE_URL}}\n");

        assertThat(generate("backup", spec, "vm")).isZero();
        assertThat(directory.resolve("out/main/restore.sh")).isExecutable();
    }

    private int generate(String target, Path spec, String environment) {
        return Crewyard.commandLine()
                .execute(
                        "generate",
                        target,
                        "--app",
                        spec.toString(),
                        "--env",
                        environment,
                        "--out",
                        directory.resolve("out").toString());
    }
}
