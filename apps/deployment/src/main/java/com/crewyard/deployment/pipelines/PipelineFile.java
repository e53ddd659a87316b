package com.crewyard.deployment.pipelines;

import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.catalog.SourceFile;
import com.crewyard.hosting.Finding;
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

    /** @throws RefusedException with every finding, when it cannot be used */
    public static PipelineFile read(Path file) {
        SourceFile source = SourceFile.read(file, "name a file of pipelines with --file");
        return of(file, source.base(), source.text());
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
