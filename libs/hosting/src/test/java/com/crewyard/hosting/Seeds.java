package com.crewyard.hosting;

import com.crewyard.hosting.research.ResearchDocument;
import com.crewyard.hosting.research.ResearchReader;
import com.crewyard.hosting.research.ResearchReader.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The two documents that asked for the advisor. */
public final class Seeds {

    public static final String EMPLOYMENT = "hosting-employment-service.md";
    public static final String DEPLOYMENT = "hosting-deployment-service.md";

    private Seeds() {}

    /** A document that Crewyard's own plan stands on, or a resource beside this class. */
    public static String text(String name) {
        Path research = Path.of("../../deploy/research", name);
        if (Files.exists(research)) {
            return read(research);
        }
        try (InputStream stream = Objects.requireNonNull(Seeds.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Reading reading(String name) {
        return ResearchReader.read(name, text(name));
    }

    public static List<ResearchDocument> both() {
        return List.of(reading(EMPLOYMENT).document(), reading(DEPLOYMENT).document());
    }
}
