package com.crewyard.recruiting.parsing.internal.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;

/** How a child is started: this process's Java and class path, little memory, none of its environment's secrets. */
final class ChildCommand {

    /** {@code -XX:+ExitOnOutOfMemoryError} ends the virtual machine with this code. */
    static final int OUT_OF_MEMORY = 3;

    private static final Set<String> ENVIRONMENT =
            Set.of("PATH", "LANG", "LC_ALL", "TZ", "TMPDIR", "SystemRoot", "CREWYARD_OCR");
    private static final String LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

    private ChildCommand() {}

    static ProcessBuilder builder(int memory) {
        String main = ParserProcess.class.getName();
        String classPath = System.getProperty("java.class.path");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx%dm".formatted(memory),
                "-Xss2m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-Xshare:auto",
                "-Xlog:disable",
                "-Xlog:all=off",
                "-Djava.awt.headless=true",
                "-Djava.net.useSystemProxies=false",
                "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider",
                "-Dslf4j.internal.verbosity=ERROR",
                "-cp",
                classPath));
        if (isExecutableJar(classPath)) {
            command.add("-Dloader.main=" + main);
            command.add(LAUNCHER);
        } else {
            command.add(main);
        }
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(ENVIRONMENT);
        return builder;
    }

    /** Whether the class path is one jar with jars inside, which only Spring Boot's launcher can read. */
    private static boolean isExecutableJar(String classPath) {
        if (!classPath.endsWith(".jar") || classPath.contains(System.getProperty("path.separator"))) {
            return false;
        }
        try (JarFile jar = new JarFile(classPath)) {
            return jar.getEntry("BOOT-INF/lib/") != null;
        } catch (IOException e) {
            return false;
        }
    }
}
