package com.crewyard.hosting.artifacts;

import com.crewyard.hosting.spec.AppSpec;
import com.crewyard.hosting.spec.AppSpec.Environment;
import com.crewyard.hosting.spec.AppSpec.Health;
import com.crewyard.hosting.spec.AppSpec.JavaProgram;
import com.crewyard.hosting.spec.AppSpec.Service;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A Dockerfile for each build: a jlinked runtime, an AOT cache (JEP 514), an unprivileged user, a health check. Services
 * that are built alike share one; each then brings its own command.
 */
final class DockerGenerator implements Generator {

    private static final String MODULES = String.join(
            ",",
            "java.base",
            "java.compiler",
            "java.desktop",
            "java.instrument",
            "java.management",
            "java.naming",
            "java.net.http",
            "java.prefs",
            "java.rmi",
            "java.scripting",
            "java.security.jgss",
            "java.sql",
            "jdk.charsets",
            "jdk.crypto.ec",
            "jdk.jfr",
            "jdk.localedata",
            "jdk.management",
            "jdk.unsupported",
            "jdk.zipfs");

    @Override
    public String target() {
        return "docker";
    }

    @Override
    public List<Artifact> generate(AppSpec app, Environment environment) {
        Map<String, String> files = new LinkedHashMap<>();
        for (Service service : app.services().values()) {
            boolean first = Texts.builder(app, service).equals(service);
            if (first && (service.build().isPresent() || app.services().size() == 1)) {
                String name = name(service, files);
                files.put(name, dockerfile(app, service, environment));
                service.build()
                        .flatMap(AppSpec.Build::java)
                        .ifPresent(program -> files.put(name + ".dockerignore", ignored(program, environment)));
            }
        }
        List<Artifact> artifacts = new ArrayList<>();
        files.forEach((name, content) -> artifacts.add(new Artifact(name, content)));
        return List.copyOf(artifacts);
    }

    /** The name the spec gives it, so that a Compose file finds it; a second one of that name says whose it is. */
    private static String name(Service service, Map<String, String> taken) {
        Optional<String> own = service.build()
                .map(build -> build.dockerfile().replaceFirst("^.*/", ""))
                .filter(name -> !taken.containsKey(name));
        return own.orElse("Dockerfile." + service.name());
    }

    /** A repository holds gigabytes that no build reads (docs.docker.com/build/concepts/context, "Filename and location"). */
    private String ignored(JavaProgram program, Environment environment) {
        return Texts.header(this, environment) + """
                # The builder is sent what the Dockerfile copies, and nothing else of the folder.
                *
                !%s
                """.formatted(program.libraries()) + Texts.region("", "ignored");
    }

    private String dockerfile(AppSpec app, Service service, Environment environment) {
        Optional<JavaProgram> program = service.build().flatMap(AppSpec.Build::java);
        return Texts.header(this, environment)
                + program.map(found -> ofFolder(service, found)).orElseGet(DockerGenerator::ofJar)
                + Texts.region("", "image")
                + listening(app, service)
                + "STOPSIGNAL SIGTERM\n"
                + program.map(_ -> "CMD [%s]\n".formatted(quoted(command(service))))
                        .orElse("""
                                ENTRYPOINT ["/opt/java/bin/java", "-XX:AOTCache=app.aot", "-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError", "-jar", "app.jar"]
                                """);
    }

    /** An image that several services share leaves port and health to what runs it. */
    private static String listening(AppSpec app, Service service) {
        List<Service> sharing = app.services().values().stream()
                .filter(other -> Texts.builder(app, other).equals(service))
                .toList();
        String ports = sharing.stream()
                .flatMap(other -> other.port().stream().boxed())
                .distinct()
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
        if (ports.isEmpty()) {
            return "";
        }
        return "ENV PORT=%d\nEXPOSE %s\n".formatted(service.port().orElse(80), ports)
                + service.health().map(DockerGenerator::healthCheck).orElse("");
    }

    private static String ofJar() {
        return """
                # JAR is the executable jar of a Spring Boot application, in the build context. MODULES are the JDK modules
                # it needs; jdeps --print-module-deps names them for an application that needs fewer.
                ARG JDK=eclipse-temurin:25-jdk
                ARG BASE=debian:12-slim

                FROM ${JDK} AS runtime
                ARG MODULES=%s
                RUN jlink --add-modules "${MODULES}" --strip-java-debug-attributes --no-header-files --no-man-pages --compress zip-6 --output /runtime

                FROM ${JDK} AS application
                ARG JAR=target/app.jar
                WORKDIR /application
                COPY ${JAR} app.jar
                RUN java -Djarmode=tools -jar app.jar extract --destination extracted

                FROM ${BASE}
                RUN useradd --system --uid 10001 --create-home --home-dir /application --shell /usr/sbin/nologin application
                COPY --from=runtime /runtime /opt/java
                COPY --from=application --chown=10001:10001 /application/extracted /application
                WORKDIR /application
                USER 10001
                # The cache holds for this runtime and these paths only, so it is trained where it will be used. An application
                # that cannot start without its database starts without the cache.
                RUN /opt/java/bin/java -XX:AOTCacheOutput=app.aot -Dspring.context.exit=onRefresh -jar app.jar || true
                """.formatted(MODULES);
    }

