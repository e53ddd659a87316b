package com.crewyard.deployment.testing;

import com.crewyard.deployment.routing.RouterKind;
import com.crewyard.deployment.testapp.TestApp;
import com.crewyard.testing.ContainerHost;
import com.crewyard.testing.HostImage;
import com.crewyard.testing.VersionedServer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Images for environments of containers, by the names that the engine asks for. */
public final class TestImages {

    /** Runs {@link TestApp}. */
    public static final String APP = "docker.io/crewyard/test-app:1";

    private static final Map<RouterKind, String> ROUTERS = new EnumMap<>(Map.of(
            RouterKind.HAPROXY, "docker.io/library/haproxy:3.0",
            RouterKind.NGINX, "docker.io/library/nginx:1.28",
            RouterKind.CADDY, "docker.io/library/caddy:2.10"));
    private static final Set<String> LOADED = ConcurrentHashMap.newKeySet();

    private TestImages() {}

    /** How an image's test application is run. */
    public static List<String> command(String... arguments) {
        return Stream.concat(
                        Stream.of(
                                "/opt/java/bin/java",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Xmx48m",
                                "-cp",
                                "/app",
                                TestApp.class.getName()),
                        Stream.of(arguments))
                .toList();
    }

    public static void app(ContainerHost host) {
        load(host, APP, () -> withApp().variable("LISTEN", "everywhere"));
    }

    /** @return its name, which is the one that the engine would pull */
    public static String router(ContainerHost host, RouterKind kind) {
        String name = Objects.requireNonNull(ROUTERS.get(kind));
        load(host, name, () -> {
            Program.find(kind.specName());
            HostImage image = HostImage.withShell().programs(kind.specName(), "ln", "mv", "sort", "head");
            return kind == RouterKind.NGINX ? image.text("/etc/nginx/mime.types", "types { }\n") : image;
        });
        return name;
    }

    private static HostImage withApp() {
        return HostImage.withShell()
                .java("java.base")
                .classes("/app", TestApp.class, VersionedServer.class)
                .command(command().toArray(String[]::new));
    }

    private static void load(ContainerHost host, String name, java.util.function.Supplier<HostImage> image) {
        if (LOADED.add(name + " " + host.address())) {
            image.get().load(host, name);
        }
    }
}
