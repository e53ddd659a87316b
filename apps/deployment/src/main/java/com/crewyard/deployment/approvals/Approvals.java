package com.crewyard.deployment.approvals;

import com.crewyard.deployment.access.Sight;
import com.crewyard.deployment.catalog.Audit;
import com.crewyard.deployment.catalog.Environments;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.notifications.News;
import com.crewyard.deployment.notifications.Outbox;
import com.crewyard.deployment.targets.EnvironmentRef;
import com.crewyard.hosting.spec.AppSpec.Notification.Event;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Plans that wait for somebody's approval. An approval is bound to its plan's hash, and good for one rollout within a day. */
public final class Approvals {

    private static final Duration GOOD_FOR = Duration.ofHours(24);
    private static final int LATEST = 100;
    private static final String COLUMNS = """
            select id, application, environment, plan_hash, plan, requested_by, requested_at, approved, decided_by,
                   decided_at, rollout
            from deploy.approval
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate apart;
    private final Protections protections;
    private final Environments environments;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    public Approvals(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.protections = new Protections(jdbc);
        this.environments = new Environments(jdbc);
        this.outbox = new Outbox(jdbc, clock);
        this.audit = new Audit(jdbc);
        this.clock = clock;
    }

    /** A plan of which somebody wants a rollout. */
    public record Wish(EnvironmentRef environment, String planHash, String plan, String actor) {}

    /**
     * The approval that a rollout may use; empty where none is needed. Where one is missing it is asked for, which outlives
     * the transaction around this call.
     *
     * @throws RefusedException until somebody else approved this very plan
     */
    public Optional<Long> require(Wish wish) {
        if (!protections.cover(wish.environment())) {
            return Optional.empty();
        }
        Optional<Approval> given = usable(wish);
        if (given.isPresent()) {
            if (given.get().decidedBy().equals(Optional.of(wish.actor()))) {
                throw RefusedException.notNow("%s approved plan %s, so somebody else has to deploy it."
                        .formatted(wish.actor(), wish.planHash()));
            }
            return Optional.of(given.get().id());
        }
        long asked = Objects.requireNonNull(apart.execute(_ -> ask(wish)));
        throw RefusedException.notNow(
                "%s takes the approval of somebody else than %s. Plan %s waits for it as approval %d, on the page /approvals and for ./crewyard approve %d; deploy it again when it was given."
                        .formatted(wish.environment(), wish.actor(), wish.planHash(), asked, asked));
    }

    /** Binds an approval to its rollout, within the transaction that begins that. */
    public void use(long approval, long rollout) {
        int used = jdbc.sql("update deploy.approval set rollout = ? where id = ? and rollout is null")
                .params(rollout, approval)
                .update();
        if (used == 0) {
            throw RefusedException.notNow("Approval %d was used for another rollout already.".formatted(approval));
        }
    }

    /** Promoting a release is approving it, so that takes somebody else too. */
    public void requireAnother(EnvironmentRef environment, String beganBy, String actor) {
        if (protections.cover(environment) && beganBy.equals(actor)) {
            throw RefusedException.notNow(
                    "%s began this rollout, and %s wants somebody else to promote it.".formatted(actor, environment));
        }
    }

    /** Those that wait, and then those that had an answer; the latest first. */
    public List<Approval> latest(Optional<EnvironmentRef> of, Sight sight) {
        return jdbc.sql(COLUMNS + """
                where application = coalesce(:application, application) and environment = coalesce(:environment, environment) and
                """ + Sight.condition("application || '/' || environment") + """
                order by approved is not null, id desc limit :count""")
                .params(sight.parameters())
                .param("application", of.map(EnvironmentRef::application).orElse(null))
                .param("environment", of.map(EnvironmentRef::environment).orElse(null))
                .param("count", LATEST)
                .query(Approvals::row)
                .list();
    }

    /** Those that wait, the oldest first. */
    public List<Approval> open(EnvironmentRef environment) {
        return jdbc.sql(COLUMNS + "where application = ? and environment = ? and approved is null order by id")
                .params(environment.application(), environment.environment())
                .query(Approvals::row)
                .list();
    }

    public Approval byId(long id) {
        return jdbc.sql(COLUMNS + "where id = ?")
                .param(id)
                .query(Approvals::row)
                .optional()
                .orElseThrow(() -> RefusedException.notFound("There is no approval %d.".formatted(id)));
    }

    /** @throws RefusedException when it had an answer, or the one who answers asked for it */
    public void decide(long id, boolean approved, String actor) {
        Approval approval = byId(id);
        if (approval.requestedBy().equals(actor)) {
            throw RefusedException.notNow(
                    "%s asked for plan %s, so somebody else has to approve it.".formatted(actor, approval.planHash()));
        }
        int decided = jdbc.sql("""
                update deploy.approval set approved = ?, decided_by = ?, decided_at = ?
                where id = ? and approved is null""")
                .params(approved, actor, Timestamp.from(clock.instant()), id)
                .update();
        if (decided == 0) {
            throw RefusedException.notNow("Approval %d had an answer already.".formatted(id));
        }
        audit.write(
                List.of(approval.subject()),
                actor,
                approved ? "approve" : "reject",
                "plan %s of %s for %s".formatted(approval.planHash(), approval.requestedBy(), approval.subject()));
    }

    private Optional<Approval> usable(Wish wish) {
        return jdbc.sql(COLUMNS + """
                where application = ? and environment = ? and plan_hash = ? and approved and rollout is null
                  and decided_at > ?
                order by id desc limit 1""")
                .params(
                        wish.environment().application(),
                        wish.environment().environment(),
                        wish.planHash(),
                        Timestamp.from(clock.instant().minus(GOOD_FOR)))
                .query(Approvals::row)
                .optional();
    }

    private long ask(Wish wish) {
        EnvironmentRef ref = wish.environment();
        Optional<Long> fresh = jdbc.sql("""
                insert into deploy.approval (application, environment, plan_hash, plan, requested_by)
                values (?, ?, ?, ?, ?)
                on conflict (application, environment, plan_hash) where approved is null do nothing
                returning id""")
                .params(ref.application(), ref.environment(), wish.planHash(), wish.plan(), wish.actor())
                .query(Long.class)
                .optional();
        fresh.ifPresent(id -> {
            audit.write(List.of(ref.toString()), wish.actor(), "ask", "plan %s for %s".formatted(wish.planHash(), ref));
            environments
                    .find(ref)
                    .ifPresent(environment -> outbox.add(
                            environment,
                            new News(
                                    Event.AWAITING,
                                    Optional.empty(),
                                    Optional.empty(),
                                    wish.actor(),
                                    "plan %s of %s waits for approval.".formatted(wish.planHash(), wish.actor()),
                                    Optional.of("approval/" + id))));
        });
        return fresh.orElseGet(() -> jdbc.sql("""
                select id from deploy.approval
                where application = ? and environment = ? and plan_hash = ? and approved is null""")
                .params(ref.application(), ref.environment(), wish.planHash())
                .query(Long.class)
                .single());
    }

    private static Approval row(ResultSet row, int number) throws SQLException {
        return new Approval(
                row.getLong("id"),
                row.getString("application"),
                row.getString("environment"),
                row.getString("plan_hash"),
                row.getString("plan"),
                row.getString("requested_by"),
                row.getTimestamp("requested_at").toInstant(),
                Optional.ofNullable(row.getObject("approved", Boolean.class)),
                Optional.ofNullable(row.getString("decided_by")),
                Optional.ofNullable(row.getTimestamp("decided_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getObject("rollout", Long.class)));
    }
}
