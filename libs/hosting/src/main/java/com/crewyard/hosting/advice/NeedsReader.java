package com.crewyard.hosting.advice;

import com.crewyard.hosting.Finding;
import com.crewyard.hosting.advice.Needs.Compliance;
import com.crewyard.hosting.advice.Needs.Instance;
import com.crewyard.hosting.advice.Needs.Load;
import com.crewyard.hosting.advice.Needs.LockIn;
import com.crewyard.hosting.advice.Needs.Team;
import com.crewyard.hosting.advice.Needs.Workload;
import com.crewyard.hosting.research.Quantity;
import com.crewyard.hosting.yaml.Fields;
import com.crewyard.hosting.yaml.YamlDocument;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code needs.yaml}. */
public final class NeedsReader {

    private static final double MOST_REQUESTS = 10_000_000;
    private static final Pattern RATE =
            Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)\\s*(k?)\\s*(?:req/s|rps|requests/s|requests per second|/s)?");
    private static final Pattern MONEY =
            Pattern.compile("\\$?\\s*(\\d{1,9}(?:\\.\\d{1,2})?)\\s*(?:USD|\\$)?(?:\\s*/\\s*month)?");

    private NeedsReader() {}

    public record Reading(Needs needs, List<Finding> findings) {}

    public static Reading read(String file, String text) {
        List<Finding> findings = new ArrayList<>();
        Fields root = new Fields(file, "", YamlDocument.read(file, text, findings), findings);
        Fields load = root.fieldsOrNone("load");
        Fields instance = root.fieldsOrNone("instance");
        Fields data = root.fieldsOrNone("data");
        Fields budget = root.fieldsOrNone("budget");
        Fields team = root.fieldsOrNone("team");
        Fields compliance = root.fieldsOrNone("compliance");
        Needs needs = new Needs(
                new Load(
                        optional(load.parsed("steady", NeedsReader::rate)),
                        optional(load.parsed("peak", NeedsReader::rate)),
                        load.number("idle_hours", 0, 24),
                        load.integer("websocket_sessions", 0, 100_000_000)),
                new Instance(
                        instance.number("cpu", 0.01, 1024),
                        optional(instance.parsed("memory", NeedsReader::mebibytes)),
                        optional(instance.parsed("requests", NeedsReader::rate))),
                optional(data.parsed("size", size -> mebibytes(size) / 1024)),
                root.texts("regions"),
                optional(budget.parsed("monthly", NeedsReader::money)),
                new Team(team.integer("people", 0, 100_000), lowered(team.texts("skills"))),
                new Compliance(
                        compliance.texts("data_residency"),
                        compliance.flag("single_tenant").orElse(false)),
                workloads(root),
                root.parsed("time_to_launch", NeedsReader::duration),
                root.choice("lock_in", Set.of("low", "medium", "high"))
                        .map(word -> LockIn.valueOf(word.toUpperCase(Locale.ROOT))),
                weights(root));
        if (needs.load().peak().isPresent()
                && needs.load().steady().isPresent()
                && needs.load().peak().getAsDouble() < needs.load().steady().getAsDouble()) {
            load.refuse("peak", "it is below the steady load");
        }
        List.of(load, instance, data, budget, team, compliance, root).forEach(Fields::finish);
        return new Reading(needs, findings.stream().sorted().toList());
    }

    private static Set<Workload> workloads(Fields root) {
        Set<Workload> workloads = EnumSet.noneOf(Workload.class);
        for (String word : root.texts("workloads")) {
            try {
                workloads.add(Workload.valueOf(word.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException _) {
                root.refuse(
                        "workloads",
                        "\"%s\" is unknown; %s"
                                .formatted(
                                        word,
                                        com.crewyard.hosting.Suggestion.sentence(
                                                word, Set.of("api", "web", "websocket", "worker", "cron"))));
            }
        }
        return workloads;
    }

    private static Map<String, Double> weights(Fields root) {
        Map<String, Double> weights = new LinkedHashMap<>();
        root.pairs("weights").forEach((criterion, text) -> {
            try {
                double weight = Double.parseDouble(text);
                if (weight >= 0 && weight <= 1000) {
                    weights.put(criterion, weight);
                    return;
                }
            } catch (NumberFormatException _) {
                // Refused below, with what stands there.
            }
            root.refuse("weights", "\"%s\" of \"%s\" is not a weight from 0 to 1000".formatted(text, criterion));
        });
        return weights;
    }

    private static double rate(String text) {
        Matcher matcher = RATE.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("\"%s\" is not a rate such as 20 or 20 req/s".formatted(text));
        }
        double rate = Double.parseDouble(matcher.group(1)) * (matcher.group(2).isEmpty() ? 1 : 1000);
        if (rate > MOST_REQUESTS) {
            throw new IllegalArgumentException("\"%s\" is more than 10000000 req/s".formatted(text));
        }
        return rate;
    }

    private static double money(String text) {
        Matcher matcher = MONEY.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "\"%s\" is not an amount of US dollars such as 300 or 300 USD".formatted(text));
        }
        return Double.parseDouble(matcher.group(1));
    }

    private static double mebibytes(String text) {
        return Quantity.memory(text)
                .orElseThrow(() ->
                        new IllegalArgumentException("\"%s\" is not a size such as 512Mi or 20 GiB".formatted(text)));
    }

    private static Duration duration(String text) {
        return Duration.ofSeconds((long) Quantity.seconds(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"%s\" is not a time such as 10 days or 2 weeks".formatted(text))));
    }

    private static OptionalDouble optional(java.util.Optional<Double> value) {
        return value.isPresent() ? OptionalDouble.of(value.get()) : OptionalDouble.empty();
    }

    private static Set<String> lowered(List<String> words) {
        Set<String> lowered = new LinkedHashSet<>();
        words.forEach(word -> lowered.add(word.toLowerCase(Locale.ROOT)));
        return lowered;
    }
}
