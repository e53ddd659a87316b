package com.crewyard.recruiting.messaging;

import com.crewyard.postgres.Tenancy;
import com.crewyard.recruiting.activity.Actor;
import com.crewyard.recruiting.activity.Happening;
import com.crewyard.recruiting.activity.Journal;
import com.crewyard.recruiting.platform.work.NotYetException;
import com.crewyard.recruiting.platform.work.WorkHandler;
import com.crewyard.recruiting.platform.work.WorkType;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Sends what stands in the outbox. The message stays locked while the mail server has it, so no two workers send it; only
 * a crash between the server's answer and the commit sends it again, under the same Message-ID.
 */
@Component
class Delivery implements WorkHandler<Delivery.Send> {

    static final WorkType<Send> SEND = new WorkType<>("messaging.send", Send.class);

    /** After which a mail server that cannot be reached is not waited for any longer. */
    private static final Duration GIVEN_UP_AFTER = Duration.ofDays(3);

    private final Outbox outbox;
    private final Postman postman;
    private final Journal journal;
    private final TransactionOperations transactions;
    private final Clock clock;

    Delivery(Outbox outbox, Postman postman, Journal journal, TransactionOperations transactions, Clock clock) {
        this.outbox = outbox;
        this.postman = postman;
        this.journal = journal;
        this.transactions = transactions;
        this.clock = clock;
    }

    record Send(MessageId message) {}

    @Override
    public WorkType<Send> type() {
        return SEND;
    }

    @Override
    public void handle(Send send) {
        Optional<String> inTheWay = transactions.execute(_ -> attempt(send.message()));
        if (inTheWay.isPresent()) {
            throw new NotYetException(inTheWay.get());
        }
    }

    /** Says why it has to be tried again; empty when there is nothing left to do. */
    private Optional<String> attempt(MessageId id) {
        Optional<Outbox.Outgoing> outgoing = outbox.lockQueued(id);
        if (outgoing.isEmpty()) {
            boolean held = outbox.find(id)
                    .filter(message -> message.state() == Message.State.QUEUED)
                    .isPresent();
            return held ? Optional.of("another worker is sending it") : Optional.empty();
        }
        return switch (outgoing.get().draft().fill(outgoing.get().values())) {
            case Draft.Filled.Incomplete(var problems) ->
                settle(outgoing.get().message(), Message.State.HELD, String.join("; ", problems));
            case Draft.Filled.Complete(Draft text) -> handOver(outgoing.get(), text);
        };
    }

    private Optional<String> handOver(Outbox.Outgoing outgoing, Draft text) {
        Message message = outgoing.message();
        return switch (postman.handOver(Tenancy.required(), outgoing, text)) {
            case Postman.Handover.Taken() -> {
                outbox.recordSent(message.id(), clock.instant());
                append("message.sent", message);
                yield Optional.empty();
            }
            case Postman.Handover.Refused(String reason) -> settle(message, Message.State.FAILED, reason);
            case Postman.Handover.Unconfigured(String reason) -> settle(message, Message.State.HELD, reason);
            case Postman.Handover.Unreachable(String reason) -> {
                if (clock.instant().isAfter(message.createdAt().plus(GIVEN_UP_AFTER))) {
                    yield settle(message, Message.State.FAILED, reason);
                }
                outbox.recordFailure(message.id(), Message.State.QUEUED, reason);
                yield Optional.of(reason);
            }
        };
    }

    private Optional<String> settle(Message message, Message.State state, String reason) {
        outbox.recordFailure(message.id(), state, reason);
        append("message." + state.code(), message);
        return Optional.empty();
    }

    private void append(String type, Message message) {
        Happening happening = Happening.of(type).with("message", message.id().value());
        Happening onCandidate = message.candidate().map(happening::on).orElse(happening);
        journal.append(Actor.SYSTEM, message.application().map(onCandidate::on).orElse(onCandidate));
    }
}
