package com.crewyard.deployment.rollouts.internal;

import com.crewyard.deployment.analysis.CanaryAnalysis;
import com.crewyard.deployment.analysis.Looks;
import com.crewyard.deployment.analysis.Measurement;
import com.crewyard.deployment.analysis.MetricSource.Window;
import com.crewyard.deployment.analysis.RouterMetrics.Snapshot;
import com.crewyard.deployment.analysis.Rules;
import com.crewyard.deployment.analysis.Verdict;
import com.crewyard.deployment.rollouts.CanaryMetrics;
import com.crewyard.deployment.rollouts.CanaryRecords;
import com.crewyard.deployment.rollouts.CanaryVerdict;
import com.crewyard.deployment.rollouts.Rollout;
import com.crewyard.deployment.routing.SlotRef;
import com.crewyard.hosting.spec.AppSpec.Analysis;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Watches a canary for its analysis, and has it judged when a step ends. */
final class CanaryJudge {

    /** So many intervals a step, in which errors may come unevenly. */
    private static final int SNAPSHOTS_OF_A_STEP = 10;

    private static final Duration SHORTEST_INTERVAL = Duration.ofMillis(250);

    private final CanaryRecords records;

    CanaryJudge(CanaryRecords records) {
        this.records = records;
    }

    /** Takes down what the router has counted, every so often. */
    void watch(Situation situation) {
        Duration pause = situation.release().configuration().rollout().pause();
        Duration interval = pause.dividedBy(SNAPSHOTS_OF_A_STEP);
        Duration apart = interval.compareTo(SHORTEST_INTERVAL) < 0 ? SHORTEST_INTERVAL : interval;
        Instant now = situation.clock().instant();
        boolean due = records.latest(situation.rollout().id())
                .map(last -> !last.plus(apart).isAfter(now))
                .orElse(true);
        if (due) {
            take(situation);
        }
    }

    /** What all that was seen since the canary began comes to, now that its step is over. */
    CanaryVerdict judge(Situation situation, Analysis analysis, SlotRef former) {
        Rollout rollout = situation.rollout();
        take(situation);
        List<Snapshot> snapshots = records.snapshots(rollout.id());
        Window window =
                new Window(snapshots.getFirst().at(), snapshots.getLast().at(), situation.watched(), former);
        List<Measurement> measurements =
                CanaryMetrics.measured(situation.release().configuration(), analysis, snapshots, window);
        int looks = situation.lastStep();
        int look = rollout.step() + 1;
        Verdict verdict = new CanaryAnalysis(Rules.standard()).judge(Looks.even(look, looks), measurements);
        CanaryVerdict told = new CanaryVerdict(
                look,
                looks,
                switch (verdict) {
                    case Verdict.Pass _ -> CanaryVerdict.Outcome.PASS;
                    case Verdict.Fail _ -> CanaryVerdict.Outcome.FAIL;
                    case Verdict.Insufficient _ -> CanaryVerdict.Outcome.INSUFFICIENT;
                },
                verdict.reasons(),
                window.to());
        records.add(rollout.id(), told);
        return told;
    }

    private void take(Situation situation) {
        records.add(
                situation.rollout().id(),
                new Snapshot(
                        situation.clock().instant(), situation.target().router().counters()));
    }
}
