package com.crewyard.hosting.artifacts;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.hosting.spec.AppSpec;
import com.crewyard.hosting.spec.AppSpecReader;
import com.crewyard.testing.BaseImages;
import com.crewyard.testing.ComposeProject;
import com.crewyard.testing.ContainerHost;
import com.crewyard.testing.DatabaseImage;
import com.crewyard.testing.FreePort;
import com.crewyard.testing.HeldWebSocket;
import com.crewyard.testing.VersionedServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The generated Dockerfile is built and the generated Compose file brought up, with a database, on a container engine. */
class ContainersTest {

    @TempDir
    private Path directory = Path.of("");

    private final int web = FreePort.next();
    private final int mirror = FreePort.next();
    private final AppSpec app =
            AppSpecReader.read("app.yaml", """
                    app: visitors
                    services:
                      web:
                        build: &image
                          java:
                            main: com.crewyard.hosting.artifacts.Visitors
                            libraries: target/lib
                            options: ["-Xmx48m", "-XX:+UseSerialGC"]
                            train: [train]
                        command: [./visitors]
                        port: 8080
                        health: {path: /healthz, interval: 1s, timeout: 2s, grace: 60s}
                        cpu: 1
                        memory: 256Mi
                        websocket: true
                        env: {GREETING: "5 $ for 'you'"}
                        secrets: [SECRET_KEY]
                        routes: [{host: visitors.example.com, path: /}]
                      mirror:
                        build: *image
                        command: [./visitors]
                        port: %d
                        memory: 256Mi
                        env: {GREETING: again}
                    databases:
                      main: {engine: postgres, version: 17, env: DATABASE_URL}
                    migrations:
                      expand: {service: web, command: [./visitors, expand]}
                    environments:
                      host: {target: container, publish: %d}
                    """.formatted(mirror, web)).spec();

    @Test
    void theImageIsSmallAndUnprivilegedAndTheWholeProjectAnswers() throws Exception {
        ContainerHost host = ContainerHost.get();
        BaseImages.debian(host);
        BaseImages.jdk(host);
        DatabaseImage.load(host, "17");
        write();

        try (ComposeProject project =
                        ComposeProject.of(host, directory, directory.resolve("compose.yaml"), "crewyard-visitors");
                HttpClient client = HttpClient.newHttpClient()) {
            project.up();

            assertThat(project.awaitAnswer(web)).isEqualTo("5 $ for 'you', 2 visitors; a secret");
            assertThat(project.awaitAnswer(mirror)).isEqualTo("again, 2 visitors; no secret");
            HeldWebSocket socket = HeldWebSocket.open(client, web);
            assertThat(socket.echoes("Grüß Gott")).isTrue();
            socket.abort();

            // The second service has no health check of its own: there the image's decides.
            for (String service : List.of("main", "web", "mirror")) {
                project.awaitHealthy(service);
            }
            assertThat(project.in("web", "id", "-u")).isEqualTo("10001");
            assertThat(project.in("web", "ls", "/opt/java/bin"))
                    .contains("java")
                    .doesNotContain("javac", "jlink");
            assertThat(Integer.parseInt(
                            project.in("web", "du", "-sm", "/opt/java").split("\\s", -1)[0]))
                    .isLessThan(110);
            assertThat(project.in(
                            "web",
                            "sh",
                            "-c",
                            "/opt/java/bin/java -XX:AOTMode=on -XX:AOTCache=app.aot @arguments %s train && echo used"
                                    .formatted(Visitors.class.getName())))
                    .isEqualTo("used");
        }
    }

    private void write() throws Exception {
        Validators.write(directory, Specs.generate(app, "docker", "host"));
        Validators.write(directory, Specs.generate(app, "compose", "host"));
        Files.writeString(directory.resolve(".env"), "TAG=1\nMAIN_PASSWORD=of-the-test\nSECRET_KEY=of-the-test-too\n");
        Path libraries = Files.createDirectories(directory.resolve("target/lib"));
        jar(libraries.resolve("visitors.jar"), Visitors.class, VersionedServer.class);
        Path driver = Path.of(Class.forName("org.postgresql.Driver")
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Files.copy(driver, libraries.resolve("driver.jar"));
    }

    private static void jar(Path file, Class<?>... types) throws IOException {
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
            for (Class<?> type : types) {
                String name = type.getName().replace('.', '/') + ".class";
                jar.putNextEntry(new JarEntry(name));
                try (InputStream bytes = type.getClassLoader().getResourceAsStream(name)) {
                    Objects.requireNonNull(bytes, name).transferTo(jar);
                }
            }
        }
    }
}
