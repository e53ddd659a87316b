package com.crewyard.recruiting.parsing.internal.text;

import com.crewyard.recruiting.parsing.internal.text.PdfPage.Word;
import com.crewyard.recruiting.parsing.internal.vocabulary.SectionHeadings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Divides a page into regions that are read one after the other. A gutter is a vertical strip that no run crosses over
 * a stretch of rows; whether its sides are columns (read one, then the other) or cells of a table (read row by row) is
 * told by headings within the sides, by dates, and by whether the sides share baselines.
 */
final class ColumnFinder {

    private static final int MAX_DEPTH = 4;
    private static final int MIN_ROWS = 3;
    private static final double GUTTER = 6;
    private static final double MIN_FLUSH = 0.7;
    private static final Pattern YEAR = Pattern.compile("\\b(?:19|20)\\d\\d\\b");

    private ColumnFinder() {}

    /** Words of each region, in reading order. */
    static List<List<Word>> regions(Collection<Word> words) {
        List<List<Word>> regions = new ArrayList<>();
        divide(Row.of(words), regions, 0);
        return regions;
    }

    private record Cut(int from, int to, double x) {}

    private static void divide(List<Row> rows, List<List<Word>> regions, int depth) {
        if (rows.isEmpty()) {
            return;
        }
        Optional<Cut> cut = depth < MAX_DEPTH ? bestCut(rows) : Optional.empty();
        if (cut.isEmpty()) {
            regions.add(rows.stream()
                    .flatMap(row -> row.runs().stream())
                    .flatMap(run -> run.words().stream())
                    .toList());
            return;
        }
        divide(rows.subList(0, cut.get().from()), regions, depth + 1);
        List<Word> left = new ArrayList<>();
        List<Word> right = new ArrayList<>();
        for (Row row : rows.subList(cut.get().from(), cut.get().to())) {
            for (Run run : row.runs()) {
                (run.left() < cut.get().x() ? left : right).addAll(run.words());
            }
        }
        divide(Row.of(left), regions, depth + 1);
        divide(Row.of(right), regions, depth + 1);
        divide(rows.subList(cut.get().to(), rows.size()), regions, depth + 1);
    }

    private static Optional<Cut> bestCut(List<Row> rows) {
        Optional<Cut> best = Optional.empty();
        double bestScore = 0;
        for (double x : candidates(rows)) {
            int from = 0;
            for (int i = 0; i <= rows.size(); i++) {
                if (i == rows.size() || crosses(rows.get(i), x)) {
                    Cut cut = trimmed(rows, new Cut(from, i, x));
                    Sides sides = Sides.of(rows, cut);
                    int rowsOfNarrow = Math.min(sides.left.size(), sides.right.size());
                    double score = rowsOfNarrow * sides.flush(x);
                    if (rowsOfNarrow >= MIN_ROWS
                            && sides.flush(x) >= MIN_FLUSH
                            && score > bestScore
                            && sides.areColumns()) {
                        bestScore = score;
                        best = Optional.of(cut);
                    }
                    from = i + 1;
                }
            }
        }
        return best;
    }

    /** Left edges that several runs share, the leftmost excepted. */
    private static List<Double> candidates(List<Row> rows) {
        TreeMap<Long, Integer> edges = new TreeMap<>();
        for (Row row : rows) {
            for (Run run : row.runs()) {
                edges.merge(Math.round(run.left() / 2), 1, Integer::sum);
            }
        }
        List<Double> shared = new ArrayList<>();
        for (var edge : edges.entrySet()) {
            int count = edge.getValue() + edges.getOrDefault(edge.getKey() + 1, 0);
            if (count >= MIN_ROWS && edge.getKey() > edges.firstKey() + 20) {
                shared.add(edge.getKey() * 2.0 - 1.5);
            }
        }
        return shared;
    }

    private static boolean crosses(Row row, double x) {
        return row.runs().stream().anyMatch(run -> run.left() < x && run.right() > x - GUTTER);
    }

    /** Rows above the columns that only one side has stay above, up to the first heading. */
    private static Cut trimmed(List<Row> rows, Cut cut) {
        int firstLeft = firstRow(rows, cut, true);
        int firstRight = firstRow(rows, cut, false);
        int limit = Math.max(firstLeft, firstRight);
        int from = cut.from();
        while (from < limit
                && from < cut.to()
                && rows.get(from).runs().stream()
                        .noneMatch(run -> SectionHeadings.exact(run.text()).isPresent())) {
            from++;
        }
        return new Cut(Math.min(from, cut.to()), cut.to(), cut.x());
    }

    private static int firstRow(List<Row> rows, Cut cut, boolean left) {
        for (int i = cut.from(); i < cut.to(); i++) {
            if (rows.get(i).runs().stream().anyMatch(run -> run.left() < cut.x() == left)) {
                return i;
            }
        }
        return cut.to();
    }

    /** First runs of each row on either side of a gutter. */
    private record Sides(List<Run> left, List<Run> right, int shared, int leftCharacters, int rightCharacters) {

        static Sides of(List<Row> rows, Cut cut) {
            List<Run> left = new ArrayList<>();
            List<Run> right = new ArrayList<>();
            int shared = 0;
            int leftCharacters = 0;
            int rightCharacters = 0;
            for (Row row : rows.subList(cut.from(), cut.to())) {
                boolean hasLeft = false;
                boolean hasRight = false;
                for (Run run : row.runs()) {
                    if (run.left() < cut.x()) {
                        if (!hasLeft) {
                            left.add(run);
                        }
                        hasLeft = true;
                        leftCharacters += run.characters();
                    } else {
                        if (!hasRight) {
                            right.add(run);
                        }
                        hasRight = true;
                        rightCharacters += run.characters();
                    }
                }
                shared += hasLeft && hasRight ? 1 : 0;
            }
            return new Sides(left, right, shared, leftCharacters, rightCharacters);
        }

        /** The share of the right side that begins at the gutter: dates at the margin of the left side do not. */
        double flush(double x) {
            return right.stream().filter(run -> run.left() - x < 30).count() / (double) Math.max(1, right.size());
        }

        boolean areColumns() {
            List<Run> narrow = leftCharacters <= rightCharacters ? left : right;
            List<Run> wide = narrow == left ? right : left;
            long narrowHeadings = headings(narrow);
            double dates = narrow.stream()
                            .filter(run -> YEAR.matcher(run.text()).find())
                            .count()
                    / (double) narrow.size();
            if (narrowHeadings > 0 && narrow.size() - narrowHeadings < narrowHeadings) {
                return false; // a column of headings beside what they head
            }
            if (narrowHeadings > 0 && headings(wide) > 0) {
                return true;
            }
            if (dates >= 0.3) {
                return false; // dates beside what happened then
            }
            double aligned = shared / (double) narrow.size();
            return narrow.size() > MIN_ROWS && (narrowHeadings > 0 || aligned < 0.5);
        }

        private static long headings(List<Run> side) {
            return side.stream()
                    .filter(run -> SectionHeadings.exact(run.text()).isPresent())
                    .count();
        }
    }
}
