package com.crewyard.hosting.advice;

import com.crewyard.hosting.advice.Advice.Ranked;
import com.crewyard.hosting.advice.Advice.RankedOffering;
import com.crewyard.hosting.costs.Costs;
import com.crewyard.hosting.research.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes an {@link Advice} for a terminal of 100 columns. */
public final class AdviceText {

    private static final int WIDTH = 100;
    private static final int BAR = 20;
    private static final int MOST_SPANS = 6;

    private final Advice advice;
    private final List<String> lines = new ArrayList<>();

    private AdviceText(Advice advice) {
        this.advice = advice;
    }

    public static String of(Advice advice) {
        return new AdviceText(advice).text();
    }

    private String text() {
        if (advice.ranking().isEmpty()) {
            line(
                    advice.excluded().isEmpty()
                            ? "The documents score no category: a decision matrix with criteria and categories is needed."
                            : "No category is left.");
        } else {
            ranking();
            matrix();
            offerings();
        }
        excluded();
        costs();
        list(
                "What would change the answer",
                advice.changes().stream().map(Change::text).toList());
        list("Older than a year", advice.aged().stream().map(Object::toString).toList());
        return String.join("\n", lines) + "\n";
    }

    private void ranking() {
        title("Ranking");
        int width = advice.ranking().stream()
                .mapToInt(ranked -> ranked.category().length())
                .max()
                .orElse(0);
        for (Ranked ranked : advice.ranking()) {
            line("  %2d  %s  %s  %4.2f  sum %-5s wins %3.0f %%%s"
                    .formatted(
                            ranked.rank(),
                            padded(ranked.category(), width),
                            bar(ranked.score()),
                            ranked.score(),
                            Numbers.plain(ranked.sum()),
                            ranked.wins() * 100,
                            ranked.tied() ? "  tied" : ""));
        }
        line("");
        line("  wins: the share of %d weightings drawn at random in which it comes first; %s"
                .formatted(advice.sensitivity().draws(), agreement()));
        line("");
    }

    private String agreement() {
        int agreed = advice.research().agreement().agreed();
        int disputed = advice.research().agreement().disputed();
        return agreed + disputed == 0
                ? "one document"
                : "%d of %d shared scores agree".formatted(agreed, agreed + disputed);
    }

    private void matrix() {
        title("Scores");
        int width = advice.ranking().stream()
                .mapToInt(ranked -> ranked.category().length())
                .max()
                .orElse(0);
        List<String> criteria = List.copyOf(advice.weights().keySet());
        StringBuilder head = new StringBuilder("      " + " ".repeat(width));
        for (int i = 0; i < criteria.size(); i++) {
            head.append(padded("  [" + (i + 1) + "]", 7));
        }
        line(head.toString());
        for (Ranked ranked : advice.ranking()) {
            StringBuilder row = new StringBuilder("      " + padded(ranked.category(), width));
            for (String criterion : criteria) {
                row.append(padded(
                        "  "
                                + cell(ranked.cells()
                                        .getOrDefault(
                                                criterion,
                                                ranked.cells()
                                                        .values()
                                                        .iterator()
                                                        .next())),
                        7));
            }
            line(row.toString());
        }
        line("");
        for (int i = 0; i < criteria.size(); i++) {
            Weighting weighting = advice.weights().get(criteria.get(i));
            if (weighting != null) {
                line("  [%d] %s, weight %s%s"
                        .formatted(
                                i + 1,
                                weighting.criterion(),
                                Numbers.plain(weighting.weight()),
                                weighting.reasons().isEmpty()
                                        ? ""
                                        : " (" + String.join(", ", weighting.reasons()) + ")"));
            }
        }
        line("");
    }

    private static String cell(Cell cell) {
        if (!cell.scored()) {
            return "?";
        }
        return cell.disputed()
                ? Numbers.plain(cell.low()) + "–" + Numbers.plain(cell.high())
                : Numbers.plain(cell.value());
    }

    private void offerings() {
        title("Offerings in first place");
        for (Ranked ranked : advice.ranking()) {
            if (ranked.rank() == 1) {
                line("  " + ranked.category());
                for (RankedOffering offering : ranked.offerings()) {
                    wrapped(
                            "    " + (offering.out().isPresent() ? "✗ " : "• "),
                            offering.name()
                                    + offering.out()
                                            .map(out -> ": " + out.reason())
                                            .orElse("")
                                    + notes(" + ", offering.pros())
                                    + notes(" − ", offering.cons()));
                }
            }
        }
        line("");
    }

    private static String notes(String mark, List<String> notes) {
        return notes.isEmpty() ? "" : mark + String.join(mark, notes);
    }

    private void excluded() {
        if (!advice.excluded().isEmpty()) {
            title("Excluded");
            for (Exclusion exclusion : advice.excluded()) {
                wrapped(
                        "  ✗ ",
                        "%s: %s [%s]"
                                .formatted(
                                        exclusion.subject(),
                                        exclusion.reason(),
                                        String.join(", ", exclusion.sources())));
            }
            line("");
        }
    }

    private void costs() {
        Costs costs = advice.costs();
        if (costs.options().isEmpty()) {
            return;
        }
        title("Costs a month at %s req/s, in %s".formatted(Numbers.plain(costs.load()), costs.currency()));
        int width = costs.options().stream()
                .mapToInt(option -> option.offering().length())
                .max()
                .orElse(0);
        for (Costs.Option option : costs.options()) {
            boolean stale = option.prices().stream().anyMatch(Costs.PriceUsed::stale);
            line("  %s  %9.2f  %s%s"
                    .formatted(
                            padded(option.offering(), width),
                            option.atLoad().orElse(0),
                            option.category(),
                            stale ? ", prices old" : ""));
        }
        line("");
        costs.cheapest().stream()
                .limit(MOST_SPANS)
                .forEach(span -> line("  cheapest from %s to %s req/s: %s"
                        .formatted(Numbers.plain(span.from()), Numbers.plain(span.to()), span.offering())));
        wrapped("  assuming ", String.join("; ", costs.assumptions()));
        line("");
    }

    private void list(String title, List<String> sentences) {
        if (!sentences.isEmpty()) {
            title(title);
            sentences.forEach(sentence -> wrapped("  • ", sentence));
            line("");
        }
    }

    private void title(String text) {
        line(text);
        line("─".repeat(text.length()));
    }

    private void line(String text) {
        lines.add(text.stripTrailing());
    }

    /** Breaks at spaces; what follows is indented under the first letter. */
    private void wrapped(String first, String text) {
        StringBuilder current = new StringBuilder(first);
        boolean empty = true;
        for (String word : text.split(" ", -1)) {
            if (!empty && current.length() + 1 + word.length() > WIDTH) {
                line(current.toString());
                current = new StringBuilder(" ".repeat(first.length()));
                empty = true;
            }
            current.append(empty ? "" : " ").append(word);
            empty = false;
        }
        line(current.toString());
    }

    private static String bar(double score) {
        int filled = (int) Math.round((score - 1) / 4 * BAR);
        return "█".repeat(Math.max(0, Math.min(BAR, filled))) + "░".repeat(Math.max(0, Math.min(BAR, BAR - filled)));
    }

    private static String padded(String text, int width) {
        return String.format(Locale.ROOT, "%-" + Math.max(1, width) + "s", text);
    }
}
