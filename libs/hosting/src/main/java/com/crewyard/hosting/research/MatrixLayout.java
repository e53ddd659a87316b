package com.crewyard.hosting.research;

import com.crewyard.hosting.research.Outline.Row;
import com.crewyard.hosting.research.Outline.Table;
import com.crewyard.hosting.research.ScoreReader.Blank;
import com.crewyard.hosting.research.ScoreReader.OutOfRange;
import com.crewyard.hosting.research.ScoreReader.Reading;
import com.crewyard.hosting.research.ScoreReader.Scored;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Finds out whether a table is a decision matrix, and which way it lies. */
final class MatrixLayout {

    private static final Pattern HEADING =
            Pattern.compile("(?i)matrix|decision|criteri|scor|rating|rank|evaluat|compar|weigh");
    private static final double SHARE_OF_NUMBERS = 0.5;
    private static final double SHARE_WITHOUT_HEADING = 0.9;
    private static final int FEWEST = 2;

    private MatrixLayout() {}

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

    /** A criterion with its cells, however the table lies. */
    record Line(String name, List<Cell> cells, int line) {}

    record Cell(String of, String text, int line) {}

    static List<Line> lines(Table table, List<Category> categories) {
        int label = label(table);
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

    /** The column that names things: the one with the fewest numbers. */
    private static int label(Table table) {
        return IntStream.range(0, table.header().size())
                .boxed()
                .min(Comparator.<Integer>comparingDouble(i -> share(table, i, MatrixLayout::isNumber)))
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
}
