package com.crewyard.recruiting.matching.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a ranking evaluation found.
 *
 * @param outcomes the engine's first
 * @param notes on what ran, for people to read
 */
public record RankingReport(
        String direction,
        int queries,
        int ranked,
        List<Outcome> outcomes,
        double parseSeconds,
        double embedSeconds,
        int embedded,
        long heapMegabytes,
        List<String> notes) {

    public RankingReport {
        outcomes = List.copyOf(outcomes);
        notes = List.copyOf(notes);
    }

    /** A table with the confidence intervals, and what the engine gains on each baseline. */
    public String table() {
        List<String> lines = new ArrayList<>();
        lines.add("%s: %d queries, %,d ranked for each".formatted(direction, queries, ranked));
        lines.add("");
        lines.add(row("", "nDCG@10 [95 %]", "MAP [95 %]", "engine - it, nDCG@10", "ms a query"));
        Outcome engine = outcomes.getFirst();
        for (Outcome outcome : outcomes) {
            lines.add(row(
                    outcome.name(),
                    Interval.of(outcome.gains()).toString(),
                    Interval.of(outcome.precisions()).toString(),
                    outcome == engine
                            ? ""
                            : Interval.ofDifference(engine.gains(), outcome.gains())
                                    .toString(),
                    String.format(Locale.ROOT, "%.1f", 1_000 * outcome.seconds() / queries)));
        }
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "Read in %.1f s; %,d texts embedded in %.1f s (%.0f a second); %,d MB of heap in use.",
                parseSeconds,
                embedded,
                embedSeconds,
                embedded / Math.max(0.001, embedSeconds),
                heapMegabytes));
        lines.addAll(notes);
        return String.join("\n", lines);
    }

    private static String row(String name, String gain, String precision, String difference, String time) {
        return String.format(Locale.ROOT, "%-26s %-22s %-22s %-24s %10s", name, gain, precision, difference, time)
                .stripTrailing();
    }

    /** The same figures for programs. */
    public Map<String, Object> figures() {
        List<Map<String, Object>> systems = new ArrayList<>();
        Outcome engine = outcomes.getFirst();
        for (Outcome outcome : outcomes) {
            Map<String, Object> system = new LinkedHashMap<>();
            system.put("name", outcome.name());
            system.put("ndcg_at_10", Interval.of(outcome.gains()));
            system.put("map", Interval.of(outcome.precisions()));
            system.put("engine_minus_it_ndcg_at_10", Interval.ofDifference(engine.gains(), outcome.gains()));
            system.put("milliseconds_a_query", 1_000 * outcome.seconds() / queries);
            systems.add(system);
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("direction", direction);
        figures.put("queries", queries);
        figures.put("ranked", ranked);
        figures.put("systems", systems);
        figures.put("parse_seconds", parseSeconds);
        figures.put("embedded", embedded);
        figures.put("embed_seconds", embedSeconds);
        figures.put("heap_megabytes", heapMegabytes);
        figures.put("notes", notes);
        return figures;
    }
}
