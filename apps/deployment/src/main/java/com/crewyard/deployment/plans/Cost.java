package com.crewyard.deployment.plans;

import com.crewyard.deployment.releases.Configuration;
import com.crewyard.hosting.costs.CostModel;
import com.crewyard.hosting.costs.Offer.Machine;
import com.crewyard.hosting.costs.Price;
import com.crewyard.hosting.costs.PriceBook;
import com.crewyard.hosting.spec.AppSpec.Rollout.Strategy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What instances may use, and what rented machines that hold it cost, before and after; in sentences. */
final class Cost {

    /** Sums of CPUs that are written as decimals. */
    private static final double ROUNDING = 1e-9;

    private final PriceBook prices;
    private final LocalDate today;

    private Cost(PriceBook prices, LocalDate today) {
        this.prices = prices;
        this.today = today;
    }

    /** Nothing where instances have no limits, since this machine bears them. */
    static List<String> of(
            Configuration wanted, Optional<Configuration> live, Strategy strategy, PriceBook prices, LocalDate today) {
        Optional<Footprint> after = Footprint.of(wanted);
        if (after.isEmpty() || after.get().all().equals(Footprint.Demand.NOTHING)) {
            return List.of();
        }
        Optional<Footprint> before = live.flatMap(Footprint::of);
        List<String> sentences = new ArrayList<>();
        sentences.add(used(before, after.get()));
        before.flatMap(_ -> live)
                .flatMap(former -> Footprint.together(former, wanted, strategy))
                .map(Cost::together)
                .ifPresent(sentences::add);
        sentences.addAll(new Cost(prices, today).rents(before, after.get()));
        return sentences;
    }

    private static String used(Optional<Footprint> before, Footprint after) {
        String text = "all instances may use " + after.all().text();
        return text
                + before.map(was -> was.all().equals(after.all())
                                ? ", as before"
                                : " instead of " + was.all().text())
                        .orElse("");
    }

    private static String together(Footprint both) {
        String text = "while both releases are there, they may use %s at the highest"
                .formatted(both.all().text());
        return both.hosts().size() == 1
                ? text
                : text + ", on one host %s at most".formatted(both.most().text());
    }

    private List<String> rents(Optional<Footprint> before, Footprint after) {
        Optional<Rent> now = before.flatMap(this::rent);
        Optional<Rent> then = rent(after);
        List<String> sentences = new ArrayList<>();
        sentences.add(then.map(rent -> rent(before.isPresent(), now, rent)).orElseGet(() -> tooLarge(now, after)));
        List<Price> used = Stream.concat(now.stream(), then.stream())
                .flatMap(rent -> rent.machines().stream())
                .map(Machine::price)
                .distinct()
                .toList();
        if (!used.isEmpty()) {
            sentences.add("prices: %s; without databases, routers, traffic out and taxes"
                    .formatted(used.stream().map(this::day).collect(Collectors.joining(", "))));
        }
        return sentences;
    }

    private static String rent(boolean before, Optional<Rent> now, Rent then) {
        String text = "machines that hold this cost %s a month (%s)".formatted(usd(then.monthly()), then.names());
        if (now.isEmpty()) {
            return before ? text + "; none in the price book holds what there is now" : text;
        }
        double more = then.monthly() - now.get().monthly();
        return more == 0
                ? text + ", as before"
                : "%s instead of %s (%s), %s %s"
                        .formatted(
                                text,
                                usd(now.get().monthly()),
                                now.get().names(),
                                usd(Math.abs(more)),
                                more > 0 ? "more" : "less");
    }

    private String tooLarge(Optional<Rent> now, Footprint after) {
        String needs = after.hosts().stream()
                .filter(host -> cheapest(host).isEmpty())
                .findFirst()
                .orElseThrow()
                .text();
        return "no machine in the price book holds the %s of one host, so what it costs is not known".formatted(needs)
                + now.map(rent -> "; now it is %s a month (%s)".formatted(usd(rent.monthly()), rent.names()))
                        .orElse("");
    }

    /**
     * Machines for an environment.
     *
     * @param machines one a host
     */
    private record Rent(List<Machine> machines) {

        double monthly() {
            return machines.stream().mapToDouble(CostModel::monthly).sum();
        }

        String names() {
            Map<String, Long> counts = machines.stream()
                    .collect(Collectors.groupingBy(
                            machine -> machine.price().id(), LinkedHashMap::new, Collectors.counting()));
            return counts.entrySet().stream()
                    .map(entry -> entry.getValue() == 1
                            ? entry.getKey()
                            : "%d × %s".formatted(entry.getValue(), entry.getKey()))
                    .collect(Collectors.joining(", "));
        }
    }

    /** The cheapest for each host; empty when one of them needs more than any machine has. */
    private Optional<Rent> rent(Footprint footprint) {
        List<Machine> machines = footprint.hosts().stream()
                .flatMap(host -> cheapest(host).stream())
                .toList();
        return machines.size() == footprint.hosts().size() ? Optional.of(new Rent(machines)) : Optional.empty();
    }

    private Optional<Machine> cheapest(Footprint.Demand host) {
        return prices.machines().stream()
                .filter(machine ->
                        machine.cpu() >= host.cpu() - ROUNDING && machine.memoryMebibytes() >= host.memoryMebibytes())
                .min(Comparator.comparingDouble(CostModel::monthly));
    }

    private String day(Price price) {
        String day = price.date()
                .map(date -> "%s of %s".formatted(price.id(), date))
                .orElse(price.id() + " of no known day");
        return price.isStale(today) ? day + " (old, so look it up)" : day;
    }

    private static String usd(double amount) {
        return amount == Math.rint(amount)
                ? "%d USD".formatted((long) amount)
                : String.format(Locale.ROOT, "%.2f USD", amount);
    }
}
