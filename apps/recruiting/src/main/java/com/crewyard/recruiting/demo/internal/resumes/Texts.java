package com.crewyard.recruiting.demo.internal.resumes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A text of lines under headings in brackets, as our own resources are written. */
public final class Texts {

    private static final String DIRECTORY = "/com/crewyard/recruiting/demo/";

    private final String name;
    private final Map<String, List<String>> sections;

    private Texts(String name, Map<String, List<String>> sections) {
        this.name = name;
        this.sections = sections;
    }

    /** @param name below this module's resources */
    public static Texts load(String name) {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        List<String> current = new ArrayList<>();
        for (String line : lines(name)) {
            if (line.startsWith("[") && line.endsWith("]")) {
                current = new ArrayList<>();
                sections.put(line.substring(1, line.length() - 1), current);
            } else {
                current.add(line);
            }
        }
        return new Texts(name, sections);
    }

    /** The lines of a resource but for comments and empty ones. */
    public static List<String> lines(String name) {
        return whole(name)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("# "))
                .toList();
    }

    public static String whole(String name) {
        try (InputStream stream = Texts.class.getResourceAsStream(DIRECTORY + name)) {
            if (stream == null) {
                throw new IllegalArgumentException("There is no resource %s%s".formatted(DIRECTORY, name));
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<String> section(String heading) {
        List<String> lines = sections.get(heading);
        if (lines == null) {
            throw new IllegalArgumentException("%s has no section [%s]".formatted(name, heading));
        }
        return List.copyOf(lines);
    }

    public boolean has(String heading) {
        return sections.containsKey(heading);
    }

    public String line(String heading) {
        return section(heading).getFirst();
    }

    /** A section as running text, its lines kept. */
    public String text(String heading) {
        return String.join("\n", section(heading));
    }
}
