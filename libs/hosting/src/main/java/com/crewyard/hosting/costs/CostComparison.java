package com.crewyard.hosting.costs;

import com.crewyard.hosting.costs.Costs.Crossing;
import com.crewyard.hosting.costs.Costs.Option;
import com.crewyard.hosting.costs.Costs.Point;
import com.crewyard.hosting.costs.Costs.PriceUsed;
import com.crewyard.hosting.costs.Costs.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Draws the cost curves of several offerings and finds where they cross. */
public final class CostComparison {

    private static final int[] LOADS = {0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000};
    private static final int HIGHEST = 5000;

    private final Usage usage;
    private final LocalDate today;

    public CostComparison(Usage usage, LocalDate today) {
        this.usage = usage;
        this.today = today;
    }

    /** @param offers with the category each belongs to, as the documents call it */
    public Costs of(Map<Offer, String> offers, double load) {
        List<Offer> able = offers.keySet().stream()
                .filter(offer -> CostModel.monthly(offer, usage, load).isPresent())
                .toList();
        double[][] table = able.stream()
                .map(offer -> IntStream.rangeClosed(0, HIGHEST)
                        .mapToDouble(at -> CostModel.monthly(offer, usage, at).orElseThrow())
                        .toArray())
                .toArray(double[][]::new);
        List<Option> options = able.stream()
                .map(offer -> new Option(
                        offer.name(),
                        offers.getOrDefault(offer, offer.category()),
                        CostModel.monthly(offer, usage, load),
                        IntStream.of(LOADS)
                                .mapToObj(at -> new Point(at, table[able.indexOf(offer)][at]))
                                .toList(),
                        offer.prices().stream()
                                .map(price -> new PriceUsed(price, price.isStale(today)))
                                .toList()))
                .sorted(Comparator.<Option>comparingDouble(
                                option -> option.atLoad().orElse(Double.MAX_VALUE))
                        .thenComparing(Option::offering))
                .toList();
        return new Costs("USD", load, assumptions(), options, cheapest(able, table), crossings(able, table));
    }

    private static List<Span> cheapest(List<Offer> offers, double[][] table) {
        List<Span> spans = new ArrayList<>();
        if (offers.isEmpty()) {
            return spans;
        }
        int from = 0;
        int holder = best(table, 0, 0);
        for (int load = 1; load <= HIGHEST; load++) {
            int next = best(table, load, holder);
            if (next != holder) {
                spans.add(new Span(from, load - 1.0, offers.get(holder).name()));
                from = load;
                holder = next;
            }
        }
        spans.add(new Span(from, HIGHEST, offers.get(holder).name()));
        return List.copyOf(spans);
    }

    /** The cheapest; the holder stays while nobody is cheaper. */
    private static int best(double[][] table, int load, int holder) {
        int best = holder;
        for (int option = 0; option < table.length; option++) {
            if (table[option][load] < table[best][load] - 0.005) {
                best = option;
            }
        }
        return best;
    }

    /** The last crossing of each pair: beyond it, the order stays. */
    private static List<Crossing> crossings(List<Offer> offers, double[][] table) {
        List<Crossing> crossings = new ArrayList<>();
        for (int a = 0; a < offers.size(); a++) {
            for (int b = a + 1; b < offers.size(); b++) {
                for (int load = HIGHEST; load > 0; load--) {
                    double now = Math.signum(table[a][load] - table[b][load]);
                    double before = Math.signum(table[a][load - 1] - table[b][load - 1]);
                    if (now != 0 && before != now) {
                        crossings.add(new Crossing(
                                load,
                                offers.get(now < 0 ? a : b).name(),
                                offers.get(now < 0 ? b : a).name()));
                        break;
                    }
                }
            }
        }
        return crossings.stream()
                .sorted(Comparator.comparingDouble(Crossing::at)
                        .thenComparing(Crossing::cheaper)
                        .thenComparing(Crossing::than))
                .toList();
    }

    private List<String> assumptions() {
        return List.of(
                "an instance has %s vCPU and %s MiB and carries %s req/s"
                        .formatted(plain(usage.cpu()), plain(usage.memoryMebibytes()), plain(usage.capacity())),
                "a request takes %s ms and answers with %s kB"
                        .formatted(plain(usage.requestSeconds() * 1000), plain(Usage.RESPONSE_KILOBYTES)),
                "%s idle hours a day, peaks of %s times the load"
                        .formatted(plain(usage.idleHours()), plain(usage.peakRatio())),
                "without database, storage, traffic out, support and taxes");
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }
}
