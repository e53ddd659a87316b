package com.crewyard.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.hosting.artifacts.Generator.Artifact;
import com.crewyard.hosting.artifacts.Generators;
import com.crewyard.hosting.spec.AppSpec;
import com.crewyard.hosting.spec.AppSpecReader;
import com.crewyard.testing.BaseImages;
import com.crewyard.testing.ComposeProject;
import com.crewyard.testing.ContainerHost;
import com.crewyard.testing.FreePort;
import com.example.greeting.Greeting;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.loader.tools.Library;
import org.springframework.boot.loader.tools.LibraryScope;
import org.springframework.boot.loader.tools.Repackager;

/** The Dockerfile for an executable jar of Spring Boot, where it is built and run. */
class GeneratedImageTest {

    private static final Pattern NEEDED = Pattern.compile(
            "(spring|tomcat|jakarta|micrometer|jackson|logback|log4j|slf4j|jul-to|commons-logging|snakeyaml|jspecify).*\\.jar");

    @TempDir
    private Path directory = Path.of("");

    @Test
    void runsAnExecutableJarWithItsCacheAsSomebodyWithoutRights() throws Exception {
        ContainerHost host = ContainerHost.get();
        BaseImages.debian(host);
        BaseImages.jdk(host);
        int port = FreePort.next();
        AppSpec app = AppSpecReader.read("app.yaml", """
                        app: greeting
                        services:
                          web:
                            build: {context: .}
                            port: 8080
                            health: {path: /healthz, interval: 1s, timeout: 2s, grace: 60s}
                            cpu: 1
                            memory: 512Mi
                            routes: [{host: greeting.example.com, path: /}]
                        environments:
                          host: {target: container, publish: %d}
                        """.formatted(port)).spec();
        write(app, "docker");
        write(app, "compose");
        Files.writeString(directory.resolve(".env"), "TAG=1\n");
        executableJar(Files.createDirectories(directory.resolve("target")).resolve("app.jar"));

        try (ComposeProject project =
                ComposeProject.of(host, directory, directory.resolve("compose.yaml"), "crewyard-greeting")) {
            project.up();

            assertThat(project.awaitAnswer(port)).isEqualTo("Good morning");
            assertThat(project.in("web", "id", "-u")).isEqualTo("10001");
            assertThat(project.in("web", "stat", "-c", "%U", "app.aot")).isEqualTo("application");
            assertThat(project.in("web", "ls", "/opt/java/bin"))
                    .contains("java")
                    .doesNotContain("javac");
        }
    }

    private void write(AppSpec app, String target) throws IOException {
        for (Artifact artifact : Objects.requireNonNull(Generators.all().get(target))
                .generate(app, Objects.requireNonNull(app.environments().get("host")))) {
            Files.writeString(directory.resolve(artifact.path()), artifact.content());
        }
    }

    private void executableJar(Path to) throws IOException {
        Path plain = directory.resolve("plain.jar");
        String name = Greeting.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(plain));
                InputStream bytes = Greeting.class.getClassLoader().getResourceAsStream(name)) {
            jar.putNextEntry(new JarEntry(name));
            Objects.requireNonNull(bytes, name).transferTo(jar);
        }
        Repackager repackager = new Repackager(plain.toFile());
        repackager.setMainClass(Greeting.class.getName());
        repackager.repackage(to.toFile(), callback -> {
            for (File library : libraries()) {
                callback.library(new Library(library, LibraryScope.RUNTIME));
            }
        });
    }

    private static List<File> libraries() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(File::new)
                .filter(file -> NEEDED.matcher(file.getName()).matches())
                .toList();
    }
}
