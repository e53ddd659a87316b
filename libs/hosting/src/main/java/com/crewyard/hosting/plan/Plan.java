package com.crewyard.hosting.plan;

import com.crewyard.hosting.artifacts.Generator.Artifact;
import com.crewyard.hosting.costs.Price;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How an application comes to where the research sends it, phase by phase. The same documents, needs and spec give the
 * same plan.
 *
 * @param people who work on it at once
 * @param recommended the kind of hosting that the advice ranks first, with its score
 * @param start the number of the phase to begin with: the last whose entry triggers the needs already meet
 * @param notes what a person has to know or decide before the first phase
 */
public record Plan(
        String app,
        List<Source> sources,
        int people,
        Optional<Recommendation> recommended,
        int start,
        List<PhasePlan> phases,
        List<String> notes) {

    /** A document the plan stands on. */
    public record Source(String file, String topic, String author, int version) {}

    /** @param wins the share of random weightings in which it comes first */
    public record Recommendation(String category, double score, double wins) {}

    /**
     * One phase.
     *
     * @param platform the offering that carries the application, as the documents call it
     * @param window when the documents want it, in their words
     * @param fromDay its first day, counted from 0
     * @param toDay the day after its last task
     * @param entry all of them are met before it begins
     * @param exit all of them are met before it is done
     * @param architecture a Mermaid flowchart
     * @param artifacts the files it needs, below {@code phase-N/}
     * @param missing what could not be generated, and why
     */
    public record PhasePlan(
            int number,
            String name,
            String platform,
            Optional<String> window,
            int fromDay,
            int toDay,
            List<Measure> entry,
            List<Measure> exit,
            List<Task> tasks,
            Costs costs,
            List<Alarm> alarms,
            String architecture,
            List<Artifact> artifacts,
            List<String> missing,
            List<String> notes) {}

    /**
     * A piece of work that one person does.
     *
     * @param effort in days of a person
     * @param startDay counted from the plan's first day
     * @param after the tasks that have to be done before
     * @param checks what proves it done: commands, observations, and measures in words
     * @param trigger for an enhancement, when it is worth it
     * @param sources lines of documents that ask for it; empty for what every phase needs
     */
    public record Task(
            String id,
            String practice,
            String title,
            String owner,
            double effort,
            double startDay,
            double endDay,
            List<String> after,
            List<Risk> risks,
            String rollback,
            List<String> checks,
            Optional<Measure> trigger,
            List<String> artifacts,
            List<String> sources) {}

    public record Risk(String text, String likelihood, String impact, String answer) {}

    /**
     * What a month of the phase costs.
     *
     * @param load requests a second it is computed for
     * @param total of what has a price; empty when nothing has
     */
    public record Costs(String currency, double load, OptionalDouble total, List<Item> items) {}

    /**
     * @param monthly empty when the price book has no price
     * @param basis how it was computed, or why it was not
     */
    public record Item(String name, OptionalDouble monthly, String basis, List<Price> prices) {}

    /** An alarm that says a phase should begin, as a Prometheus rule where there is a query. */
    public record Alarm(String name, int begins, Measure measure) {}
}
