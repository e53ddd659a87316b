package com.crewyard.deployment.console;

import com.crewyard.deployment.engine.EnvironmentStatus;
import java.util.List;

/** Every environment, those that need somebody first. */
public record OverviewView(List<Card> cards) {

    /** @param moving whether a rollout is on its way */
    public record Card(EnvironmentStatus status, boolean moving) {

        static Card of(EnvironmentStatus status) {
            return new Card(status, EnvironmentView.isMoving(status));
        }

        public String path() {
            return EnvironmentView.path(status);
        }

        public boolean needsSomebody() {
            return !status.attention().isEmpty()
                    || status.rollout()
                            .filter(rollout -> rollout.paused() && moving)
                            .isPresent();
        }

        public long running() {
            return status.slots().stream()
                    .filter(slot -> slot.state().equals("live"))
                    .flatMap(slot -> slot.instances().stream())
                    .filter(instance -> instance.state() == com.crewyard.deployment.targets.Instance.State.RUNNING)
                    .count();
        }
    }

    static OverviewView of(List<EnvironmentStatus> statuses) {
        return new OverviewView(statuses.stream()
                .map(Card::of)
                .sorted(java.util.Comparator.comparing((Card card) -> !card.needsSomebody())
                        .thenComparing(card -> !card.moving()))
                .toList());
    }

    public long needing() {
        return cards.stream().filter(Card::needsSomebody).count();
    }

    public long moving() {
        return cards.stream().filter(Card::moving).count();
    }
}
