package com.crewyard.deployment.advisor.web;

import com.crewyard.hosting.advice.Advice;
import com.crewyard.hosting.advice.Advice.Ranked;
import com.crewyard.hosting.advice.Exclusion;
import com.crewyard.hosting.advice.Numbers;
import com.crewyard.hosting.advice.Weighting;
import com.crewyard.hosting.costs.Costs;
import com.crewyard.hosting.research.Cell;
import com.crewyard.hosting.research.ResearchDocument;
import com.crewyard.web.Form;
import com.crewyard.web.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The advisor's page: what was asked, and what follows.
 *
 * @param query of this page, which its neighbours take along
 */
public record AdvisorView(
        Form form,
        String query,
        Documents documents,
        List<Slider> sliders,
        String sentence,
        List<Row> ranking,
        List<String> criteria,
        List<Exclusion> excluded,
        List<String> changes,
        CostChart chart,
        List<String> assumptions) {

    /**
     * What is read.
     *
     * @param key of those brought along, empty without any
     * @param without the address of this page without those
     * @param refused why what was sent was not taken
     * @param findings what is wrong with them, each with file and line
     */
    public record Documents(
            String key, String without, List<ResearchDocument> own, String refused, List<String> findings) {}

    /** @param reasons why it counts that much, when it is not 1 */
    public record Slider(String id, String criterion, String name, String value, String reasons) {}

    /** @param cells in the order of the criteria */
    public record Row(
            int rank,
            boolean tied,
            String category,
            String score,
            String wins,
            String sum,
            String offerings,
            List<Mark> cells) {}

    /** @param sources where each score was read */
    public record Mark(String criterion, String value, String sources) {}

    static AdvisorView of(NeedsForm needs, Advice advice, String query, Documents documents, Page page) {
        return new AdvisorView(
                needs.form(),
                query,
                documents,
                advice.weights().values().stream()
                        .map(weighting -> slider(weighting, needs.form()))
                        .toList(),
                Sentence.of(advice, page),
                advice.ranking().stream().map(ranked -> row(ranked, page)).toList(),
                List.copyOf(advice.weights().keySet()),
                advice.excluded(),
                advice.changes().stream()
                        .map(change -> page.text(
                                "advisor.change." + change.pattern().code(),
                                change.values().toArray()))
                        .toList(),
                CostChart.of(advice.costs()),
                advice.costs().assumptions());
    }

    private static Slider slider(Weighting weighting, Form form) {
        String name = NeedsForm.WEIGHT + weighting.criterion();
        String typed = form.value(name);
        return new Slider(
                "weight-" + Integer.toHexString(weighting.criterion().hashCode()),
                weighting.criterion(),
                name,
                typed.isBlank() ? Numbers.plain(weighting.weight()) : typed,
                String.join("; ", weighting.reasons()));
    }

    private static Row row(Ranked ranked, Page page) {
        List<Mark> marks = new ArrayList<>();
        for (Map.Entry<String, Cell> entry : ranked.cells().entrySet()) {
            Cell cell = entry.getValue();
            marks.add(new Mark(
                    entry.getKey(),
                    cell.scored() ? Numbers.plain(cell.value()) : "?",
                    cell.scored()
                            ? String.join(
                                    ", ",
                                    cell.sources().stream()
                                            .map(source -> "%s:%d".formatted(source.file(), source.line()))
                                            .toList())
                            : page.text("advisor.unscored")));
        }
        return new Row(
                ranked.rank(),
                ranked.tied(),
                ranked.category(),
                String.format(Locale.ROOT, "%.2f", ranked.score()),
                "%d\u00a0%%".formatted(Math.round(100 * ranked.wins())),
                Numbers.plain(ranked.sum()),
                String.join(
                        ", ",
                        ranked.offerings().stream()
                                .map(offering -> offering.out().isPresent()
                                        ? page.text("advisor.gone", offering.name())
                                        : offering.name())
                                .toList()),
                List.copyOf(marks));
    }

    /** Where each option costs what, cheapest first, at the load asked about. */
    public List<Costs.Option> options() {
        return chart.options();
    }
}
