package com.crewyard.deployment.pipelines;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The JSON Schema (draft 2020-12) of {@code pipeline.yaml}. */
public final class PipelineSchema {

    private PipelineSchema() {}

    public static String text() {
        try (InputStream stream =
                Objects.requireNonNull(PipelineSchema.class.getResourceAsStream("pipeline.schema.json"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
