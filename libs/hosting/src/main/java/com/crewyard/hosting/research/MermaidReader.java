package com.crewyard.hosting.research;

import com.crewyard.hosting.Finding;
import com.crewyard.hosting.research.Flowchart.Edge;
import com.crewyard.hosting.research.Flowchart.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads flowcharts (mermaid.js.org/syntax/flowchart.html): nodes, labelled arrows, chains and subgraphs. */
final class MermaidReader {

    private static final Pattern START = Pattern.compile("(?:flowchart|graph)\\b\\s*(\\w*)\\s*;?");
    private static final Pattern GROUP = Pattern.compile("subgraph\\s+(?:[\\w-]+\\s*\\[\"?(.*?)\"?]|\"?(.*?)\"?)\\s*");
    private static final Pattern IGNORED = Pattern.compile(
            "(?:%%|style\\b|classDef\\b|class\\b|click\\b|linkStyle\\b|direction\\b|accTitle|accDescr).*");
    private static final Pattern IDENTIFIER =
            Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_.]*+(?:-(?![-.>])[\\p{L}\\p{N}_.]*+){0,20}");
    private static final Pattern ARROW = Pattern.compile(
            "[<ox]?(?:--+|==+|-\\.+)(?:(?<![-=.]{3})\\s+([^|>\\n]{1,200}?)\\s+(?:--+|==+|\\.+-))?[>ox]?(?:\\s*\\|\\s*\"?([^|]{0,200}?)\"?\\s*\\|)?");
    private static final Map<Character, Character> CLOSING = Map.of('[', ']', '(', ')', '{', '}', '>', ']');

    private final String file;
    private final List<Finding> findings;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final List<Edge> edges = new ArrayList<>();
    private final Deque<String> groups = new ArrayDeque<>();

    private MermaidReader(String file, List<Finding> findings) {
        this.file = file;
        this.findings = findings;
    }

    static Optional<Flowchart> read(String file, List<String> lines, int first, List<Finding> findings) {
        return new MermaidReader(file, findings).flowchart(lines, first);
    }

    private Optional<Flowchart> flowchart(List<String> lines, int first) {
        String direction = "";
        boolean started = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            Matcher start = START.matcher(line);
            if (line.isEmpty() || IGNORED.matcher(line).matches()) {
                continue;
            }
            if (!started) {
                if (!start.matches()) {
                    return Optional.empty();
                }
                direction = start.group(1).isEmpty() ? "TB" : start.group(1);
                started = true;
                continue;
            }
            Matcher group = GROUP.matcher(line);
            if (group.matches()) {
                groups.push(Optional.ofNullable(group.group(1)).orElse(String.valueOf(group.group(2))));
            } else if (line.equals("end")) {
                groups.poll();
            } else {
                for (String statement : line.split(";", -1)) {
                    statement(statement.strip(), first + i);
                }
            }
        }
        if (!groups.isEmpty()) {
            findings.add(Finding.warning(file, first, "subgraph \"%s\" has no end".formatted(groups.peek())));
        }
        return started
                ? Optional.of(new Flowchart(direction, Collections.unmodifiableMap(nodes), List.copyOf(edges), first))
                : Optional.empty();
    }

    private void statement(String text, int line) {
        if (text.isEmpty()) {
            return;
        }
        Cursor cursor = new Cursor(text);
        List<String> from = List.of();
        String label = "";
        while (true) {
            List<String> to = new ArrayList<>();
            do {
                Optional<String> node = node(cursor, line);
                if (node.isEmpty()) {
                    findings.add(Finding.warning(file, line, "not a flowchart line: \"%s\"".formatted(text)));
                    return;
                }
                to.add(node.get());
            } while (cursor.skip("&"));
            for (String source : from) {
                for (String target : to) {
                    edges.add(new Edge(source, target, label, line));
                }
            }
            Optional<Matcher> arrow = cursor.match(ARROW);
            if (arrow.isEmpty()) {
                break;
            }
            label = Optional.ofNullable(arrow.get().group(1))
                    .or(() -> Optional.ofNullable(arrow.get().group(2)))
                    .map(String::strip)
                    .orElse("");
            from = to;
        }
        if (!cursor.atEnd()) {
            findings.add(Finding.warning(file, line, "not a flowchart line: \"%s\"".formatted(text)));
        }
    }

    private Optional<String> node(Cursor cursor, int line) {
        return cursor.match(IDENTIFIER).map(Matcher::group).map(id -> {
            Optional<String> shape = cursor.shape();
            Node known = nodes.get(id);
            if (known == null || (shape.isPresent() && known.text().equals(id))) {
                String text = shape.map(MermaidReader::words).orElse(id);
                boolean decision = shape.filter(s -> s.startsWith("{") && !s.startsWith("{{"))
                        .isPresent();
                Optional<String> group = known == null ? Optional.ofNullable(groups.peek()) : known.group();
                nodes.put(id, new Node(id, text, decision, group, line));
            }
            cursor.match(Pattern.compile(":::[\\w-]+"));
            return id;
        });
    }

    private static String words(String shape) {
        return TableReader.plain(shape.replaceFirst("^(?:>|[\\[({/\\\\]{1,3})", "")
                .replaceFirst("[\\])}/\\\\]{1,3}$", "")
                .replaceAll("^\"|\"$", ""));
    }

    private static final class Cursor {

        private final String text;
        private int at;

        Cursor(String text) {
            this.text = text;
        }

        Optional<Matcher> match(Pattern pattern) {
            skipSpace();
            Matcher matcher = pattern.matcher(text).region(at, text.length());
            if (!matcher.lookingAt() || matcher.end() == at) {
                return Optional.empty();
            }
            at = matcher.end();
            return Optional.of(matcher);
        }

        boolean skip(String word) {
            skipSpace();
            boolean there = text.startsWith(word, at);
            at += there ? word.length() : 0;
            return there;
        }

        /** What stands in brackets right behind an identifier, with the brackets. */
        Optional<String> shape() {
            if (at >= text.length() || !CLOSING.containsKey(text.charAt(at))) {
                return Optional.empty();
            }
            char open = text.charAt(at);
            char close = CLOSING.getOrDefault(open, ']');
            int depth = 0;
            boolean quoted = false;
            for (int i = at; i < text.length(); i++) {
                char c = text.charAt(i);
                quoted = quoted != (c == '"');
                if (!quoted && c == open) {
                    depth++;
                } else if (!quoted && c == close && --depth <= 0) {
                    String shape = text.substring(at, i + 1);
                    at = i + 1;
                    return Optional.of(shape);
                }
            }
            return Optional.empty();
        }

        boolean atEnd() {
            skipSpace();
            return at >= text.length();
        }

        private void skipSpace() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }
    }
}
