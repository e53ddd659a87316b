package com.crewyard.hosting.plan;

import com.crewyard.hosting.advice.Needs;
import com.crewyard.hosting.advice.Numbers;
import com.crewyard.hosting.costs.CostModel;
import com.crewyard.hosting.costs.Offer;
import com.crewyard.hosting.costs.PriceBook;
import com.crewyard.hosting.costs.PriceBook.Backing;
import com.crewyard.hosting.plan.Plan.Costs;
import com.crewyard.hosting.plan.Plan.Item;
import com.crewyard.hosting.research.Names;
import com.crewyard.hosting.spec.AppSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Prices a phase: its platform, what stands at the edge before it, and what the application stands on. */
final class PhaseCosts {

    private final PriceBook book;
    private final Needs needs;
    private final AppSpec app;

    PhaseCosts(PriceBook book, Needs needs, AppSpec app) {
        this.book = book;
        this.needs = needs;
        this.app = app;
    }

    /**
     * @param category the kind of hosting the platform is, for its nearest relative when it has no price itself
     * @param edge what stands before the platform, if anything
     * @param practices the ones that this phase and those before it brought
     * @param named backing services that practices bring, by their name in the price book
     */
    Costs of(
            String platform,
            Optional<String> category,
            List<String> edge,
            Set<String> practices,
            Set<String> named,
            double load) {
        List<Item> items = new ArrayList<>();
        items.add(platform(platform, category, practices, load));
        edge.forEach(offering -> items.add(platform(offering, Optional.empty(), Set.of(), load)));
        for (AppSpec.Backing.Kind kind : AppSpec.Backing.Kind.values()) {
            boolean asked = app.backing().values().stream().anyMatch(backing -> backing.kind() == kind)
                    || (kind == AppSpec.Backing.Kind.QUEUE && practices.contains("queue"));
            if (asked) {
                items.add(backing(kind.name().toLowerCase(Locale.ROOT), platform, named, load));
            }
        }
        double total = items.stream()
                .flatMap(item -> item.monthly().stream().boxed())
                .mapToDouble(Double::doubleValue)
                .sum();
        boolean priced = items.stream().anyMatch(item -> item.monthly().isPresent());
        return new Costs("USD", load, priced ? OptionalDouble.of(total) : OptionalDouble.empty(), List.copyOf(items));
    }

    private Item platform(String platform, Optional<String> category, Set<String> practices, double load) {
        Optional<Offer> own = book.offers().stream()
                .filter(offer -> Names.sameProduct(offer.name(), platform))
                .findFirst();
        Optional<Offer> offer = own.or(() -> category.flatMap(kind -> book.offers().stream()
                .filter(other -> Names.sameProduct(other.category(), kind))
                .min(Comparator.comparingDouble(other -> monthly(other, load)))));
        if (offer.isEmpty()) {
            return new Item(platform, OptionalDouble.empty(), "the price book has no price for it", List.of());
        }
        Offer priced = offer.get();
        Optional<Offer> spare = practices.contains("spot") ? spare(platform) : Optional.empty();
        double saved = spare.map(spot -> (monthly(perInstance(priced), load) - monthly(spot, load)) / 2)
                .orElse(0.0);
        return new Item(
                platform,
                OptionalDouble.of(monthly(priced, load) - saved),
                basis(platform, priced, load) + (spare.isPresent() ? ", half of it on spare capacity" : ""),
                spare.map(spot -> java.util.stream.Stream.concat(priced.prices().stream(), spot.prices().stream())
                                .toList())
                        .orElse(priced.prices()));
    }

    private String basis(String platform, Offer offer, double load) {
        String at = "at %s req/s".formatted(Numbers.plain(load));
        return Names.sameProduct(offer.name(), platform)
                ? at
                : "%s, as %s costs, for there is no price of its own".formatted(at, offer.name());
    }

    private Optional<Offer> spare(String platform) {
        return book.backing().stream()
                .filter(backing -> backing.offer().category().equals("compute") && serves(backing, platform))
                .map(Backing::offer)
                .findFirst();
    }

    private static Offer perInstance(Offer offer) {
        return new Offer(
                offer.name(),
                offer.category(),
                offer.leastInstances(),
                offer.scalesToZero(),
                offer.automatic(),
                List.of(),
                offer.terms().stream()
                        .filter(term -> term.per() == Offer.Per.INSTANCE)
                        .toList());
    }

    /** The one a practice names, else the cheapest of the platform's provider. */
    private Item backing(String kind, String platform, Set<String> named, double load) {
        List<Offer> offers = book.backing().stream()
                .filter(backing -> backing.offer().category().equals(kind) && serves(backing, platform))
                .map(Backing::offer)
                .toList();
        Optional<Offer> chosen = offers.stream()
                .filter(offer -> named.contains(offer.name()))
                .findFirst()
                .or(() -> offers.stream().min(Comparator.comparingDouble(offer -> monthly(offer, load))));
        return chosen.map(offer -> new Item(
                        offer.name(),
                        OptionalDouble.of(monthly(offer, load)),
                        "%s, %s GiB".formatted(kind, Numbers.plain(needs.usage().dataGibibytes())),
                        offer.prices()))
                .orElseGet(() -> new Item(
                        "the %s on %s".formatted(kind, platform),
                        OptionalDouble.empty(),
                        "the price book has no price for it",
                        List.of()));
    }

    private static boolean serves(Backing backing, String platform) {
        return platform.startsWith(backing.provider());
    }

    private double monthly(Offer offer, double load) {
        return CostModel.monthly(offer, needs.usage(), load).orElse(Double.MAX_VALUE / 4);
    }
}
