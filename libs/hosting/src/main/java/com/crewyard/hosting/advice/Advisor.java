package com.crewyard.hosting.advice;

import com.crewyard.hosting.Finding;
import com.crewyard.hosting.advice.Advice.Ranked;
import com.crewyard.hosting.advice.Advice.RankedOffering;
import com.crewyard.hosting.costs.CostComparison;
import com.crewyard.hosting.costs.Costs;
import com.crewyard.hosting.costs.Offer;
import com.crewyard.hosting.costs.PriceBook;
import com.crewyard.hosting.research.Cell;
import com.crewyard.hosting.research.Criterion;
import com.crewyard.hosting.research.Fact;
import com.crewyard.hosting.research.Limit;
import com.crewyard.hosting.research.MergedCategory;
import com.crewyard.hosting.research.Names;
import com.crewyard.hosting.research.Research;
import com.crewyard.hosting.research.ResearchDocument;
import com.crewyard.hosting.research.ResearchMerger;
import com.crewyard.hosting.research.Statement;
import com.crewyard.hosting.research.VendorNotes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Ranks the categories of research documents for somebody's needs. The same input gives the same advice. */
public final class Advisor {

    private static final int YEARS_FRESH = 1;

    private final PriceBook prices;
    private final List<ResearchDocument> market;
    private final LocalDate today;

    /**
     * @param market documents whose facts and limits hold beside whatever is asked about
     * @param today against which facts and prices are old
     */
    public Advisor(PriceBook prices, List<ResearchDocument> market, LocalDate today) {
        this.prices = prices;
        this.market = List.copyOf(market);
        this.today = today;
    }

    /** @param needsFile how findings name the needs */
    public Advice advise(List<ResearchDocument> documents, Needs needs, String needsFile) {
        List<Finding> warnings = new ArrayList<>();
        Research research = ResearchMerger.merge(documents);
        warnings.addAll(research.findings());
        List<ResearchDocument> known = new ArrayList<>(research.documents());
        known.addAll(market);
        Constraints constraints = new Constraints(needs, known);
        Map<String, Weighting> weights = Weighting.of(research.criteria(), needs, needsFile, warnings);
        Costs costs = costs(research, needs);
        List<Exclusion> excluded = new ArrayList<>();
        List<MergedCategory> eligible = new ArrayList<>();
        for (MergedCategory category : scored(research)) {
            constraints
                    .of(category)
                    .or(() -> overBudget(category, costs, needs))
                    .ifPresentOrElse(excluded::add, () -> eligible.add(category));
        }
        Matrix matrix = matrix(research, eligible, weights);
        SensitivityAnalysis analysis = new SensitivityAnalysis(matrix);
        List<Ranked> ranking = ranking(research, eligible, matrix, analysis.wins(), constraints);
        Sensitivity sensitivity = analysis.bounds();
        return new Advice(
                research,
                ranking,
                weights,
                sensitivity,
                List.copyOf(excluded),
                costs,
                Changes.of(ranking, sensitivity, excluded, costs),
                warnings.stream().sorted().distinct().toList(),
                aged(known));
    }

    /** Only what somebody scored can be ranked. */
    private static List<MergedCategory> scored(Research research) {
        return research.categories().stream()
                .filter(category -> research.criteria().stream()
                        .anyMatch(criterion ->
                                research.cell(criterion.name(), category.name()).scored()))
                .toList();
    }

    private static Matrix matrix(Research research, List<MergedCategory> categories, Map<String, Weighting> weights) {
        List<String> criteria =
                research.criteria().stream().map(Criterion::name).toList();
        double[][] values = categories.stream()
                .map(category -> criteria.stream()
                        .mapToDouble(criterion ->
                                research.cell(criterion, category.name()).value())
                        .toArray())
                .toArray(double[][]::new);
        double[] byCriterion = criteria.stream()
                .mapToDouble(criterion -> Optional.ofNullable(weights.get(criterion))
                        .map(Weighting::weight)
                        .orElse(1.0))
                .toArray();
        return new Matrix(categories.stream().map(MergedCategory::name).toList(), criteria, values, byCriterion);
    }

