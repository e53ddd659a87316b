package com.crewyard.hosting.artifacts;

import com.crewyard.hosting.spec.AppSpec;
import com.crewyard.hosting.spec.AppSpec.Environment;
import com.crewyard.hosting.spec.AppSpec.Health;
import com.crewyard.hosting.spec.AppSpec.Service;
import java.util.List;

/** A Dockerfile for each service: a jlinked runtime, an AOT cache (JEP 514), an unprivileged user, a health check. */
final class DockerGenerator implements Generator {

    @Override
    public String target() {
        return "docker";
    }

    @Override
    public List<Artifact> generate(AppSpec app, Environment environment) {
        return app.services().values().stream()
                .filter(service -> service.build().isPresent() || app.services().size() == 1)
                .map(service -> new Artifact("Dockerfile." + service.name(), dockerfile(service, environment)))
                .toList();
    }

    private String dockerfile(Service service, Environment environment) {
        return Texts.header(this, environment)
                + """
                # JAR is the executable jar of a Spring Boot application, in the build context. MODULES are the JDK modules
                # it needs; jdeps --print-module-deps names them for an application that needs fewer.
                ARG JDK=eclipse-temurin:25-jdk
                ARG BASE=debian:12-slim

                FROM ${JDK} AS runtime
                ARG MODULES=java.base,java.compiler,java.desktop,java.instrument,java.management,java.naming,java.net.http,java.prefs,java.rmi,java.scripting,java.security.jgss,java.sql,jdk.crypto.ec,jdk.management,jdk.unsupported,jdk.zipfs
                RUN jlink --add-modules "${MODULES}" --strip-debug --no-header-files --no-man-pages --compress zip-6 --output /runtime

                FROM ${JDK} AS application
                ARG JAR=target/app.jar
                WORKDIR /application
                COPY ${JAR} app.jar
                RUN java -Djarmode=tools -jar app.jar extract --destination extracted

                FROM ${BASE}
                RUN useradd --system --uid 10001 --home-dir /application --shell /usr/sbin/nologin application
                COPY --from=runtime /runtime /opt/java
                COPY --from=application --chown=10001:10001 /application/extracted /application
                WORKDIR /application
                USER 10001
                # The cache holds for this runtime and these paths only, so it is trained where it will be used. An application
                # that cannot start without its database starts without the cache.
                RUN /opt/java/bin/java -XX:AOTCacheOutput=app.aot -Dspring.context.exit=onRefresh -jar app.jar || true
                """
                + Texts.region("", "image")
                + service.port().stream()
                        .mapToObj(port -> "ENV PORT=%d\nEXPOSE %d\n".formatted(port, port))
                        .findFirst()
                        .orElse("")
                + service.health().map(health -> healthCheck(service, health)).orElse("")
                + """
                STOPSIGNAL SIGTERM
                ENTRYPOINT ["/opt/java/bin/java", "-XX:AOTCache=app.aot", "-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError", "-jar", "app.jar"]
                """;
    }

    /** Without curl, which the image does not have. */
    private static String healthCheck(Service service, Health health) {
        return """
                HEALTHCHECK --interval=%ds --timeout=%ds --start-period=%ds \\
                  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/%d && printf 'GET %s HTTP/1.0\\\\r\\\\n\\\\r\\\\n' >&3 && head -n 1 <&3 | grep -q ' 200'"]
                """.formatted(
                        Math.max(1, health.interval().toSeconds()),
                        Math.max(1, health.timeout().toSeconds()),
                        health.grace().toSeconds(),
                        service.port().orElse(80),
                        health.path());
    }
}
