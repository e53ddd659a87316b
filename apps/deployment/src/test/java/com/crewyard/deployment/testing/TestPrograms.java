package com.crewyard.deployment.testing;

import com.crewyard.deployment.testapp.TestApp;
import com.crewyard.testing.VersionedServer;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The test application as a process of this machine. */
public final class TestPrograms {

    private TestPrograms() {}

    public static List<String> command(String... arguments) {
        return Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Xmx48m",
                                "-cp",
                                location(),
                                TestApp.class.getName()),
                        Stream.of(arguments))
                .toList();
    }

    /** The test application and what it is made of. */
    private static String location() {
        return Stream.of(TestApp.class, VersionedServer.class)
                .map(TestPrograms::location)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String location(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
