package com.crewyard.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What came out of a test run: one row a stage, the failures, and why anything was skipped. */
record TestSummary(List<Row> rows) {

    /** @param failures name and first line of the reason; a check that is no test has one of its own */
    record Row(TestStage stage, Duration took, int passed, List<String> failures, List<String> skipped) {

        static Row of(TestStage stage, Duration took, TestReports reports) {
            return new Row(stage, took, reports.passed(), reports.failures(), reports.skipped());
        }
    }

    TestSummary {
        rows = List.copyOf(rows);
    }

    int passed() {
        return rows.stream().mapToInt(Row::passed).sum();
    }

    int failed() {
        return rows.stream().mapToInt(row -> row.failures().size()).sum();
    }

    int skipped() {
        return rows.stream().mapToInt(row -> row.skipped().size()).sum();
    }

    void print(PrintStream out) {
        out.println();
        rows.stream().flatMap(row -> row.failures().stream()).forEach(failure -> out.println("FAILED   " + failure));
        rows.stream().flatMap(row -> row.skipped().stream()).forEach(test -> out.println("SKIPPED  " + test));
        out.println();
        for (Row row : rows) {
            out.println("%-18s %5d passed %5d failed %5d skipped %8s"
                    .formatted(
                            row.stage().title(),
                            row.passed(),
                            row.failures().size(),
                            row.skipped().size(),
                            seconds(row.took())));
        }
        out.println();
        out.println("%d passed, %d failed, %d skipped".formatted(passed(), failed(), skipped()));
        out.flush();
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.0f s", duration.toMillis() / 1000.0);
    }
}
