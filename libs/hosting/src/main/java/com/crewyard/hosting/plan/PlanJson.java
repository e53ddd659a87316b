package com.crewyard.hosting.plan;

import com.crewyard.hosting.advice.Numbers;
import com.crewyard.hosting.plan.Plan.Alarm;
import com.crewyard.hosting.plan.Plan.Costs;
import com.crewyard.hosting.plan.Plan.PhasePlan;
import com.crewyard.hosting.plan.Plan.Task;
import java.util.Collection;
import java.util.OptionalDouble;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a {@link Plan} as JSON, as {@link PlanSchema} describes it. Members keep their order. */
public final class PlanJson {

    private static final JsonMapper MAPPER = new JsonMapper();

    private PlanJson() {}

    public static String of(Plan plan) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("app", plan.app());
        ArrayNode sources = root.putArray("sources");
        plan.sources()
                .forEach(source -> sources.addObject()
                        .put("file", source.file())
                        .put("topic", source.topic())
                        .put("author", source.author())
                        .put("version", source.version()));
        root.put("people", plan.people());
        plan.recommended()
                .ifPresent(first -> root.putObject("recommended")
                        .put("category", first.category())
                        .put("score", Numbers.rounded(first.score()))
                        .put("wins", Numbers.rounded(first.wins())));
        root.put("start", plan.start());
        strings(root.putArray("notes"), plan.notes());
        ArrayNode phases = root.putArray("phases");
        plan.phases().forEach(phase -> phase(phases.addObject(), phase));
        root.put("timeline", Timeline.of(plan));
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root).replace("\r\n", "\n") + "\n";
    }

    private static void phase(ObjectNode node, PhasePlan phase) {
        node.put("number", phase.number());
        node.put("name", phase.name());
        node.put("platform", phase.platform());
        phase.window().ifPresent(window -> node.put("window", window));
        node.put("from_day", phase.fromDay());
        node.put("to_day", phase.toDay());
        measures(node.putArray("entry"), phase.entry());
        measures(node.putArray("exit"), phase.exit());
        ArrayNode tasks = node.putArray("tasks");
        phase.tasks().forEach(task -> task(tasks.addObject(), task));
        costs(node.putObject("costs"), phase.costs());
        ArrayNode alarms = node.putArray("alarms");
        for (Alarm alarm : phase.alarms()) {
            measure(alarms.addObject().put("name", alarm.name()).put("begins", alarm.begins()), alarm.measure());
        }
        node.put("architecture", phase.architecture());
        strings(
                node.putArray("artifacts"),
                phase.artifacts().stream().map(artifact -> artifact.path()).toList());
        strings(node.putArray("missing"), phase.missing());
        strings(node.putArray("notes"), phase.notes());
    }

    private static void task(ObjectNode node, Task task) {
        node.put("id", task.id());
        node.put("practice", task.practice());
        node.put("title", task.title());
        node.put("owner", task.owner());
        node.put("effort_days", Numbers.rounded(task.effort()));
        node.put("start_day", Numbers.rounded(task.startDay()));
        node.put("end_day", Numbers.rounded(task.endDay()));
        strings(node.putArray("after"), task.after());
        ArrayNode risks = node.putArray("risks");
        task.risks()
                .forEach(risk -> risks.addObject()
                        .put("text", risk.text())
                        .put("likelihood", risk.likelihood())
                        .put("impact", risk.impact())
                        .put("answer", risk.answer()));
        node.put("rollback", task.rollback());
        strings(node.putArray("checks"), task.checks());
        task.trigger().ifPresent(trigger -> measure(node.putObject("trigger"), trigger));
        strings(node.putArray("artifacts"), task.artifacts());
        strings(node.putArray("sources"), task.sources());
    }

    private static void costs(ObjectNode node, Costs costs) {
        node.put("currency", costs.currency());
        node.put("load", Numbers.rounded(costs.load()));
        money(node, "monthly", costs.total());
        ArrayNode items = node.putArray("items");
        costs.items().forEach(item -> {
            ObjectNode one = items.addObject().put("name", item.name());
            money(one, "monthly", item.monthly());
            one.put("basis", item.basis());
            ArrayNode prices = one.putArray("prices");
            item.prices().forEach(price -> {
                ObjectNode used = prices.addObject()
                        .put("id", price.id())
                        .put("amount", price.amount())
                        .put("region", price.region())
                        .put("source", price.source());
                price.date().ifPresent(date -> used.put("date", date.toString()));
            });
        });
    }

    private static void money(ObjectNode node, String name, OptionalDouble amount) {
        if (amount.isPresent()) {
            node.put(name, Math.round(amount.getAsDouble() * 100) / 100.0);
        } else {
            node.putNull(name);
        }
    }

    private static void measures(ArrayNode array, Collection<Measure> measures) {
        measures.forEach(measure -> measure(array.addObject(), measure));
    }

    private static void measure(ObjectNode node, Measure measure) {
        node.put("metric", measure.metric());
        node.put("title", measure.title());
        node.put("comparison", measure.comparison());
        node.put("value", Numbers.rounded(measure.value()));
        node.put("unit", measure.unit());
        node.put("window", measure.window());
        node.put("source", measure.source());
        measure.query().ifPresent(query -> node.put("query", query));
        node.put("reason", measure.reason());
    }

    private static void strings(ArrayNode array, Collection<String> texts) {
        texts.forEach(array::add);
    }
}
