package com.crewyard.deployment.engine;

import com.crewyard.deployment.access.Sight;
import com.crewyard.deployment.catalog.Environment;
import com.crewyard.deployment.catalog.Environments;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.engine.EnvironmentStatus.RolloutStatus;
import com.crewyard.deployment.releases.CanonicalJson;
import com.crewyard.deployment.releases.Release;
import com.crewyard.deployment.releases.Releases;
import com.crewyard.deployment.rollouts.CanaryRecords;
import com.crewyard.deployment.rollouts.Loss;
import com.crewyard.deployment.rollouts.Rollout;
import com.crewyard.deployment.rollouts.RolloutState;
import com.crewyard.deployment.rollouts.Rollouts;
import com.crewyard.deployment.rollouts.Slots;
import com.crewyard.deployment.rollouts.Transition;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happened: rollouts with their histories, and the audit. */
final class Histories {

    private final JdbcClient jdbc;
    private final Environments environments;
    private final Releases releases;
    private final Rollouts rollouts;
    private final Slots slots;
    private final StatusViews views;
    private final Clock clock;

    Histories(Groundwork ground) {
        this.jdbc = ground.jdbc();
        this.environments = ground.environments();
        this.releases = ground.releases();
        this.rollouts = ground.rollouts();
        this.slots = ground.slots();
        this.views = ground.views();
        this.clock = ground.clock();
    }

    RolloutDetails rollout(long id) {
        Rollout rollout =
                rollouts.find(id).orElseThrow(() -> RefusedException.notFound("There is no rollout %d.".formatted(id)));
        Environment environment = environments.byId(rollout.environment());
        Release release = releases.byId(rollout.release());
        List<Transition> history = rollouts.history(id);
        return new RolloutDetails(
                environment.ref().application(),
                environment.ref().environment(),
                status(rollout, releases.numbers(rollout.environment())),
                rollout.slot().name(),
                rollout.fromSlot().map(Object::toString),
                release.configuration().rollout().shares(rollout.strategy()),
                rollout.state().activity(),
                rollout.actor(),
                rollout.stateSince(),
                history.stream().map(RolloutDetails.Step::of).toList(),
                rollout.state().isLive() ? Optional.of(live(rollout, release, history)) : Optional.empty(),
                rollout.state() == RolloutState.ROLLED_BACK
                        ? Optional.of(rolledBack(rollout, release, history))
                        : Optional.empty(),
                new CanaryRecords(jdbc).verdicts(rollout.id()));
    }

    List<RolloutStatus> rollouts(Environment environment, int count) {
        Map<Long, Integer> numbers = releases.numbers(environment.id());
        return rollouts.latest(environment.id(), count).stream()
                .map(rollout -> status(rollout, numbers))
                .toList();
    }

    /** A line tells of its environment, or of all of its subjects; of an organization only since there is one of that name. */
    List<AuditLine> audit(AuditQuery query, Sight sight) {
        return jdbc.sql("""
                select a.id, a.at, coalesce(e.application, '') as application, coalesce(e.name, '') as environment,
                       a.actor, a.action, a.details
                from deploy.audit a left join deploy.environment e on e.id = a.environment
                where (:application::text is null or e.application = :application)
                  and (:environment::text is null or e.name = :environment)
                  and (:before::bigint is null or a.id < :before)
                  and (:everything
                       or a.environment in (select there.id from deploy.environment there where %s)
                       or a.subjects <> '{}' and not exists (
                           select from unnest(a.subjects) as told (subject)
                           where not (%s)
                              or told.subject like '@%%' and not exists (
                                  select from deploy.organization named
                                  where '@' || named.name = told.subject and named.created_at <= a.at)))
                order by a.id desc limit :count""".formatted(
                        Sight.condition("there.application || '/' || there.name"), Sight.condition("told.subject")))
                .params(sight.parameters())
                .param("everything", sight.isEverything())
                .param("application", query.application().orElse(null))
                .param("environment", query.environment().orElse(null))
                .param("before", query.before().orElse(null))
                .param("count", query.count())
                .query((row, _) -> new AuditLine(
                        row.getLong("id"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("application"),
                        row.getString("environment"),
                        row.getString("actor"),
                        row.getString("action"),
                        row.getString("details")))
                .list();
    }

    private static RolloutStatus status(Rollout rollout, Map<Long, Integer> numbers) {
        return RolloutStatus.of(
                rollout,
                numbers.getOrDefault(rollout.release(), 0),
                rollout.fromRelease().map(from -> numbers.getOrDefault(from, 0)));
    }

    private DeployResult.Live live(Rollout rollout, Release release, List<Transition> history) {
        return new DeployResult.Live(
                release.number(), views.addresses(release.configuration()), took(rollout, history), loss(rollout));
    }

    private DeployResult.RolledBack rolledBack(Rollout rollout, Release release, List<Transition> history) {
        return new DeployResult.RolledBack(
                release.number(),
                rollout.reason().orElse("It was stopped."),
                slots.live(rollout.environment())
                        .map(slot -> releases.byId(slot.release()).number()),
                took(rollout, history),
                loss(rollout));
    }

    private static Optional<Loss> loss(Rollout rollout) {
        return rollout.loss().map(text -> CanonicalJson.read(text, Loss.class));
    }

    private long took(Rollout rollout, List<Transition> history) {
        Instant end = history.stream()
                .filter(transition ->
                        transition.to() == RolloutState.LIVE || transition.to() == RolloutState.ROLLED_BACK)
                .map(Transition::at)
                .findFirst()
                .orElse(clock.instant());
        return Duration.between(rollout.startedAt(), end).toMillis();
    }
}
