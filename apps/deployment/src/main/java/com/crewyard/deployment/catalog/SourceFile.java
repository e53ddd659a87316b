package com.crewyard.deployment.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What somebody wrote of what is to be deployed.
 *
 * @param base what paths in it are relative to: its folder, or the one above when that is called {@code deploy}
 * @param text as it stands there
 */
public record SourceFile(Path file, Path base, String text) {

    private static final String FOLDER_OF_DEPLOYMENTS = "deploy";

    /**
     * @param wayOut what to do when it cannot be read, such as "name an app spec with --app"
     * @throws RefusedException when it cannot be read
     */
    public static SourceFile read(Path file, String wayOut) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new RefusedException(
                    RefusedException.Reason.INPUT,
                    "%s cannot be read; %s.".formatted(file, wayOut),
                    List.of(String.valueOf(e)));
        }
        Path folder = file.toAbsolutePath().normalize().getParent();
        Path base = folder == null ? Path.of("/") : folder;
        Path above = base.getParent();
        return new SourceFile(file, base.endsWith(FOLDER_OF_DEPLOYMENTS) && above != null ? above : base, text);
    }
}
