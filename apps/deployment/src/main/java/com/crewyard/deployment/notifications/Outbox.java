package com.crewyard.deployment.notifications;

import com.crewyard.deployment.access.Sight;
import com.crewyard.deployment.catalog.Environment;
import com.crewyard.hosting.spec.AppSpec.Notification;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Messages that wait to be sent. They are written in the transaction of what they tell of, so none is lost and none lies. */
public final class Outbox {

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;
    private final Clock clock;

    public Outbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** From now on these hear of an environment, and no others. */
    public void subscribe(Environment environment, List<Notification> subscriptions) {
        jdbc.sql("delete from deploy.subscription where environment = ?")
                .param(environment.id())
                .update();
        int position = 0;
        for (Notification wanted : subscriptions) {
            for (Way way : ways(wanted)) {
                jdbc.sql("""
                        insert into deploy.subscription (environment, position, channel, address, secret, events)
                        values (:environment, :position, :channel, :address, :secret, :events)""")
                        .param("environment", environment.id())
                        .param("position", position++)
                        .param("channel", way.channel())
                        .param("address", way.address())
                        .param("secret", wanted.secret().orElse(null))
                        .param(
                                "events",
                                wanted.events().stream().map(Enum::name).toArray(String[]::new))
                        .update();
            }
        }
    }

    /** Has everybody told who wants to hear of it. */
    public void add(Environment environment, News news) {
        Instant now = clock.instant();
        List<Long> added = jdbc.sql("""
                insert into deploy.notification
                    (environment, rollout, event, channel, address, secret, text, document, once, next_at)
                select s.environment, :rollout, :event, s.channel, s.address, s.secret, :text, :document,
                       :once || '/' || s.position, :now
                from deploy.subscription s
                where s.environment = :environment and (s.events = '{}' or :event = any(s.events))
                order by s.position
                on conflict (once) do nothing
                returning id""")
                .param("environment", environment.id())
                .param("rollout", news.rollout().orElse(null))
                .param("event", news.event().name())
                .param("text", "%s: %s".formatted(environment.ref(), news.sentence()))
                .param("document", document(environment, news, now))
                .param("once", news.once().orElse(null))
                .param("now", Timestamp.from(now))
                .query((row, _) -> row.getLong("id"))
                .list();
        for (long id : added) {
            jdbc.sql("""
                    insert into deploy.scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                    values (?, ?, ?, false, 1)""")
                    .params(NotificationTask.NAME, String.valueOf(id), Timestamp.from(now))
                    .update();
        }
    }

    /** The latest first. */
    public List<NotificationLine> latest(Sight sight, int count) {
        return jdbc.sql("""
                select n.id, e.application, e.name as environment, n.rollout, n.event, n.channel, n.address, n.text,
                       n.state, n.attempts, n.problem, n.created_at, n.next_at, n.ended_at
                from deploy.notification n join deploy.environment e on e.id = n.environment
                where n.environment in (select there.id from deploy.environment there where %s)
                order by n.id desc limit :count""".formatted(Sight.condition("there.application || '/' || there.name")))
                .params(sight.parameters())
                .param("count", count)
                .query(Outbox::line)
                .list();
    }

    private static String document(Environment environment, News news, Instant now) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("event", news.event().code());
        document.put("application", environment.ref().application());
        document.put("environment", environment.ref().environment());
        document.put("rollout", news.rollout().orElse(null));
        document.put("release", news.release().orElse(null));
        document.put("actor", news.actor());
        document.put("text", news.sentence());
        document.put("at", now.toString());
        return JSON.writeValueAsString(document);
    }

    private record Way(String channel, String address) {}

    private static List<Way> ways(Notification wanted) {
        return wanted.slack()
                .map(variable -> List.of(new Way("SLACK", variable)))
                .or(() -> wanted.webhook().map(address -> List.of(new Way("WEBHOOK", address))))
                .orElseGet(() -> wanted.email().stream()
                        .map(address -> new Way("EMAIL", address))
                        .toList());
    }

    private static NotificationLine line(ResultSet row, int number) throws SQLException {
        String channel = row.getString("channel").toLowerCase(Locale.ROOT);
        return new NotificationLine(
                row.getLong("id"),
                row.getString("application"),
                row.getString("environment"),
                Optional.ofNullable(row.getObject("rollout", Long.class)),
                row.getString("event").toLowerCase(Locale.ROOT).replace('_', '-'),
                channel,
                shown(channel, row.getString("address")),
                row.getString("text"),
                row.getString("state").toLowerCase(Locale.ROOT),
                row.getInt("attempts"),
                row.getString("problem"),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("next_at")),
                instant(row.getTimestamp("ended_at")));
    }

    /** The path of a webhook's address may be all that keeps others from using it. */
    private static String shown(String channel, String address) {
        return channel.equals("webhook") ? String.valueOf(URI.create(address).getHost()) : address;
    }

    private static Optional<Instant> instant(@Nullable Timestamp moment) {
        return Optional.ofNullable(moment).map(Timestamp::toInstant);
    }
}
