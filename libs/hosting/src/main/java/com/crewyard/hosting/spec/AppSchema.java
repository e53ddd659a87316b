package com.crewyard.hosting.spec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The JSON Schema (draft 2020-12) of {@code app.yaml}. */
public final class AppSchema {

    private AppSchema() {}

    public static String text() {
        try (InputStream stream = Objects.requireNonNull(AppSchema.class.getResourceAsStream("app.schema.json"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
