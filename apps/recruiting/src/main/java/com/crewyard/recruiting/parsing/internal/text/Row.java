package com.crewyard.recruiting.parsing.internal.text;

import com.crewyard.recruiting.parsing.internal.text.PdfPage.Word;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What stands on one baseline across a region, from left to right. */
record Row(List<Run> runs) {

    /** Gaps wider than this many letter sizes separate runs. */
    private static final double RUN_GAP = 1.2;

    double baseline() {
        return runs.getFirst().baseline();
    }

    /** Rows from top to bottom. */
    static List<Row> of(Collection<Word> words) {
        List<Word> sorted = new ArrayList<>(words);
        sorted.sort(Comparator.comparingDouble(Word::baseline).thenComparingDouble(Word::left));
        List<Row> rows = new ArrayList<>();
        List<Word> line = new ArrayList<>();
        for (Word word : sorted) {
            if (!line.isEmpty()
                    && !word.sharesLineWith(
                            line.getFirst().baseline(), line.getFirst().size())) {
                rows.add(row(line));
                line.clear();
            }
            line.add(word);
        }
        if (!line.isEmpty()) {
            rows.add(row(line));
        }
        return rows;
    }

    private static Row row(List<Word> line) {
        line.sort(Comparator.comparingDouble(Word::left));
        List<Run> runs = new ArrayList<>();
        List<Word> run = new ArrayList<>();
        for (Word word : line) {
            if (!run.isEmpty() && isApart(run.getLast(), word)) {
                runs.add(new Run(List.copyOf(run)));
                run.clear();
            }
            run.add(word);
        }
        runs.add(new Run(List.copyOf(run)));
        return new Row(List.copyOf(runs));
    }

    private static boolean isApart(Word left, Word right) {
        // A bullet belongs to its text, however far it hangs out.
        double allowed = Characters.isBullet(left.text()) ? 4 : RUN_GAP;
        return right.left() - left.right() > allowed * Math.min(left.size(), right.size());
    }
}
