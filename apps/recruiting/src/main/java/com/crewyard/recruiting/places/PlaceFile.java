package com.crewyard.recruiting.places;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The lists, one country a line. */
final class PlaceFile {

    private PlaceFile() {}

    static List<String> lines(String name) {
        try (InputStream stream = PlaceFile.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("%s is missing from the build".formatted(name));
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
