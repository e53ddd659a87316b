package com.crewyard.deployment.rollouts.internal;

import com.crewyard.deployment.catalog.Environments;
import com.crewyard.deployment.notifications.News;
import com.crewyard.deployment.notifications.Outbox;
import com.crewyard.deployment.rollouts.Rollout;
import com.crewyard.deployment.rollouts.RolloutFlow.Position;
import com.crewyard.deployment.rollouts.RolloutState;
import com.crewyard.hosting.spec.AppSpec.Notification.Event;
import java.util.Optional;

/** Tells those who want to hear of rollouts; called within the transaction of what is told. */
public final class Announcements {

    private final Environments environments;
    private final Outbox outbox;

    public Announcements(Environments environments, Outbox outbox) {
        this.environments = environments;
        this.outbox = outbox;
    }

    void moved(Situation situation, Position to) {
        Rollout rollout = situation.rollout();
        int release = situation.release().number();
        if (rollout.state() == RolloutState.PREPARING) {
            tell(
                    situation,
                    Event.STARTED,
                    "%s release %d is on its way, begun by %s.".formatted(kind(rollout), release, rollout.actor()));
        }
        if (to.state() == RolloutState.LIVE) {
            tell(situation, Event.LIVE, "release %d is live, begun by %s.".formatted(release, rollout.actor()));
        } else if (to.state() == RolloutState.ROLLED_BACK) {
            tell(
                    situation,
                    Event.ROLLED_BACK,
                    "release %d was rolled back. %s"
                            .formatted(release, rollout.reason().orElse("It was stopped.")));
        }
    }

    void failed(Situation situation, String reason) {
        tell(
                situation,
                Event.FAILED,
                "release %d fails while %s and goes back. %s"
                        .formatted(
                                situation.release().number(),
                                situation.rollout().state().activity(),
                                reason));
    }

    /** Statistics could not decide, so a person has to. */
    void awaitsPromotion(Situation situation, String why) {
        tell(
                situation,
                Event.AWAITING,
                "release %d waits for somebody to promote it or take it back. %s"
                        .formatted(situation.release().number(), why));
    }

    private static String kind(Rollout rollout) {
        return switch (rollout.kind()) {
            case DEPLOY -> "";
            case ROLLBACK -> "back to";
            case REPAIR -> "the repair of";
        };
    }

    private void tell(Situation situation, Event event, String sentence) {
        Rollout rollout = situation.rollout();
        outbox.add(
                environments.byId(rollout.environment()),
                new News(
                        event,
                        Optional.of(rollout.id()),
                        Optional.of(situation.release().number()),
                        rollout.actor(),
                        sentence.strip(),
                        Optional.empty()));
    }
}
