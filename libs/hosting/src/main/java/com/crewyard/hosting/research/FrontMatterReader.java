package com.crewyard.hosting.research;

import com.crewyard.hosting.Finding;
import com.crewyard.hosting.Suggestion;
import com.crewyard.hosting.yaml.YamlDocument;
import com.crewyard.hosting.yaml.YamlValue.Entry;
import com.crewyard.hosting.yaml.YamlValue.Mapping;
import com.crewyard.hosting.yaml.YamlValue.Place;
import com.crewyard.hosting.yaml.YamlValue.Scalar;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes the YAML between the first two {@code ---} lines off a document, and leaves its line numbers as they are. */
final class FrontMatterReader {

    private static final Set<String> KNOWN = Set.of("topic", "model", "stage", "version", "date", "author", "title");
    private static final int LONGEST = 200;

    private final String file;
    private final List<Finding> findings;

    FrontMatterReader(String file, List<Finding> findings) {
        this.file = file;
        this.findings = findings;
    }

    /** Blanks the front matter's lines in the list it is given. */
    FrontMatter take(List<String> lines) {
        int end = end(lines);
        Mapping mapping = end > 0
                ? YamlDocument.read(file, String.join("\n", lines.subList(1, end)), 1, findings)
                : new Mapping(Map.of(), new Place(1, 1));
        if (end > 0) {
            for (int i = 0; i <= end; i++) {
                lines.set(i, "");
            }
        } else {
            findings.add(Finding.error(
                    file, 1, "no front matter: the document must begin with --- topic, model, stage, version ---"));
        }
        mapping.entries().forEach((name, entry) -> {
            if (!KNOWN.contains(name)) {
                findings.add(Finding.warning(
                        file,
                        entry.key().line(),
                        "unknown front matter \"%s\"; %s".formatted(name, Suggestion.sentence(name, KNOWN))));
            }
        });
        boolean read = end > 0;
        return new FrontMatter(
                text(mapping, "topic").orElseGet(() -> missing("topic", nameOfFile(), read)),
                text(mapping, "model")
                        .or(() -> text(mapping, "author"))
                        .orElseGet(() -> missing("model", "unknown (" + nameOfFile() + ")", read)),
                text(mapping, "stage").orElse("research"),
                version(mapping, read),
                date(mapping));
    }

    private static int end(List<String> lines) {
        if (lines.isEmpty() || !lines.getFirst().replace("\uFEFF", "").strip().equals("---")) {
            return 0;
        }
        for (int i = 1; i < Math.min(lines.size(), LONGEST); i++) {
            if (lines.get(i).strip().equals("---") || lines.get(i).strip().equals("...")) {
                return i;
            }
        }
        return 0;
    }

    private String missing(String name, String instead, boolean read) {
        if (read) {
            findings.add(Finding.error(
                    file, 1, "the front matter lacks \"%s\"; \"%s\" stands in for it".formatted(name, instead)));
        }
        return instead;
    }

    private int version(Mapping mapping, boolean read) {
        Optional<String> written = text(mapping, "version");
        if (written.isEmpty()) {
            if (read) {
                findings.add(Finding.warning(file, 1, "the front matter lacks \"version\"; it counts as version 1"));
            }
            return 1;
        }
        if (written.get().matches("v?\\d{1,9}(\\.\\d{1,9})*")) {
            return Integer.parseInt(written.get().replaceFirst("^v", "").replaceFirst("\\..*", ""));
        }
        findings.add(Finding.error(
                file, line(mapping, "version"), "version \"%s\" is not a whole number".formatted(written.get())));
        return 1;
    }

    private Optional<LocalDate> date(Mapping mapping) {
        return text(mapping, "date").flatMap(written -> {
            try {
                return Optional.of(LocalDate.parse(written));
            } catch (DateTimeException e) {
                findings.add(Finding.error(
                        file, line(mapping, "date"), "date \"%s\" is not of the form 2026-07-31".formatted(written)));
                return Optional.empty();
            }
        });
    }

    private static Optional<String> text(Mapping mapping, String name) {
        return Optional.ofNullable(mapping.entries().get(name))
                .map(Entry::value)
                .filter(Scalar.class::isInstance)
                .map(value -> ((Scalar) value).text().strip())
                .filter(text -> !text.isEmpty());
    }

    private static int line(Mapping mapping, String name) {
        return Optional.ofNullable(mapping.entries().get(name))
                .map(entry -> entry.key().line())
                .orElse(1);
    }

    private String nameOfFile() {
        List<String> parts = new ArrayList<>(List.of(file.split("[/\\\\]")));
        return parts.getLast().replaceFirst("\\.[a-z]+$", "");
    }
}
