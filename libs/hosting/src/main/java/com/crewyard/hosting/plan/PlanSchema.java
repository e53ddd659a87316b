package com.crewyard.hosting.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The JSON Schema (draft 2020-12) of {@link PlanJson}. */
public final class PlanSchema {

    private PlanSchema() {}

    public static String text() {
        try (InputStream stream = Objects.requireNonNull(PlanSchema.class.getResourceAsStream("plan.schema.json"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
