package com.crewyard.hosting.artifacts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** HCL, the language of Terraform, laid out as {@code terraform fmt} does it. */
final class HclText {

    private static final Pattern ATTRIBUTE = Pattern.compile("( *)([\\w-]+) *= (.*)");

    private HclText() {}

    /** Aligns the equals signs of neighbouring attributes; the indentation is right already. */
    static String format(String text) {
        List<String> lines = new ArrayList<>();
        List<Matcher> neighbours = new ArrayList<>();
        for (String line : text.replaceAll("\n{3,}", "\n\n").split("\n", -1)) {
            Matcher attribute = ATTRIBUTE.matcher(line);
            boolean single = attribute.matches() && !opens(attribute.group(3));
            if (single && (neighbours.isEmpty() || neighbours.getLast().group(1).equals(attribute.group(1)))) {
                neighbours.add(attribute);
                continue;
            }
            align(neighbours, lines);
            if (single) {
                neighbours.add(attribute);
            } else {
                lines.add(
                        attribute.matches()
                                ? aligned(attribute, attribute.group(2).length())
                                : line.stripTrailing());
            }
        }
        align(neighbours, lines);
        return String.join("\n", lines).replaceAll("\n+$", "\n");
    }

    private static void align(List<Matcher> neighbours, List<String> lines) {
        int width = neighbours.stream()
                .mapToInt(attribute -> attribute.group(2).length())
                .max()
                .orElse(0);
        neighbours.forEach(attribute -> lines.add(aligned(attribute, width)));
        neighbours.clear();
    }

    private static String aligned(Matcher attribute, int width) {
        return attribute.group(1) + attribute.group(2)
                + " ".repeat(width - attribute.group(2).length()) + " = " + attribute.group(3);
    }

    private static boolean opens(String value) {
        return value.endsWith("{") || value.endsWith("[") || value.endsWith("(") || value.matches("<<-?\\w+");
    }

    /** A string in quotes whose {@code ${} and {@code %{} stand for themselves. */
    static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t")
                        .replace("${", "$${")
                        .replace("%{", "%%{")
                + '"';
    }

    static String list(List<String> texts) {
        return texts.stream().map(HclText::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    /** The name of a block: dashes are allowed in one, but read as a minus by people. */
    static String label(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replace('-', '_');
    }

    /** One object a line: {@code { name = "A", value = "b" },}. The values are expressions. */
    static String objects(String indent, Map<String, String> values, String valueKey) {
        return values.entrySet().stream()
                .map(entry -> "%s{ name = %s, %s = %s },\n"
                        .formatted(indent, quoted(entry.getKey()), valueKey, entry.getValue()))
                .collect(Collectors.joining());
    }
}
