package com.crewyard.hosting.research;

import com.crewyard.hosting.research.Flowchart.Edge;
import com.crewyard.hosting.research.Flowchart.Node;
import com.crewyard.hosting.research.Outline.Item;
import com.crewyard.hosting.research.Outline.Items;
import com.crewyard.hosting.research.Outline.Prose;
import com.crewyard.hosting.research.Outline.Row;
import com.crewyard.hosting.research.Outline.Section;
import com.crewyard.hosting.research.Outline.Table;
import com.crewyard.hosting.research.Phase.Window;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gathers the phases from headings, lists, tables and flowcharts; what they say of the same phase comes together. */
final class PhaseReader {

    private static final Pattern PHASE = Pattern.compile(
            "(?i)^(?:phase|stage|milestone|step)\\s+(\\d{1,3}|[ivx]{1,4}|one|two|three|four|five|six)\\b\\s*(?:[–—:.-]\\s*)?(.*)$");
    private static final Pattern SECTION =
            Pattern.compile("(?i)phase|roadmap|rollout|migration path|recommended (?:path|approach)");
    private static final Pattern WINDOW = Pattern.compile(
            "(?i)\\b(day|week|month|quarter|year)s?\\s*(\\d{1,3})\\s*(?:(\\+)|(?:[-–—]|to)\\s*(\\d{1,3}))?|\\b(\\d{1,3})\\s*(?:[-–—]|to)\\s*(\\d{1,3})\\s*(day|week|month)s?");
    private static final Pattern STEPS = Pattern.compile(";\\s+|(?<=[\\p{L})])\\.\\s+(?=\\p{Lu})");
    private static final List<String> NUMBERS = List.of("one", "two", "three", "four", "five", "six");
    private static final List<String> ROMAN = List.of("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x");

    private final Map<Integer, Draft> drafts = new TreeMap<>();

    private static final class Draft {
        private String name = "";
        private Optional<Window> window = Optional.empty();
        private final Map<String, Statement> steps = new LinkedHashMap<>();
        private final Set<Condition> triggers = new LinkedHashSet<>();
        private final Set<Condition> targets = new LinkedHashSet<>();
        private final Set<String> components = new LinkedHashSet<>();
        private int line = Integer.MAX_VALUE;
    }

    void readSection(Section section) {
        Matcher heading = PHASE.matcher(section.heading());
        if (heading.matches()) {
            Draft draft = open(number(heading.group(1)), heading.group(2), section.line());
            for (Outline.Block block : section.blocks()) {
                switch (block) {
                    case Items items -> items.items().forEach(item -> say(draft, item.text(), item.line()));
                    case Prose prose -> say(draft, prose.text(), prose.line());
                    case Table _, Outline.Code _ -> {}
                }
            }
            return;
        }
        boolean ofPhases = section.speaksOf(SECTION);
        for (Outline.Block block : section.blocks()) {
            switch (block) {
                case Items items -> readItems(items, ofPhases);
                case Table table -> readTable(table);
                case Prose _, Outline.Code _ -> {}
            }
        }
    }

    private void readItems(Items items, boolean ofPhases) {
        int count = 0;
        boolean named = items.items().stream()
                .anyMatch(item -> PHASE.matcher(item.text()).matches());
        Optional<Draft> current = Optional.empty();
        for (Item item : items.items()) {
            Matcher phase = PHASE.matcher(item.text());
            if (item.depth() == 0 && phase.matches()) {
                current = Optional.of(open(number(phase.group(1)), phase.group(2), item.line()));
            } else if (item.depth() == 0 && ofPhases && !named && items.marker().equals("1")) {
                current = Optional.of(open(++count, item.text(), item.line()));
            } else if (item.depth() == 0) {
                current = Optional.empty();
            } else {
                current.ifPresent(draft -> say(draft, item.text(), item.line()));
            }
        }
    }

    private void readTable(Table table) {
        int label = index(table, "phase|stage|milestone");
        if (label < 0 || table.rows().isEmpty()) {
            return;
        }
        int when = index(table, "week|time|when|duration|window|month");
        int trigger = index(table, "trigger|entry|move|condition");
        for (int r = 0; r < table.rows().size(); r++) {
            Row row = table.rows().get(r);
            String cell = row.cells().get(label);
            Matcher phase = PHASE.matcher(cell);
            Draft draft = phase.matches()
                    ? open(number(phase.group(1)), phase.group(2), row.line())
                    : open(r + 1, Names.withoutNumber(cell.replaceFirst("^(\\d{1,2})$", "")), row.line());
            for (int i = 0; i < row.cells().size(); i++) {
                String text = row.cells().get(i);
                if (i == when) {
                    draft.window = draft.window.or(() -> window(text));
                } else if (i == trigger) {
                    draft.triggers.addAll(Conditions.in(text, row.line()));
                } else if (i != label) {
                    say(draft, text, row.line());
                }
            }
        }
    }

