package com.crewyard.deployment.targets.internal.process;

import com.crewyard.deployment.targets.TargetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Folders that all instances of an environment share, beside its databases. */
final class OwnFolders {

    private static final String FILE = "folders.json";

    /** So that the file's form has a name. */
    record Made(Map<String, String> paths) {}

    private final KeeperFolder folder;
    private final Path data;
    private final Map<String, String> paths = new ConcurrentHashMap<>();

    /** Goes on where a former keeper was. */
    OwnFolders(KeeperFolder folder, Path data) {
        this.folder = folder;
        this.data = data;
        folder.read(FILE, Made.class).ifPresent(made -> paths.putAll(made.paths()));
    }

    /** @param wanted the name of each by the variable that has its path */
    synchronized void ensure(Map<String, String> wanted) {
        wanted.forEach((variable, name) -> {
            Path path = data.resolve("folders").resolve(name);
            try {
                Files.createDirectories(path);
            } catch (IOException e) {
                throw new TargetException("The folder %s cannot be made (%s).".formatted(path, e.getMessage()), e);
            }
            paths.put(variable, path.toString());
        });
        folder.write(FILE, new Made(Map.copyOf(paths)));
    }

    /** By variable. */
    Map<String, String> paths() {
        return paths;
    }
}
