package com.crewyard.hosting.research;

import com.crewyard.hosting.Finding;
import com.crewyard.hosting.research.Outline.Row;
import com.crewyard.hosting.research.Outline.Table;
import com.crewyard.hosting.research.ScoreReader.Blank;
import com.crewyard.hosting.research.ScoreReader.OutOfRange;
import com.crewyard.hosting.research.ScoreReader.Reading;
import com.crewyard.hosting.research.ScoreReader.Scored;
import com.crewyard.hosting.research.ScoreReader.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Recognizes a decision matrix by its numbers, whichever way it lies and whatever its names are. */
final class MatrixReader {

    private static final Pattern HEADING =
            Pattern.compile("(?i)matrix|decision|criteri|scor|rating|rank|evaluat|compar|weigh");
    private static final Pattern WEIGHT = Pattern.compile("(?i)^(?:relative )?(?:weights?|weighting|importance)\\b.*");
    private static final Pattern TOTAL =
            Pattern.compile("(?i)^(?:weighted |unweighted |overall )?(?:totals?|sum|overall|score|average|mean)\\b.*");
    private static final double SHARE_OF_NUMBERS = 0.5;
    private static final double SHARE_WITHOUT_HEADING = 0.9;
    private static final int FEWEST = 2;

    private final String file;
    private final List<Finding> findings;

    MatrixReader(String file, List<Finding> findings) {
        this.file = file;
        this.findings = findings;
    }

    static boolean isOne(String heading, Table table) {
        if (table.header().size() <= FEWEST || table.rows().isEmpty()) {
            return false;
        }
        int label = label(table);
        double numbers = columns(table, label)
                .average(i -> share(table, i, reading -> reading instanceof Scored || reading instanceof OutOfRange));
        double scores = columns(table, label).average(i -> share(table, i, Scored.class::isInstance));
        boolean announced = HEADING.matcher(heading).find()
                || HEADING.matcher(table.header().get(label)).find();
        return announced ? numbers >= SHARE_OF_NUMBERS : scores >= SHARE_WITHOUT_HEADING;
    }

    DecisionMatrix read(Table table, List<Category> categories) {
        int label = label(table);
        List<Line> lines = lines(table, label, categories);
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

    /** A criterion with its cells, however the table lies. */
    private record Line(String name, List<Cell> cells, int line) {}

    private record Cell(String of, String text, int line) {}

    private static List<Line> lines(Table table, int label, List<Category> categories) {
        List<Integer> columns = columns(table, label).indexes();
        List<String> across = columns.stream()
                .map(i -> Names.withoutNumber(table.header().get(i)))
                .toList();
        List<String> down =
                table.column(label).stream().map(Names::withoutNumber).toList();
        if (categoriesLieDown(across, down, table.header().get(label), categories)) {
            return columns.stream()
                    .map(i -> new Line(
                            Names.withoutNumber(table.header().get(i)),
                            table.rows().stream()
                                    .map(row -> new Cell(
                                            Names.withoutNumber(row.cells().get(label)),
                                            row.cells().get(i),
                                            row.line()))
                                    .filter(cell -> !cell.of().isBlank())
                                    .toList(),
                            table.line()))
                    .toList();
        }
        return table.rows().stream()
                .map(row ->
                        new Line(Names.withoutNumber(row.cells().get(label)), across(table, row, columns), row.line()))
                .toList();
    }

    private static List<Cell> across(Table table, Row row, List<Integer> columns) {
        return columns.stream()
                .map(i -> new Cell(
                        Names.withoutNumber(table.header().get(i)), row.cells().get(i), row.line()))
                .filter(cell -> !cell.of().isBlank())
                .toList();
    }

    private static boolean categoriesLieDown(
            List<String> across, List<String> down, String corner, List<Category> categories) {
        double forDown = likeCategories(down, categories) + likeCriteria(across);
        double forAcross = likeCategories(across, categories) + likeCriteria(down);
        if (Math.abs(forDown - forAcross) > 1e-9) {
            return forDown > forAcross;
        }
        return corner.matches("(?i).*(?:categor|option|hosting|platform).*");
    }

    private static double likeCategories(List<String> names, List<Category> categories) {
        return names.stream()
                .mapToDouble(name -> Math.max(
                        Names.kinds(name).isEmpty() ? 0 : 0.6,
                        categories.stream()
                                .mapToDouble(c -> Names.likeness(name, c.name()))
                                .max()
                                .orElse(0)))
                .average()
                .orElse(0);
    }

    private static double likeCriteria(List<String> names) {
        return names.stream()
                .mapToDouble(name -> CriterionKind.of(name) == CriterionKind.OTHER
                                || !Names.kinds(name).isEmpty()
                        ? 0
                        : 0.8)
                .average()
                .orElse(0);
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

    /** The column that names things: the one with the fewest numbers. */
    private static int label(Table table) {
        return IntStream.range(0, table.header().size())
                .boxed()
                .min(Comparator.<Integer>comparingDouble(i -> share(table, i, MatrixReader::isNumber)))
                .orElse(0);
    }

    private static boolean isNumber(Reading reading) {
        return reading instanceof Scored || reading instanceof OutOfRange || reading instanceof Blank;
    }

    private static double share(Table table, int column, Function<Reading, Boolean> what) {
        return table.rows().stream()
                        .filter(row -> what.apply(ScoreReader.read(row.cells().get(column), row.line())))
                        .count()
                / (double) Math.max(1, table.rows().size());
    }

    private static Columns columns(Table table, int label) {
        return new Columns(IntStream.range(0, table.header().size())
                .filter(i -> i != label)
                .boxed()
                .toList());
    }

    private record Columns(List<Integer> indexes) {
        double average(Function<Integer, Double> share) {
            return indexes.stream().mapToDouble(share::apply).average().orElse(0);
        }
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }
}
