package com.crewyard.hosting.costs;

import com.crewyard.hosting.Finding;
import com.crewyard.hosting.costs.Offer.Machine;
import com.crewyard.hosting.costs.Offer.Per;
import com.crewyard.hosting.costs.Offer.Term;
import com.crewyard.hosting.yaml.Fields;
import com.crewyard.hosting.yaml.YamlDocument;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Prices and how offerings are billed by them.
 *
 * @param backing what applications stand on, beside the offerings that carry them
 */
public record PriceBook(Map<String, Price> prices, List<Offer> offers, List<Backing> backing) {

    public static final String SHIPPED = "prices.yaml";

    /** The category of machines that are rented whole. */
    public static final String RENTED_MACHINES = "Managed VPS / IaaS";

    private static final double MOST = 1_000_000;

    /**
     * A database, a queue or spare capacity of a provider.
     *
     * @param offer whose category is database, cache, queue, storage or compute
     * @param provider the word that the names of its platforms begin with
     */
    public record Backing(Offer offer, String provider) {}

    public record Reading(PriceBook book, List<Finding> findings) {}

    /** Those that are rented whole, and beside which nothing is billed. */
    public List<Machine> machines() {
        return offers.stream()
                .filter(offer -> offer.category().equals(RENTED_MACHINES)
                        && offer.terms().isEmpty())
                .flatMap(offer -> offer.machines().stream())
                .toList();
    }

    /** The book that comes with the product. */
    public static PriceBook shipped() {
        Reading reading;
        try (InputStream stream = Objects.requireNonNull(PriceBook.class.getResourceAsStream(SHIPPED))) {
            reading = read(SHIPPED, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!reading.findings().isEmpty()) {
            throw new IllegalStateException(reading.findings().toString());
        }
        return reading.book();
    }

    public static Reading read(String file, String text) {
        List<Finding> findings = new ArrayList<>();
        Fields root = new Fields(file, "", YamlDocument.read(file, text, findings), findings);
        root.choice("currency", Set.of("USD"));
        Map<String, Price> prices = root.named("prices", PriceBook::price);
        Map<String, Offer> offers = root.named("offerings", (name, fields) -> offer(name, fields, prices));
        Map<String, Backing> backing = root.named("backing", (name, fields) -> {
            String provider = fields.requiredText("provider");
            return new Backing(offer(name, fields, prices), provider);
        });
        root.finish();
        return new Reading(
                new PriceBook(prices, List.copyOf(offers.values()), List.copyOf(backing.values())),
                findings.stream().sorted().toList());
    }

    private static Price price(String id, Fields fields) {
        Price price = new Price(
                id,
                fields.number("amount", 0, MOST).orElse(0),
                unit(fields.choice("unit", names(Price.Unit.values())).orElse("month")),
                fields.requiredText("region"),
                fields.requiredText("source"),
                fields.parsed("date", PriceBook::date),
                fields.place().line());
        fields.require("amount");
        fields.require("unit");
        fields.finish();
        return price;
    }

    private static Offer offer(String name, Fields fields, Map<String, Price> prices) {
        Offer offer = new Offer(
                name,
                fields.requiredText("category"),
                fields.integer("least_instances", 0, 1000).orElse(1),
                fields.flag("scales_to_zero").orElse(false),
                fields.flag("automatic").orElse(true),
                fields.listed("machines", machine -> machine(machine, prices)).stream()
                        .flatMap(Optional::stream)
                        .toList(),
                fields.listed("terms", term -> term(term, prices)).stream()
                        .flatMap(Optional::stream)
                        .toList());
        fields.finish();
        return offer;
    }

    private static Optional<Machine> machine(Fields fields, Map<String, Price> prices) {
        Optional<Price> price = price(fields, prices);
        double cpu = fields.number("cpu", 0.01, 1024).orElse(1);
        double memory = fields.number("memory", 1, MOST * 10).orElse(1024);
        fields.finish();
        return price.map(found -> new Machine(found, cpu, memory));
    }

    private static Optional<Term> term(Fields fields, Map<String, Price> prices) {
        Optional<Price> price = price(fields, prices);
        Per per = fields.choice("per", names(Per.values()))
                .map(word -> Per.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(Per.FIXED);
        double included = fields.number("included", 0, 1e12).orElse(0);
        double share = fields.number("share", 0.000001, 1000).orElse(1);
        fields.finish();
        return price.map(found -> new Term(found, per, included, share));
    }

    private static Optional<Price> price(Fields fields, Map<String, Price> prices) {
        return fields.choice("price", prices.keySet()).map(prices::get);
    }

    private static Price.Unit unit(String word) {
        return Price.Unit.valueOf(word.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    private static Set<String> names(Enum<?>[] values) {
        return Stream.of(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.toSet());
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("\"%s\" is not a day such as 2026-07-31".formatted(text), e);
        }
    }
}
