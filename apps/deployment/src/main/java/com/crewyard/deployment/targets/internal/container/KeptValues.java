package com.crewyard.deployment.targets.internal.container;

import com.crewyard.deployment.targets.TargetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** Values by name that are nobody's business, in a file that only its user may read. */
final class KeptValues {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** So that the file's form has a name. */
    record Kept(Map<String, String> values) {}

    private final Path file;

    KeptValues(Path file) {
        this.file = file;
    }

    Map<String, String> values() {
        try {
            return JSON.readValue(Files.readString(file), Kept.class).values();
        } catch (NoSuchFileException _) {
            return Map.of();
        } catch (IOException e) {
            throw new TargetException("%s cannot be read (%s).".formatted(file, e.getMessage()), e);
        }
    }

    void add(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(values());
        all.putAll(more);
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            Files.createDirectories(file.resolveSibling(""));
            Files.deleteIfExists(next);
            Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(next, JSON.writeValueAsString(new Kept(all)), StandardOpenOption.SYNC);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new TargetException("%s cannot be written (%s).".formatted(file, e.getMessage()), e);
        }
    }

    Path file() {
        return file;
    }
}