    private static List<Ranked> ranking(
            Research research, List<MergedCategory> categories, Matrix matrix, double[] wins, Constraints constraints) {
        List<Ranked> ranking = new ArrayList<>();
        for (int i = 0; i < categories.size(); i++) {
            MergedCategory category = categories.get(i);
            Map<String, Cell> cells = new LinkedHashMap<>();
            matrix.criteria().forEach(criterion -> cells.put(criterion, research.cell(criterion, category.name())));
            int rank = matrix.rank(i);
            int row = i;
            boolean tied = java.util.stream.IntStream.range(0, categories.size())
                    .anyMatch(other -> other != row && matrix.rank(other) == rank);
            ranking.add(new Ranked(
                    category.name(),
                    rank,
                    tied,
                    matrix.score(i),
                    cells.values().stream()
                            .filter(Cell::scored)
                            .mapToDouble(Cell::value)
                            .sum(),
                    wins[i],
                    cells,
                    offerings(research, category, constraints)));
        }
        return ranking.stream().sorted(Comparator.comparingInt(Ranked::rank)).toList();
    }

    private static List<RankedOffering> offerings(Research research, MergedCategory category, Constraints constraints) {
        Map<String, Exclusion> out = constraints.ofOfferings(category);
        return category.offerings().stream()
                .map(name -> new RankedOffering(
                        name,
                        Optional.ofNullable(out.get(name)),
                        notes(research, name, VendorNotes::pros),
                        notes(research, name, VendorNotes::cons)))
                .sorted(Comparator.comparing(offering -> offering.out().isPresent()))
                .toList();
    }

    private static List<String> notes(Research research, String offering, Function<VendorNotes, List<Statement>> side) {
        return research.documents().stream()
                .flatMap(document -> document.vendors().stream())
                .filter(vendor -> Names.sameProduct(vendor.vendor(), offering))
                .flatMap(vendor -> side.apply(vendor).stream())
                .map(Statement::text)
                .distinct()
                .toList();
    }

    private Costs costs(Research research, Needs needs) {
        Map<Offer, String> offers = new LinkedHashMap<>();
        for (Offer offer : prices.offers()) {
            research.categories().stream()
                    .filter(category ->
                            category.offering(offer.name()).isPresent() || category.isMeantBy(offer.category()))
                    .findFirst()
                    .ifPresent(category -> offers.put(offer, category.name()));
        }
        double steady = needs.load().steady().orElse(Needs.DEFAULT_STEADY);
        return new CostComparison(needs.usage(), today).of(offers, steady);
    }

    private static Optional<Exclusion> overBudget(MergedCategory category, Costs costs, Needs needs) {
        List<Costs.Option> options = costs.options().stream()
                .filter(option -> option.category().equals(category.name())
                        && option.atLoad().isPresent())
                .toList();
        if (needs.monthlyBudget().isEmpty() || options.isEmpty()) {
            return Optional.empty();
        }
        Costs.Option cheapest = options.getFirst();
        double monthly = cheapest.atLoad().orElseThrow();
        return monthly <= needs.monthlyBudget().getAsDouble()
                ? Optional.empty()
                : Optional.of(new Exclusion(
                        category.name(),
                        "budget.monthly",
                        "%s costs %s USD a month at %s req/s, more than the %s USD there are"
                                .formatted(
                                        cheapest.offering(),
                                        Numbers.plain(monthly),
                                        Numbers.plain(costs.load()),
                                        Numbers.plain(needs.monthlyBudget().getAsDouble())),
                        cheapest.prices().stream()
                                .map(used -> used.price().source())
                                .distinct()
                                .toList()));
    }

    private List<Finding> aged(List<ResearchDocument> documents) {
        List<Finding> aged = new ArrayList<>();
        for (ResearchDocument document : documents) {
            for (Limit limit : document.limits()) {
                limit.asOf()
                        .filter(this::isOld)
                        .ifPresent(day -> aged.add(Finding.warning(
                                document.file(),
                                limit.line(),
                                "older than a year: %s: %s".formatted(limit.subject(), limit.text()))));
            }
            for (Fact fact : document.facts()) {
                fact.asOf()
                        .filter(this::isOld)
                        .ifPresent(day -> aged.add(
                                Finding.warning(document.file(), fact.line(), "older than a year: " + fact.text())));
            }
        }
        return aged.stream().sorted().toList();
    }

    private boolean isOld(LocalDate day) {
        return day.plusYears(YEARS_FRESH).isBefore(today);
    }
}
