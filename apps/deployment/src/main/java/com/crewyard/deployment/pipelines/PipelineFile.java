package com.crewyard.deployment.pipelines;

import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.hosting.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A file of pipelines.
 *
 * @param base what paths in it are relative to: its folder, or the one above when that is called {@code deploy}
 * @param text as it stands there
 */
public record PipelineFile(Path file, Path base, String text, Map<String, PipelineSpec> pipelines) {

    private static final String FOLDER_OF_DEPLOYMENTS = "deploy";

    /** @throws RefusedException with every finding, when it cannot be used */
    public static PipelineFile read(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new RefusedException(
                    RefusedException.Reason.INPUT,
                    "%s cannot be read; name a file of pipelines with --file.".formatted(file),
                    List.of(String.valueOf(e)));
        }
        Path folder = file.toAbsolutePath().normalize().getParent();
        Path base = folder == null ? Path.of("/") : folder;
        Path above = base.getParent();
        return of(file, base.endsWith(FOLDER_OF_DEPLOYMENTS) && above != null ? above : base, text);
    }

    /**
     * A file that came from elsewhere.
     *
     * @param file what it is called in messages
     * @throws RefusedException with every finding, when it cannot be used
     */
    public static PipelineFile of(Path file, Path base, String text) {
        List<Finding> findings = new ArrayList<>();
        Map<String, PipelineSpec> pipelines = PipelineReader.read(file.toString(), text, findings);
        if (!findings.isEmpty()) {
            throw new RefusedException(
                    RefusedException.Reason.INPUT,
                    "%s cannot be used.".formatted(file),
                    findings.stream().sorted().map(Finding::toString).distinct().toList());
        }
        return new PipelineFile(file, base, text, pipelines);
    }

    /** @throws RefusedException naming those there are */
    public PipelineSpec pipeline(String name) {
        PipelineSpec pipeline = pipelines.get(name);
        if (pipeline == null) {
            throw RefusedException.input("%s has no pipeline \"%s\"; it has %s."
                    .formatted(file, name, String.join(", ", pipelines.keySet())));
        }
        return pipeline;
    }
}
