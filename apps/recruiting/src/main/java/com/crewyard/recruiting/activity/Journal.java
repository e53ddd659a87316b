package com.crewyard.recruiting.activity;

import com.crewyard.kernel.ApplicationId;
import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.JobId;
import com.crewyard.kernel.OrganizationId;
import com.crewyard.postgres.Tenancy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Appends to and reads the journal of the organization in scope. */
@Service
public class Journal {

    /** The channel on which PostgreSQL tells other processes; the payload is {@code organization:position}. */
    public static final String CHANNEL = "crewyard_activity";

    private static final Logger log = LoggerFactory.getLogger(Journal.class);
    private static final TypeReference<Map<String, Object>> DATA = new TypeReference<>() {};
    /** What may stand in a log: never what a person wrote, nor anything about a person. */
    private static final Set<String> LOGGED = Set.of(
            "event",
            "organization",
            "actor",
            "job",
            "candidate",
            "application",
            "from",
            "to",
            "intent",
            "score",
            "scores",
            "strategy",
            "fell_back",
            "source",
            "status",
            "reason_code",
            "role");

    private static final String SELECT = """
            select organization_id, position, at, type, actor_kind, actor_id, actor_name,
                   job_id, candidate_id, application_id, data
            from activity.activity
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;

    Journal(JdbcClient jdbc, JsonMapper json, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.json = json;
        this.events = events;
    }

    /**
     * Published inside the transaction that records it, for modules that have to follow: what they enqueue commits with
     * it. They do nothing else here.
     */
    public record Recorded(OrganizationId organization, Happening happening) {}

    /** Published in this process once an entry is committed. */
    public record Advanced(OrganizationId organization, long position, String type) {}

    /** Published in every process that a notification of another's entry, or of one of its own, has reached. */
    public record Heard(OrganizationId organization) {}

    /** Published when entries of other processes may have gone unheard: whoever follows has to look. */
    public record Unheard() {}

    /** Published when from now on every entry is heard. */
    public record Listening() {}

    /** Starts the journal of a new organization. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void open() {
        jdbc.sql("insert into activity.feed (position) values (0)").update();
    }

    /**
     * Writes down what happened, in the transaction that made it happen. The entry is put in place right before that
     * transaction commits: others who write to the same organization's journal wait from then on, and only then.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(Actor actor, Happening happening) {
        PendingEntries.ofTransaction(this).add(Tenancy.required(), actor, happening);
        events.publishEvent(new Recorded(Tenancy.required(), happening));
    }

    /** Puts one entry in place and returns its position. */
    long insert(Actor actor, Happening happening, Optional<Instant> at) {
        return jdbc.sql("""
                        with next as (
                          update activity.feed set position = position + 1
                          where organization_id = platform.current_organization()
                          returning position
                        ), entry as (
                          insert into activity.activity
                            (position, at, type, actor_kind, actor_id, actor_name, job_id, candidate_id,
                             application_id, data)
                          select position, coalesce(?, clock_timestamp()), ?, ?, ?, ?, ?, ?, ?, ?::jsonb from next
                          returning organization_id, position
                        )
                        select position, pg_notify('crewyard_activity', organization_id || ':' || position)
                        from entry""")
                .param(at.map(Timestamp::from).orElse(null))
                .params(happening.type(), actor.kindCode())
                .param(actor.id().orElse(null))
                .param(actor.name())
                .param(happening.job().map(JobId::value).orElse(null))
                .param(happening.candidate().map(CandidateId::value).orElse(null))
                .param(happening.application().map(ApplicationId::value).orElse(null))
                .param(json.writeValueAsString(happening.data()))
                .query((row, _) -> row.getLong(1))
                .single();
    }

    void announce(OrganizationId organization, long position, Actor actor, Happening happening) {
        report(organization, actor, happening);
        events.publishEvent(new Advanced(organization, position, happening.type()));
    }

    /** Where the journal ends now. */
    @Transactional(readOnly = true)
    public long position() {
        return jdbc.sql("select position from activity.feed where organization_id = platform.current_organization()")
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    @Transactional(readOnly = true)
    public List<Activity> after(long position, int limit) {
        return jdbc.sql(SELECT + """
                        where organization_id = platform.current_organization() and position > ?
                        order by position limit ?""").params(position, limit).query(this::read).list();
    }

    /** A candidate's entries, newest first, older than {@code before}. */
    @Transactional(readOnly = true)
    public List<Activity> of(CandidateId candidate, long before, int limit) {
        return jdbc.sql(SELECT + """
                        where organization_id = platform.current_organization() and candidate_id = ? and position < ?
                        order by position desc limit ?""")
                .params(candidate.value(), before, limit)
                .query(this::read)
                .list();
    }

    /** A job's entries, newest first, older than {@code before}. */
    @Transactional(readOnly = true)
    public List<Activity> of(JobId job, long before, int limit) {
        return jdbc.sql(SELECT + """
                        where organization_id = platform.current_organization() and job_id = ? and position < ?
                        order by position desc limit ?""")
                .params(job.value(), before, limit)
                .query(this::read)
                .list();
    }

    private Activity read(ResultSet row, int number) throws SQLException {
        return new Activity(
                new OrganizationId(row.getLong("organization_id")),
                row.getLong("position"),
                Optional.ofNullable(row.getTimestamp("at"))
                        .map(Timestamp::toInstant)
                        .orElse(Instant.EPOCH),
                row.getString("type"),
                Actor.read(row.getString("actor_kind"), id(row, "actor_id"), row.getString("actor_name")),
                id(row, "job_id").map(JobId::new),
                id(row, "candidate_id").map(CandidateId::new),
                id(row, "application_id").map(ApplicationId::new),
                json.readValue(row.getString("data"), DATA));
    }

    private static Optional<Long> id(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }

    private static void report(OrganizationId organization, Actor actor, Happening happening) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("event", happening.type());
        fields.put("organization", organization.value());
        String kind = actor.kind().code();
        fields.put("actor", actor.id().map(id -> kind + ":" + id).orElse(kind));
        happening.job().ifPresent(job -> fields.put("job", job.value()));
        happening.candidate().ifPresent(candidate -> fields.put("candidate", candidate.value()));
        happening.application().ifPresent(application -> fields.put("application", application.value()));
        fields.putAll(happening.data());
        fields.keySet().retainAll(LOGGED);
        LoggingEventBuilder event = log.atInfo();
        for (Map.Entry<String, Object> field : fields.entrySet()) {
            event = event.addKeyValue(field.getKey(), field.getValue());
        }
        event.log(happening.type());
    }
}
