package com.crewyard.recruiting.messaging;

import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.CrewyardException;
import com.crewyard.kernel.Problem;
import com.crewyard.recruiting.activity.Actor;
import com.crewyard.recruiting.activity.Happening;
import com.crewyard.recruiting.activity.Journal;
import com.crewyard.recruiting.identity.Organizations;
import com.crewyard.recruiting.platform.work.Work;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The outbox of the organization in scope. */
@Service("messageOutbox") // the texts of pages are a bean named messages
public class Messages {

    private final Outbox outbox;
    private final Organizations organizations;
    private final Work work;
    private final Journal journal;

    Messages(Outbox outbox, Organizations organizations, Work work, Journal journal) {
        this.outbox = outbox;
        this.organizations = organizations;
        this.work = work;
        this.journal = journal;
    }

    /** What came of queueing a message. */
    public sealed interface Queueing {
        /** It goes out once the present transaction commits. */
        record Queued(MessageId id) implements Queueing {}

        /** @param problems sentences that name the fields without a value */
        record Refused(List<String> problems) implements Queueing {}
    }

    /** Queues a message in the transaction of the decision that causes it; refuses one with anything left to fill in. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Queueing queue(Actor by, NewMessage message) {
        String sender = organizations.current().name();
        Map<MergeField, String> values = new EnumMap<>(MergeField.class);
        values.put(MergeField.ORGANIZATION_NAME, sender);
        values.putAll(message.values());
        return switch (message.draft().fillExceptPrivate(values)) {
            case Draft.Filled.Incomplete(List<String> problems) -> new Queueing.Refused(problems);
            case Draft.Filled.Complete(Draft text) -> {
                MessageId id = outbox.insert(message, sender, text, privateValues(message), Message.State.QUEUED);
                work.enqueue(Delivery.SEND, id.toString(), new Delivery.Send(id));
                append(by, "message.queued", message, id);
                yield new Queueing.Queued(id);
            }
        };
    }

    /** Like {@link #queue} where nobody is there to be told: what cannot be filled in is kept, held, with the reason. */
    @Transactional(propagation = Propagation.MANDATORY)
    public MessageId queueUnattended(Actor by, NewMessage message) {
        return switch (queue(by, message)) {
            case Queueing.Queued(MessageId id) -> id;
            case Queueing.Refused(List<String> problems) -> {
                MessageId id = outbox.insert(
                        message,
                        organizations.current().name(),
                        message.draft(),
                        privateValues(message),
                        Message.State.HELD);
                outbox.recordFailure(id, Message.State.HELD, String.join("; ", problems));
                append(by, "message.held", message, id);
                yield id;
            }
        };
    }

    /** A candidate's messages, newest first. */
    @Transactional(readOnly = true)
    public List<Message> of(CandidateId candidate) {
        return outbox.of(candidate);
    }

    @Transactional(readOnly = true)
    public Optional<Message> find(MessageId id) {
        return outbox.find(id);
    }

    /** Sends what was held or has failed, after somebody has seen to the reason. */
    @Transactional
    public void sendAgain(Actor by, MessageId id) {
        Message message = outbox.find(id).orElseThrow(() -> CrewyardException.notFound("Message", id));
        if (!outbox.queueAgain(id)) {
            throw CrewyardException.of(
                    Problem.INCONSISTENT,
                    "This message is %s; there is nothing to send again.".formatted(message.standing()));
        }
        work.enqueue(Delivery.SEND, id.toString(), new Delivery.Send(id));
        journal.append(by, happening("message.queued", message.candidate(), id));
    }

    private void append(Actor by, String type, NewMessage message, MessageId id) {
        Happening happening = happening(type, message.candidate(), id);
        journal.append(by, message.application().map(happening::on).orElse(happening));
    }

    private static Happening happening(String type, Optional<CandidateId> candidate, MessageId id) {
        Happening happening = Happening.of(type).with("message", id.value());
        return candidate.map(happening::on).orElse(happening);
    }

    private static Map<MergeField, String> privateValues(NewMessage message) {
        Map<MergeField, String> values = new EnumMap<>(MergeField.class);
        message.values().forEach((field, value) -> {
            if (field.isPrivate() && message.draft().uses(field)) {
                values.put(field, value);
            }
        });
        return values;
    }
}
