package com.crewyard.hosting.advice;

import com.crewyard.hosting.Finding;
import com.crewyard.hosting.advice.Advice.Ranked;
import com.crewyard.hosting.advice.Sensitivity.CellBounds;
import com.crewyard.hosting.advice.Sensitivity.WeightBounds;
import com.crewyard.hosting.costs.Costs;
import com.crewyard.hosting.research.Cell;
import com.crewyard.hosting.research.Citation;
import java.util.List;
import java.util.OptionalDouble;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes an {@link Advice} as JSON. Members keep their order, numbers have at most four decimals. */
public final class AdviceJson {

    private static final JsonMapper MAPPER = new JsonMapper();

    private AdviceJson() {}

    /** @param problems what reading the documents came up with, for {@code warnings} */
    public static String of(Advice advice, List<Finding> problems) {
        ObjectNode root = MAPPER.createObjectNode();
        ArrayNode ranking = root.putArray("ranking");
        advice.ranking().forEach(ranked -> ranked(ranking.addObject(), ranked, advice));
        weights(root.putArray("weights"), advice);
        sensitivity(root.putObject("sensitivity"), advice.sensitivity());
        ArrayNode excluded = root.putArray("excluded");
        advice.excluded()
                .forEach(exclusion -> exclusion(excluded.addObject().put("category", exclusion.subject()), exclusion));
        costs(root.putObject("costs"), advice.costs());
        strings(
                root.putArray("changes"),
                advice.changes().stream().map(Change::text).toList());
        ObjectNode agreement = root.putObject("agreement");
        agreement.put("agreed", advice.research().agreement().agreed());
        agreement.put("disputed", advice.research().agreement().disputed());
        ArrayNode documents = root.putArray("documents");
        advice.research()
                .documents()
                .forEach(document -> documents
                        .addObject()
                        .put("file", document.file())
                        .put("topic", document.frontMatter().topic())
                        .put("author", document.frontMatter().model())
                        .put("version", document.frontMatter().version()));
        ArrayNode warnings = root.putArray("warnings");
        java.util.stream.Stream.of(problems, advice.warnings(), advice.aged())
                .flatMap(List::stream)
                .sorted()
                .distinct()
                .forEach(finding -> warnings.addObject()
                        .put("severity", finding.isError() ? "error" : "warning")
                        .put("file", finding.file())
                        .put("line", finding.line())
                        .put("message", finding.message()));
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root).replace("\r\n", "\n") + "\n";
    }

    private static void ranked(ObjectNode node, Ranked ranked, Advice advice) {
        node.put("category", ranked.category());
        node.put("rank", ranked.rank());
        node.put("tied", ranked.tied());
        number(node, "score", ranked.score());
        number(node, "sum", ranked.sum());
        ObjectNode cells = node.putObject("cells");
        ranked.cells().forEach((criterion, cell) -> {
            Weighting weighting = advice.weights().get(criterion);
            cell(cells.putObject(criterion), cell, weighting == null ? 1 : weighting.weight());
        });
        number(node, "wins", ranked.wins());
        ArrayNode offerings = node.putArray("offerings");
        ranked.offerings().forEach(offering -> {
            ObjectNode own = offerings.addObject().put("name", offering.name());
            own.put("available", offering.out().isEmpty());
            offering.out().ifPresent(exclusion -> exclusion(own, exclusion));
            strings(own.putArray("pros"), offering.pros());
            strings(own.putArray("cons"), offering.cons());
        });
    }

    private static void cell(ObjectNode node, Cell cell, double weight) {
        number(node, "value", cell.value());
        number(node, "weight", weight);
        if (!cell.scored()) {
            node.put("scored", false);
        }
        if (cell.low() < cell.high()) {
            ArrayNode range = node.putArray("range");
            range.add(cell.low());
            range.add(cell.high());
        }
        ArrayNode sources = node.putArray("sources");
        for (Citation citation : cell.sources()) {
            ObjectNode source = sources.addObject()
                    .put("file", citation.file())
                    .put("line", citation.line())
                    .put("author", citation.author())
                    .put("version", citation.version());
            number(source, "value", citation.value());
        }
    }

    private static void weights(ArrayNode array, Advice advice) {
        advice.weights().values().forEach(weighting -> {
            ObjectNode node = array.addObject().put("criterion", weighting.criterion());
            number(node, "weight", weighting.weight());
            strings(node.putArray("reasons"), weighting.reasons());
        });
    }

    private static void sensitivity(ObjectNode node, Sensitivity sensitivity) {
        strings(node.putArray("first"), sensitivity.first());
        node.put("tied", sensitivity.tied());
        node.put("draws", sensitivity.draws());
        ArrayNode weights = node.putArray("weights");
        for (WeightBounds bounds : sensitivity.weights()) {
            ObjectNode own = weights.addObject().put("criterion", bounds.criterion());
            number(own, "weight", bounds.weight());
            optional(own, "low", bounds.low());
            own.put("below", bounds.below().orElse(null));
            optional(own, "high", bounds.high());
            own.put("above", bounds.above().orElse(null));
        }
        ArrayNode cells = node.putArray("cells");
        for (CellBounds bounds : sensitivity.cells()) {
            ObjectNode own =
                    cells.addObject().put("category", bounds.category()).put("criterion", bounds.criterion());
            number(own, "value", bounds.value());
            optional(own, "change", bounds.change());
            own.put("then", bounds.then().orElse(null));
        }
    }

    private static void exclusion(ObjectNode node, Exclusion exclusion) {
        if (!exclusion.need().isEmpty()) {
            node.put("need", exclusion.need());
        }
        node.put("reason", exclusion.reason());
        strings(node.putArray("sources"), exclusion.sources());
    }

    private static void costs(ObjectNode node, Costs costs) {
        node.put("currency", costs.currency());
        number(node, "load", costs.load());
        strings(node.putArray("assumptions"), costs.assumptions());
        ArrayNode options = node.putArray("options");
        for (Costs.Option option : costs.options()) {
            ObjectNode own =
                    options.addObject().put("offering", option.offering()).put("category", option.category());
            optional(own, "monthly", option.atLoad());
            ArrayNode curve = own.putArray("curve");
            option.curve().forEach(point -> {
                ObjectNode at = curve.addObject();
                number(at, "load", point.load());
                number(at, "monthly", point.monthly());
            });
            ArrayNode prices = own.putArray("prices");
            option.prices()
                    .forEach(used -> prices.addObject()
                            .put("price", used.price().id())
                            .put("amount", used.price().amount())
                            .put(
                                    "unit",
                                    used.price()
                                            .unit()
                                            .name()
                                            .toLowerCase(java.util.Locale.ROOT)
                                            .replace('_', '-'))
                            .put("region", used.price().region())
                            .put("source", used.price().source())
                            .put(
                                    "date",
                                    used.price().date().map(Object::toString).orElse(null))
                            .put("stale", used.stale()));
        }
        ArrayNode cheapest = node.putArray("cheapest");
        costs.cheapest().forEach(span -> {
            ObjectNode own = cheapest.addObject();
            number(own, "from", span.from());
            number(own, "to", span.to());
            own.put("offering", span.offering());
        });
        ArrayNode crossings = node.putArray("crossings");
        costs.crossings().forEach(crossing -> {
            ObjectNode own = crossings.addObject();
            number(own, "at", crossing.at());
            own.put("cheaper", crossing.cheaper()).put("than", crossing.than());
        });
    }

    private static void strings(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }

    private static void optional(ObjectNode node, String name, OptionalDouble value) {
        if (value.isPresent()) {
            number(node, name, value.getAsDouble());
        } else {
            node.putNull(name);
        }
    }

    /** A whole number without a point, so that 25 reads as 25. */
    private static void number(ObjectNode node, String name, double value) {
        double rounded = Numbers.rounded(value);
        if (rounded == Math.rint(rounded) && Math.abs(rounded) < 1e15) {
            node.put(name, (long) rounded);
        } else {
            node.put(name, rounded);
        }
    }
}
