package com.crewyard.recruiting.messaging;

import com.crewyard.kernel.ApplicationId;
import com.crewyard.kernel.CandidateId;
import com.crewyard.recruiting.platform.DeploymentSecret;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class Outbox {

    private static final String PURPOSE = "messaging.private_values";
    private static final TypeReference<EnumMap<MergeField, String>> VALUES = new TypeReference<>() {};
    private static final String SELECT = """
            select id, candidate_id, application_id, recipient, subject, body, state, failure, created_at, sent_at,
                   sender_name, reply_to, sealed_values
            from messaging.message
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final DeploymentSecret secret;

    Outbox(JdbcClient jdbc, JsonMapper json, DeploymentSecret secret) {
        this.jdbc = jdbc;
        this.json = json;
        this.secret = secret;
    }

    /** A message as it is sent. */
    record Outgoing(
            Message message,
            String senderName,
            Optional<String> replyTo,
            Draft draft,
            Map<MergeField, String> values) {}

    MessageId insert(
            NewMessage message,
            String senderName,
            Draft text,
            Map<MergeField, String> privateValues,
            Message.State state) {
        return new MessageId(jdbc.sql("""
                        insert into messaging.message
                          (candidate_id, application_id, recipient, reply_to, sender_name, subject, body, state,
                           sealed_values)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        returning id""")
                .param(message.candidate().map(CandidateId::value).orElse(null))
                .param(message.application().map(ApplicationId::value).orElse(null))
                .param(message.recipient())
                .param(message.replyTo().orElse(null))
                .params(senderName, text.subject(), text.body(), state.code())
                .param(seal(privateValues))
                .query(Long.class)
                .single());
    }

    List<Message> of(CandidateId candidate) {
        return jdbc.sql(SELECT + "where candidate_id = ? order by id desc")
                .param(candidate.value())
                .query(Outbox::read)
                .list();
    }

    Optional<Message> find(MessageId id) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(id.value())
                .query(Outbox::read)
                .optional();
    }

    /** A queued message, kept from every other sender until the transaction ends; empty when another has it. */
    Optional<Outgoing> lockQueued(MessageId id) {
        return jdbc.sql(SELECT + "where id = ? and state = 'queued' for update skip locked")
                .param(id.value())
                .query((row, number) -> new Outgoing(
                        read(row, number),
                        row.getString("sender_name"),
                        Optional.ofNullable(row.getString("reply_to")),
                        new Draft(row.getString("subject"), row.getString("body")),
                        open(row.getBytes("sealed_values"))))
                .optional();
    }

    void recordSent(MessageId id, Instant at) {
        jdbc.sql("""
                        update messaging.message
                        set state = 'sent', sent_at = ?, failure = null, sealed_values = null, attempts = attempts + 1
                        where id = ?""").params(Timestamp.from(at), id.value()).update();
    }

    void recordFailure(MessageId id, Message.State state, String failure) {
        jdbc.sql("update messaging.message set state = ?, failure = ?, attempts = attempts + 1 where id = ?")
                .params(state.code(), failure, id.value())
                .update();
    }

    boolean queueAgain(MessageId id) {
        return jdbc.sql("""
                                update messaging.message set state = 'queued', failure = null
                                where id = ? and state in ('held', 'failed')""").param(id.value()).update() == 1;
    }

    private byte @Nullable [] seal(Map<MergeField, String> values) {
        return values.isEmpty()
                ? null
                : secret.seal(PURPOSE, json.writeValueAsString(values).getBytes(StandardCharsets.UTF_8));
    }

    private Map<MergeField, String> open(byte @Nullable [] sealed) {
        return sealed == null ? Map.of() : json.readValue(secret.open(PURPOSE, sealed), VALUES);
    }

    private static Message read(ResultSet row, int number) throws SQLException {
        return new Message(
                new MessageId(row.getLong("id")),
                id(row, "candidate_id").map(CandidateId::new),
                id(row, "application_id").map(ApplicationId::new),
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("body").replace(MergeField.STATUS_LINK.placeholder(), "[the candidate's private link]"),
                Message.State.ofCode(row.getString("state")),
                Optional.ofNullable(row.getString("failure")),
                row.getTimestamp("created_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("sent_at")).map(Timestamp::toInstant));
    }

    private static Optional<Long> id(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }
}
