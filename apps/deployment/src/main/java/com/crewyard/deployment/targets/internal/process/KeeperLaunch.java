package com.crewyard.deployment.targets.internal.process;

import com.crewyard.deployment.targets.TargetException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Starts a keeper with the Java and the class path of this process, in a session of its own. */
final class KeeperLaunch {

    private static final List<String> OPTIONS = List.of(
            "-Xmx384m",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.awt.headless=true",
            "-Dlogback.configurationFile=com/crewyard/deployment/background-log.xml");

    private final KeeperFolder folder;

    KeeperLaunch(KeeperFolder folder) {
        this.folder = folder;
    }

    void start() {
        try {
            Path arguments = folder.root().resolve("keeper.args");
            List<String> options =
                    Stream.of(OPTIONS, compilation()).flatMap(List::stream).toList();
            Files.writeString(arguments, String.join("\n", options) + "\n-cp\n\"" + classPath() + "\"\n");
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            Launcher.start(
                    List.of(
                            java,
                            "@" + arguments,
                            Keeper.class.getName(),
                            folder.root().toString()),
                    folder.root(),
                    variables(),
                    folder.keeperLog());
        } catch (IOException e) {
            throw new TargetException(
                    "The keeper of %s cannot be started (%s).".formatted(folder.root(), e.getMessage()), e);
        }
    }

    /** As this process was told to compile, so is the keeper. */
    private static List<String> compilation() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-XX:TieredStopAtLevel="))
                .toList();
    }

    private static String classPath() {
        return System.getProperty("java.class.path").replace("\\", "\\\\");
    }

    /** A keeper started from within another environment's instance must not look like one of its instances. */
    private static Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>(System.getenv());
        variables.keySet().removeIf(name -> name.startsWith("CREWYARD_"));
        return variables;
    }
}
