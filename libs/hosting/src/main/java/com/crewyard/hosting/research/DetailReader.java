package com.crewyard.hosting.research;

import com.crewyard.hosting.Finding;
import com.crewyard.hosting.research.Outline.Code;
import com.crewyard.hosting.research.Outline.Item;
import com.crewyard.hosting.research.Outline.Items;
import com.crewyard.hosting.research.Outline.Row;
import com.crewyard.hosting.research.Outline.Section;
import com.crewyard.hosting.research.Outline.Table;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Limits, facts, enhancements, capabilities and the environment an application expects. */
final class DetailReader {

    private static final Pattern LIMIT =
            Pattern.compile("(?i)\\b(?:caps?|limits?|limited to|max(?:imum)?|at most|up to|quota|restrictions?)\\b");
    private static final Pattern AS_OF =
            Pattern.compile("(?i)\\b(?:as of|status|verified|checked|dated?)[: ]\\s*(\\d{4}-\\d{2}(?:-\\d{2})?)");
    private static final Pattern FACTS =
            Pattern.compile("(?i)\\bfacts?\\b|market (?:changes|status|news)|what has changed");
    private static final Pattern ENHANCEMENTS =
            Pattern.compile("(?i)enhancement|future (?:work|improvement)|next steps|later|backlog");
    private static final Pattern ENVIRONMENT = Pattern.compile("(?i)environment|configuration|secrets|settings");
    private static final Pattern HCL_VARIABLE = Pattern.compile(
            "\\bname\\s*[=:]\\s*\"?([A-Z][A-Z0-9_]{2,60})\"?(?:\\s*,\\s*value(?:From)?\\s*[=:]\\s*([^,}]+))?");
    private static final Pattern SHELL_VARIABLE =
            Pattern.compile("^\\s*(?:export\\s+|ENV\\s+|-\\s*)?([A-Z][A-Z0-9_]{2,60})=(.*)$");
    private static final Pattern LISTED_VARIABLE =
            Pattern.compile("^([A-Z][A-Z0-9]*_[A-Z0-9_]{1,60}|[A-Z]{3,60})(?:\\s*[=:–—-]\\s*(.*))?$");

    private final String file;
    private final List<Finding> findings;
    private final List<Limit> limits = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();
    private final List<Statement> enhancements = new ArrayList<>();
    private final List<Capability.Statement> capabilities = new ArrayList<>();
    private final Map<String, EnvironmentVariable> environment = new LinkedHashMap<>();

    DetailReader(String file, List<Finding> findings) {
        this.file = file;
        this.findings = findings;
    }

    void readSection(Section section) {
        for (Outline.Block block : section.blocks()) {
            switch (block) {
                case Items items -> items.items().forEach(item -> readItem(section, item));
                case Code code -> readCode(code);
                case Table table -> readCapabilities(table);
                case Outline.Prose _ -> {}
            }
        }
    }

    private void readItem(Section section, Item item) {
        if (section.speaksOf(FACTS)) {
            Optional<LocalDate> asOf = asOf(item.text(), item.line());
            facts.add(new Fact(item.text(), asOf, item.links(), item.line()));
            if (asOf.isEmpty() || item.links().isEmpty()) {
                findings.add(Finding.warning(
                        file,
                        item.line(),
                        "the fact has no %s".formatted(asOf.isEmpty() ? "date (as of 2026-07-31)" : "source")));
            }
        } else if (section.speaksOf(ENHANCEMENTS) && item.depth() == 0) {
            enhancements.add(new Statement(item.text(), item.line()));
        } else if (section.speaksOf(ENVIRONMENT)) {
            Matcher variable = LISTED_VARIABLE.matcher(item.text());
            if (variable.matches()) {
                variable(variable.group(1), Optional.ofNullable(variable.group(2)), item.line());
            }
        }
    }

    private void readCode(Code code) {
        for (int i = 0; i < code.lines().size(); i++) {
            String text = code.lines().get(i);
            for (Matcher m = HCL_VARIABLE.matcher(text); m.find(); ) {
                variable(m.group(1), Optional.ofNullable(m.group(2)).map(String::strip), code.line() + i);
            }
            Matcher shell = SHELL_VARIABLE.matcher(text);
            if (shell.matches()) {
                variable(shell.group(1), Optional.of(shell.group(2).strip()), code.line() + i);
            }
        }
    }

    private void variable(String name, Optional<String> value, int line) {
        environment.putIfAbsent(name, new EnvironmentVariable(name, value.filter(text -> !text.isEmpty()), line));
    }

    /** A table whose columns are capabilities and whose cells begin with yes or no. */
    private void readCapabilities(Table table) {
        Map<Integer, Capability> columns = new LinkedHashMap<>();
        for (int i = 1; i < table.header().size(); i++) {
            int column = i;
            Capability.of(table.header().get(i)).ifPresent(capability -> columns.put(column, capability));
        }
        for (Row row : table.rows()) {
            Map<Capability, Capability.Answer> answers = new LinkedHashMap<>();
            columns.forEach((column, capability) ->
                    answer(row.cells().get(column)).ifPresent(answer -> answers.put(capability, answer)));
            String subject = Names.withoutNumber(row.cells().getFirst());
            if (!answers.isEmpty() && !subject.isBlank()) {
                capabilities.add(new Capability.Statement(subject, answers, row.line()));
                row.cells().stream().skip(1).forEach(cell -> limit(subject, cell, row.line()));
            }
        }
    }

    private static Optional<Capability.Answer> answer(String cell) {
        String lower = cell.toLowerCase(java.util.Locale.ROOT);
        if (lower.matches("(?s)(?:yes|✓|✔|✅|full|native|true)\\b?.*")) {
            return Optional.of(new Capability.Answer(true, cell));
        }
        return lower.matches("(?s)(?:no|✗|✘|❌|none|false)\\b?.*")
                ? Optional.of(new Capability.Answer(false, cell))
                : Optional.empty();
    }

    /** Takes a bound out of what is said of a subject, if there is one. */
    void limit(String subject, String text, int line) {
        if (LIMIT.matcher(text).find()) {
            limits.add(new Limit(
                    subject,
                    text,
                    Quantity.in(text.replaceAll("\\d{4}-\\d{2}(-\\d{2})?", "")),
                    asOf(text, line),
                    line));
        }
    }

    private Optional<LocalDate> asOf(String text, int line) {
        Matcher written = AS_OF.matcher(text);
        if (!written.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    LocalDate.parse(written.group(1).length() == 7 ? written.group(1) + "-01" : written.group(1)));
        } catch (DateTimeException e) {
            findings.add(Finding.error(file, line, "\"%s\" is not a date".formatted(written.group(1))));
            return Optional.empty();
        }
    }

    List<Limit> limits() {
        return List.copyOf(limits);
    }

    List<Fact> facts() {
        return List.copyOf(facts);
    }

    List<Statement> enhancements() {
        return List.copyOf(enhancements);
    }

    List<Capability.Statement> capabilities() {
        return List.copyOf(capabilities);
    }

    List<EnvironmentVariable> environment() {
        return List.copyOf(environment.values());
    }
}
