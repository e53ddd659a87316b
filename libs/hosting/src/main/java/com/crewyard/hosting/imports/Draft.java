package com.crewyard.hosting.imports;

import com.crewyard.hosting.Finding;
import com.crewyard.hosting.Severity;
import com.crewyard.hosting.artifacts.YamlText;
import com.crewyard.hosting.spec.AppSpecReader;
import com.crewyard.hosting.yaml.Fields;
import com.crewyard.hosting.yaml.YamlValue.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** An {@code app.yaml} that is being gathered, with what came up on the way. */
final class Draft {

    private static final Pattern SECRET = Pattern.compile(
            "(?i)(?:^|_)(?:password|passwd|secret|secrets|token|private_key|api_key|key|credentials?)(?:$|_)");

    private final String file;
    private final List<Finding> findings;
    private final Map<String, Object> services = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> backing = new LinkedHashMap<>();

    Draft(String file, List<Finding> findings) {
        this.file = file;
        this.findings = findings;
    }

    void service(String name, Map<String, Object> service) {
        services.put(name, service);
    }

    /** @param section databases, caches, queues or storage */
    void backing(String section, String name, Map<String, Object> description) {
        backing.computeIfAbsent(section, _ -> new LinkedHashMap<>()).put(name, description);
    }

    /** Says that something of the file is not in the spec. */
    void lost(Place place, String message) {
        findings.add(new Finding(Severity.WARNING, file, place.line(), place.column(), message));
    }

    void refused(Place place, String message) {
        findings.add(new Finding(Severity.ERROR, file, place.line(), place.column(), message));
    }

    /** Says of every field that nobody took that it is not carried over. */
    void leftOver(Fields fields, String of, Set<String> taken, Set<String> meaningless) {
        fields.names().stream()
                .filter(name -> !taken.contains(name) && !meaningless.contains(name) && !name.startsWith("x-"))
                .forEach(name -> lost(fields.place(name), "\"%s\" of %s is not carried over".formatted(name, of)));
    }

    Imported finished(String app) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("app", name(app));
        document.put("services", services);
        document.putAll(backing);
        document.put("environments", YamlText.map("local", YamlText.map("target", "container", "publish", 8080)));
        boolean wrong = findings.stream().anyMatch(Finding::isError);
        if (services.isEmpty() && !wrong) {
            findings.add(Finding.error(file, 1, "it has no service that could be carried over"));
            wrong = true;
        }
        String text =
                "# Imported by ./crewyard import from " + file.replaceFirst("^.*/", "") + ".\n" + YamlText.of(document);
        if (!wrong) {
            AppSpecReader.read("app.yaml", text).findings().forEach(findings::add);
            wrong = findings.stream().anyMatch(Finding::isError);
        }
        return new Imported(
                wrong ? Optional.empty() : Optional.of(text),
                findings.stream().sorted().distinct().toList());
    }

    static boolean isSecret(String variable) {
        return SECRET.matcher(variable).find();
    }

    /** As the spec wants names: lower-case letters, digits and dashes, at most 40, beginning with a letter. */
    static String name(String written) {
        String name =
                written.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^[^a-z]+|-+$", "");
        String bounded = name.substring(0, Math.min(40, name.length())).replaceAll("-+$", "");
        return bounded.isEmpty() ? "app" : bounded;
    }

    /** A shell-like line as words; quotes hold words together. */
    static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        char quote = 0;
        boolean any = false;
        for (char c : line.toCharArray()) {
            if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                } else {
                    word.append(c);
                }
            } else if (c == '"' || c == '\'') {
                quote = c;
                any = true;
            } else if (Character.isWhitespace(c)) {
                if (any || !word.isEmpty()) {
                    words.add(word.toString());
                }
                word.setLength(0);
                any = false;
            } else {
                word.append(c);
            }
        }
        if (any || !word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }

    static void put(Map<String, Object> map, String name, Object value) {
        boolean empty = (value instanceof Collection<?> list && list.isEmpty())
                || (value instanceof Map<?, ?> inner && inner.isEmpty());
        if (!empty) {
            map.put(name, value);
        }
    }
}
