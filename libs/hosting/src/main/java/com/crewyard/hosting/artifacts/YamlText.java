package com.crewyard.hosting.artifacts;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes maps, lists and scalars as block-style YAML that YAML 1.1 and 1.2 readers understand alike. */
public final class YamlText {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_/.][A-Za-z0-9_./@:+-]*[A-Za-z0-9_/]|[A-Za-z_/.]");
    private static final Pattern AMBIGUOUS =
            Pattern.compile("(?i)y|n|yes|no|on|off|true|false|null|~|\\.(?:inf|nan).*|[0-9].*|.*: .*|.*:$");

    private final StringBuilder out = new StringBuilder();

    private YamlText() {}

    public static String of(Map<String, ?> document) {
        YamlText text = new YamlText();
        text.map(document, 0);
        return text.out.toString();
    }

    /** A map in the order of its arguments; a pair whose value is an empty map or list is left out. */
    public static Map<String, Object> map(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            Object value = pairs[i + 1];
            boolean empty = (value instanceof Map<?, ?> inner && inner.isEmpty() && i > 0 && !(value instanceof Empty))
                    || (value instanceof Collection<?> list && list.isEmpty());
            if (!empty) {
                map.put(String.valueOf(pairs[i]), value);
            }
        }
        return map;
    }

    /** A map that is written although it is empty, such as {@code emptyDir: {}}. */
    static final class Empty extends LinkedHashMap<String, Object> {}

    private void map(Map<?, ?> map, int indent) {
        map.forEach((key, value) -> {
            out.append(" ".repeat(indent)).append(scalar(String.valueOf(key))).append(':');
            value(value, indent + 2);
        });
    }

    private void value(Object value, int indent) {
        switch (value) {
            case Map<?, ?> map when map.isEmpty() -> out.append(" {}\n");
            case Map<?, ?> map -> {
                out.append('\n');
                map(map, indent);
            }
            case Collection<?> list -> {
                out.append('\n');
                list.forEach(item -> item(item, indent));
            }
            default -> out.append(' ').append(scalar(value)).append('\n');
        }
    }

    private void item(Object item, int indent) {
        if (item instanceof Map<?, ?> map && !map.isEmpty()) {
            int start = out.length();
            map(map, indent + 2);
            out.setCharAt(start + indent, '-');
        } else {
            out.append(" ".repeat(indent)).append("- ").append(scalar(item)).append('\n');
        }
    }

    static String scalar(Object value) {
        if (value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        String text = value.toString();
        if (PLAIN.matcher(text).matches() && !AMBIGUOUS.matcher(text).matches()) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append(c);
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> quoted.append(c < ' ' ? "\\x%02x".formatted((int) c) : String.valueOf(c));
            }
        }
        return quoted.append('"').toString();
    }
}
