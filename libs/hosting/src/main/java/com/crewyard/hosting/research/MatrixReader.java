package com.crewyard.hosting.research;

import com.crewyard.hosting.Finding;
import com.crewyard.hosting.research.MatrixLayout.Cell;
import com.crewyard.hosting.research.MatrixLayout.Line;
import com.crewyard.hosting.research.Outline.Table;
import com.crewyard.hosting.research.ScoreReader.Blank;
import com.crewyard.hosting.research.ScoreReader.OutOfRange;
import com.crewyard.hosting.research.ScoreReader.Scored;
import com.crewyard.hosting.research.ScoreReader.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a decision matrix, whichever way it lies and whatever its names are. */
final class MatrixReader {

    private static final Pattern WEIGHT = Pattern.compile("(?i)^(?:relative )?(?:weights?|weighting|importance)\\b.*");
    private static final Pattern TOTAL =
            Pattern.compile("(?i)^(?:weighted |unweighted |overall )?(?:totals?|sum|overall|score|average|mean)\\b.*");

    private final String file;
    private final List<Finding> findings;

    MatrixReader(String file, List<Finding> findings) {
        this.file = file;
        this.findings = findings;
    }

    DecisionMatrix read(Table table, List<Category> categories) {
        List<Line> lines = MatrixLayout.lines(table, categories);
        List<Line> criteria = new ArrayList<>();
        Map<String, Double> weights = new LinkedHashMap<>();
        Map<String, Map<String, Score>> cells = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        for (Line line : lines) {
            if (line.name().isBlank()) {
                findings.add(Finding.error(file, line.line(), "the matrix has a line without a criterion"));
            } else if (!TOTAL.matcher(line.name()).matches()) {
                criteria.add(line);
            }
        }
        for (Line line : criteria) {
            if (cells.containsKey(line.name())) {
                findings.add(Finding.warning(
                        file,
                        line.line(),
                        "criterion \"%s\" stands here a second time; the first counts".formatted(line.name())));
                continue;
            }
            Map<String, Score> scores = new LinkedHashMap<>();
            for (Cell cell : line.cells()) {
                if (WEIGHT.matcher(cell.of()).matches()) {
                    weight(cell).ifPresent(weight -> weights.put(line.name(), weight));
                } else if (!TOTAL.matcher(cell.of()).matches()) {
                    if (!names.contains(cell.of())) {
                        names.add(cell.of());
                    }
                    score(line.name(), cell).ifPresent(score -> scores.putIfAbsent(cell.of(), score));
                }
            }
            cells.put(line.name(), scores);
        }
        compareTotals(lines, cells);
        Map<String, String> matched = matched(names, categories, table.line());
        Map<String, Map<String, Score>> named = new LinkedHashMap<>();
        cells.forEach((criterion, scores) -> {
            Map<String, Score> renamed = new LinkedHashMap<>();
            scores.forEach((name, score) -> renamed.put(matched.getOrDefault(name, name), score));
            named.put(criterion, renamed);
        });
        return new DecisionMatrix(
                List.copyOf(cells.keySet()),
                names.stream()
                        .map(name -> matched.getOrDefault(name, name))
                        .distinct()
                        .toList(),
                named,
                weights,
                table.line());
    }

    private Optional<Score> score(String criterion, Cell cell) {
        return switch (ScoreReader.read(cell.text(), cell.line())) {
            case Scored(Score score) -> Optional.of(score);
            case Blank() -> {
                findings.add(Finding.warning(
                        file, cell.line(), "\"%s\" has no score for \"%s\"".formatted(cell.of(), criterion)));
                yield Optional.empty();
            }
            case OutOfRange(String text) -> {
                findings.add(Finding.error(
                        file,
                        cell.line(),
                        "score %s of \"%s\" for \"%s\" is outside 1 to 5; it does not count"
                                .formatted(text, cell.of(), criterion)));
                yield Optional.empty();
            }
            case Words(String text) -> {
                findings.add(Finding.error(
                        file,
                        cell.line(),
                        "\"%s\" is not a score of \"%s\" for \"%s\"; it must be a number from 1 to 5"
                                .formatted(text, cell.of(), criterion)));
                yield Optional.empty();
            }
        };
    }

    private Optional<Double> weight(Cell cell) {
        try {
            double weight = Double.parseDouble(cell.text().replaceAll("[×x%\\s]", ""));
            if (weight >= 0 && weight < 1e6) {
                return Optional.of(weight);
            }
        } catch (NumberFormatException _) {
            // Said below, with what stands there.
        }
        findings.add(Finding.error(file, cell.line(), "\"%s\" is not a weight".formatted(cell.text())));
        return Optional.empty();
    }

    private void compareTotals(List<Line> lines, Map<String, Map<String, Score>> cells) {
        for (Line line : lines) {
            if (line.name().matches("(?i)(?:unweighted )?(?:sum|totals?)")) {
                for (Cell cell : line.cells()) {
                    double sum = cells.values().stream()
                            .mapToDouble(scores -> Optional.ofNullable(scores.get(cell.of()))
                                    .map(Score::value)
                                    .orElse(0.0))
                            .sum();
                    if (cell.text().matches("\\d{1,4}(\\.\\d{1,3})?")
                            && Math.abs(Double.parseDouble(cell.text()) - sum) > 0.005) {
                        findings.add(Finding.warning(
                                file,
                                line.line(),
                                "the sum of \"%s\" is %s, not %s".formatted(cell.of(), plain(sum), cell.text())));
                    }
                }
            }
        }
    }

    /** Each name of the matrix → the category it means: the likest pairs first, each category once. */
    private Map<String, String> matched(List<String> names, List<Category> categories, int line) {
        record Pair(String name, Category category, double likeness) {}
        List<Pair> pairs = names.stream()
                .flatMap(name -> categories.stream().map(c -> new Pair(name, c, likeness(name, c))))
                .filter(pair -> pair.likeness() >= Names.SAME)
                .sorted(Comparator.comparingDouble(Pair::likeness).reversed())
                .toList();
        Map<String, String> matched = new LinkedHashMap<>();
        for (Pair pair : pairs) {
            if (!matched.containsKey(pair.name())
                    && !matched.containsValue(pair.category().name())) {
                matched.put(pair.name(), pair.category().name());
            }
        }
        if (!categories.isEmpty()) {
            names.stream()
                    .filter(name -> !matched.containsKey(name))
                    .forEach(name -> findings.add(Finding.warning(
                            file, line, "\"%s\" is scored but described in no table of categories".formatted(name))));
            categories.stream()
                    .filter(c -> !matched.containsValue(c.name()))
                    .forEach(c -> findings.add(
                            Finding.warning(file, c.line(), "\"%s\" is described but not scored".formatted(c.name()))));
        }
        return matched;
    }

    private static double likeness(String name, Category category) {
        double byOffering =
                category.offerings().stream().anyMatch(offering -> Names.sameProduct(name, offering)) ? Names.SAME : 0;
        return Math.max(Names.likeness(name, category.name()), byOffering);
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }
}