    private static String ofFolder(Service service, JavaProgram program) {
        String launcher = command(service).getFirst().replaceFirst("^\\./", "");
        return """
                # Build what is in %1$s first. MODULES are the JDK modules the program needs.
                ARG JDK=eclipse-temurin:25-jdk
                ARG BASE=debian:12-slim

                FROM ${JDK} AS runtime
                ARG MODULES=%2$s
                RUN jlink --add-modules "${MODULES}" --strip-java-debug-attributes --no-header-files --no-man-pages --compress zip-6 --output /runtime

                # Without the native code of other systems, which some jars bring by the hundred megabytes.
                FROM ${JDK} AS application
                WORKDIR /application
                COPY %1$s lib
                RUN case $(uname -m) in aarch64) other='amd64|x86_64|x64' ;; *) other='arm64v8|arm64|aarch64|arm32' ;; esac; \\
                  cd lib && rm -f $(ls | grep -E "(darwin|osx|macos|windows)|-($other)-" || true) && \\
                  for jar in *.jar; do \\
                    if jar tf "$jar" | grep -qE "/(win|windows|osx|macos|darwin)[-_/]"; then \\
                      mkdir /slim && (cd /slim && jar xf "/application/lib/$jar" && \\
                        find . -depth -type d | grep -E "/((win|windows|osx|macos|darwin)([-_][^/]*)?|linux[-_]($other))$" | xargs -r rm -rf && \\
                        jar cfM "/application/lib/$jar" .) && rm -rf /slim; \\
                    fi; \\
                  done
                RUN { printf '%%s\\n' %3$s; printf -- '-cp\\n'; printf '%%s' lib/*.jar | sed 's|\\.jarlib/|.jar:lib/|g'; printf '\\n'; } > arguments && \\
                  printf '#!/bin/sh\\ncache=; [ -s app.aot ] && cache=-XX:AOTCache=app.aot\\nexec /opt/java/bin/java $cache @arguments %4$s "$@"\\n' > %5$s && chmod 755 %5$s

                FROM ${BASE}
                RUN useradd --system --uid 10001 --create-home --home-dir /application --shell /usr/sbin/nologin application%6$s
                COPY --from=runtime /runtime /opt/java
                COPY --from=application --chown=10001:10001 /application /application
                WORKDIR /application
                USER 10001
                %7$s""".formatted(
                program.libraries(),
                MODULES,
                program.options().isEmpty()
                        ? "-XX:MaxRAMPercentage=75"
                        : program.options().stream()
                                .map(option -> "'" + option.replace("'", "") + "'")
                                .collect(Collectors.joining(" ")),
                program.mainClass(),
                launcher,
                program.packages().isEmpty()
                        ? ""
                        : " && \\\n  apt-get update && apt-get install -y --no-install-recommends %s && rm -rf /var/lib/apt/lists/* /var/cache/apt/*"
                                .formatted(String.join(" ", program.packages())),
                program.train().isEmpty() ? "" : """
                                # The cache holds for this runtime and these paths only, so it is trained where it will be used.
                                RUN /opt/java/bin/java -XX:AOTCacheOutput=app.aot @arguments %s %s && rm -rf .cache
                                """.formatted(program.mainClass(), String.join(" ", program.train())));
    }

    /** What the service runs; a launcher of that name lies in the image. */
    private static List<String> command(Service service) {
        return service.command().isEmpty() ? List.of("./start") : service.command();
    }

    private static String quoted(List<String> words) {
        return words.stream()
                .map(word -> '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(", "));
    }

    private static String healthCheck(Health health) {
        return """
                HEALTHCHECK --interval=%ds --timeout=%ds --start-period=%ds \\
                  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${PORT} && printf 'GET %s HTTP/1.0\\\\r\\\\n\\\\r\\\\n' >&3 && head -n 1 <&3 | grep -q ' 200'"]
                """.formatted(
                        Math.max(1, health.interval().toSeconds()),
                        Math.max(1, health.timeout().toSeconds()),
                        health.grace().toSeconds(),
                        health.path());
    }
}
