package com.crewyard.deployment.plans;

import com.crewyard.deployment.analysis.Figures;
import com.crewyard.deployment.analysis.Forecast;
import com.crewyard.deployment.analysis.Forecast.Baseline;
import com.crewyard.deployment.analysis.Looks;
import com.crewyard.deployment.analysis.Rules;
import com.crewyard.deployment.analysis.Tally;
import com.crewyard.deployment.releases.Configuration;
import com.crewyard.deployment.releases.Configuration.RolloutSettings;
import com.crewyard.deployment.rollouts.CanaryMetrics;
import com.crewyard.hosting.spec.AppSpec.Analysis;
import com.crewyard.hosting.spec.AppSpec.AnalysisMetric;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How long a canary takes to its verdict at today's traffic, in sentences. */
final class ExpectedVerdict {

    private static final double PERCENT = 100;

    private final Configuration wanted;
    private final RolloutSettings rollout;
    private final Analysis analysis;

    private ExpectedVerdict(Configuration wanted) {
        this.wanted = wanted;
        this.rollout = wanted.rollout();
        this.analysis = rollout.analysis().orElseThrow();
    }

    /**
     * @param wanted with an analysis
     * @param live the number of the release that the canary is compared with
     */
    static List<String> of(Configuration wanted, int live, Requests requests) {
        if (wanted.rollout().steps().isEmpty()) {
            return List.of("A canary without steps is never looked at; write steps: [10, 50] beside its analysis.");
        }
        return switch (requests) {
            case Requests.Unknown(String reason) ->
                List.of("The router of release %d cannot be asked, so the time to a verdict is not known: %s"
                        .formatted(live, reason));
            case Requests.Counted counted -> new ExpectedVerdict(wanted).of(live, counted);
        };
    }

    private List<String> of(int live, Requests.Counted counted) {
        List<Baseline> baselines = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        List<String> untimed = new ArrayList<>();
        for (String service : wanted.listening()) {
            Tally tally = counted.of(service);
            if (tally.requests() > 0) {
                baselines.addAll(baselines(service, tally, counted.seconds()));
                if (!tally.isTimed()) {
                    untimed.add(
                            "response times of %s: this router does not tell them, and what is missing lets no canary pass."
                                    .formatted(service));
                }
            }
        }
        if (baselines.isEmpty()) {
            sentences.add("Nobody has sent a request since release %d went live, so the time to a verdict is not known."
                    .formatted(live));
            sentences.addAll(asked());
            return sentences;
        }
        Forecast forecast = Forecast.of(Rules.standard(), looks(), share(), baselines);
        forecast.metrics().forEach(metric -> sentences.add(metric.sentence()));
        sentences.addAll(untimed);
        sentences.addAll(asked());
        sentences.add(untimed.isEmpty() ? whole(forecast) : hopeless());
        return sentences;
    }

    private List<Baseline> baselines(String service, Tally tally, double seconds) {
        List<Baseline> baselines = new ArrayList<>();
        baselines.add(new Baseline.Errors(
                CanaryMetrics.errors(analysis, service), tally.requests(), tally.errors(), tally.requests() / seconds));
        if (tally.isTimed()) {
            baselines.add(new Baseline.Values(
                    CanaryMetrics.latency(analysis, service), tally.responseTimes(), tally.timed() / seconds));
        }
        return baselines;
    }

    /** One when each step ends. */
    private Looks looks() {
        return Looks.even(rollout.steps().size(), rollout.steps().size());
    }

    /**
     * The mean of the steps: each lasts as long as the others, and the last look takes together everything since the canary began, of
     * which this is the canary's share.
     */
    private double share() {
        return rollout.steps().stream().mapToInt(Integer::intValue).average().orElseThrow() / PERCENT;
    }

    private List<String> asked() {
        return analysis.metrics().isEmpty()
                ? List.of()
                : List.of("%s: Prometheus is asked once the canary runs, so how long this takes is not known."
                        .formatted(analysis.metrics().stream()
                                .map(AnalysisMetric::name)
                                .collect(Collectors.joining(", "))));
    }

    private String whole(Forecast forecast) {
        Duration steps = rollout.pause().multipliedBy(rollout.steps().size());
        return forecast.time()
                .map(time ->
                        "A release as good as the live one passes after about %s, so at this traffic the steps, %s in all, %s."
                                .formatted(
                                        Figures.duration(time),
                                        Times.of(steps),
                                        time.compareTo(steps) > 0 ? "are too short; " + longer(time) : enough()))
                .orElseGet(() ->
                        "How long the whole takes cannot be told; the steps are %s in all.".formatted(Times.of(steps)));
    }

    private String longer(Duration time) {
        long each = Math.ceilDiv(time.toSeconds(), rollout.steps().size());
        return "take a longer pause, %s or more".formatted(Figures.duration(Duration.ofSeconds(each)));
    }

    private String enough() {
        return analysis.metrics().isEmpty() ? "are long enough" : "are long enough for what the router counts";
    }

    private String hopeless() {
        return "So with this router no release passes, however long the steps are: at the last look it %s."
                .formatted(
                        switch (analysis.undecided()) {
                            case ROLLBACK -> "goes back";
                            case HOLD -> "waits for a person";
                        });
    }
}