    private static int index(Table table, String words) {
        for (int i = 0; i < table.header().size(); i++) {
            if (table.header().get(i).toLowerCase(Locale.ROOT).matches(".*(?:" + words + ").*")) {
                return i;
            }
        }
        return -1;
    }

    void readFlowchart(Flowchart chart) {
        for (Node node : chart.nodes().values()) {
            draft(node).ifPresent(draft -> {
                if (!node.decision()) {
                    draft.components.add(node.text());
                }
            });
            if (node.decision()) {
                chart.edges().stream()
                        .filter(edge -> edge.from().equals(node.id()) && !isRefusal(edge))
                        .forEach(edge -> Optional.ofNullable(chart.nodes().get(edge.to()))
                                .flatMap(this::draft)
                                .ifPresent(draft -> draft.triggers.addAll(Conditions.in(node.text(), node.line()))));
            }
        }
    }

    private Optional<Draft> draft(Node node) {
        return node.group().flatMap(group -> {
            Matcher phase = PHASE.matcher(group);
            return phase.matches()
                    ? Optional.of(open(number(phase.group(1)), phase.group(2), node.line()))
                    : Optional.empty();
        });
    }

    private static boolean isRefusal(Edge edge) {
        return edge.label().toLowerCase(Locale.ROOT).matches("no|n|false|otherwise|else|not yet");
    }

    /** @param rest what follows the number: a name, a window in parentheses, and behind a colon what is done */
    private Draft open(int number, String rest, int line) {
        Draft draft = drafts.computeIfAbsent(number, _ -> new Draft());
        draft.line = Math.min(draft.line, line);
        Optional<Window> window = window(rest);
        draft.window = draft.window.or(() -> window);
        String text = window.map(found -> rest.replaceFirst("\\s*\\(?" + Pattern.quote(found.text()) + "\\)?", ""))
                .orElse(rest);
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        String said = colon < 0 ? "" : text.substring(colon + 1);
        if (name.length() > 60) {
            said = text;
            name = "";
        }
        if (draft.name.isEmpty()) {
            draft.name = name.replaceAll("^[\\s–—:.-]+|[\\s–—:.-]+$", "");
        }
        say(draft, said, line);
        return draft;
    }

    private static void say(Draft draft, String text, int line) {
        for (String part : STEPS.split(text)) {
            String step = part.strip().replaceFirst("\\.$", "").strip();
            if (step.isEmpty()) {
                continue;
            }
            List<Condition> conditions = Conditions.in(step, line);
            if (conditions.isEmpty()) {
                draft.steps.putIfAbsent(Names.key(step), new Statement(step, line));
            } else if (Conditions.areAwaited(step)) {
                draft.triggers.addAll(conditions);
            } else {
                draft.targets.addAll(conditions);
                if (!step.matches("^[<>≤≥].*")) {
                    draft.steps.putIfAbsent(Names.key(step), new Statement(step, line));
                }
            }
        }
    }

    static Optional<Window> window(String text) {
        Matcher m = WINDOW.matcher(text);
        if (!m.find()) {
            return Optional.empty();
        }
        if (m.group(1) == null) {
            int days = days(m.group(7));
            return Optional.of(new Window(
                    m.group(), Integer.parseInt(m.group(5)) * days, Optional.of(Integer.parseInt(m.group(6)) * days)));
        }
        int days = days(m.group(1));
        int from = Integer.parseInt(m.group(2)) * days;
        Optional<Integer> to = m.group(4) != null
                ? Optional.of(Integer.parseInt(m.group(4)) * days)
                : m.group(3) != null ? Optional.empty() : Optional.of(from + days);
        return Optional.of(new Window(m.group(), from, to));
    }

    private static int days(String unit) {
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "day" -> 1;
            case "week" -> 7;
            case "month" -> 30;
            case "quarter" -> 90;
            default -> 365;
        };
    }

    private static int number(String written) {
        String lower = written.toLowerCase(Locale.ROOT);
        if (NUMBERS.contains(lower)) {
            return NUMBERS.indexOf(lower) + 1;
        }
        if (ROMAN.contains(lower)) {
            return ROMAN.indexOf(lower) + 1;
        }
        return lower.matches("\\d{1,3}") ? Integer.parseInt(lower) : 0;
    }

    List<Phase> phases() {
        List<Phase> phases = new ArrayList<>();
        drafts.forEach((number, draft) -> phases.add(new Phase(
                number,
                draft.name.isEmpty() ? "Phase " + number : draft.name,
                draft.window,
                List.copyOf(draft.steps.values()),
                List.copyOf(draft.triggers),
                List.copyOf(draft.targets),
                List.copyOf(draft.components),
                draft.line)));
        return List.copyOf(phases);
    }
}
