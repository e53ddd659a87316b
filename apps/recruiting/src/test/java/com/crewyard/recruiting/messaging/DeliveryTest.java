package com.crewyard.recruiting.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.crewyard.kernel.CandidateId;
import com.crewyard.recruiting.ApplicationFixture;
import com.crewyard.recruiting.activity.Activity;
import com.crewyard.recruiting.activity.Actor;
import com.crewyard.recruiting.activity.Journal;
import com.crewyard.testing.FreePort;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class DeliveryTest extends ApplicationFixture {

    private static final int PORT = FreePort.next();
    private static final CandidateId CANDIDATE = new CandidateId(5);
    private static final Draft DRAFT = new Draft(
            "Your application: {{job_title}}", "Dear {{candidate_name}},\n{{status_link}}\n{{organization_name}}");

    @Autowired
    private Messages messages;

    @Autowired
    private Journal journal;

    private final GreenMail server = new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", () -> PORT);
        properties.add("crewyard.mail.from", () -> "jobs@crewyard.example");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void sendsAMessageOfTheOrganizationWithItsPrivateLink() throws Exception {
        server.start();
        MessageId id = queue("ana@example.com");
        await().until(() -> state(id) == Message.State.SENT);
        MimeMessage[] received = server.getReceivedMessages();
        assertThat(received).hasSize(1);
        assertThat(received[0].getSubject()).isEqualTo("Your application: Baker für Brot");
        assertThat(received[0].getFrom()[0].toString()).startsWith("Fixture").contains("<jobs@crewyard.example>");
        assertThat(received[0].getReplyTo()[0]).hasToString("recruiter@example.com");
        assertThat(received[0].getContent().toString())
                .contains("Dear Ana", "https://careers.example/status/sesame", "Fixture");
        assertThat(happenings()).contains("message.queued", "message.sent");
    }

    @Test
    void keepsThePrivateLinkOutOfTheDatabaseAndTheHistory() {
        server.start();
        MessageId id = queue("ana@example.com");
        assertThat(in(() -> messages.of(CANDIDATE)))
                .singleElement()
                .extracting(Message::body)
                .asString()
                .contains("[the candidate's private link]")
                .doesNotContain("sesame");
        String row = jdbc.sql("select message::text from messaging.message where id = ?")
                .param(id.value())
                .query(String.class)
                .single();
        assertThat(row).doesNotContain("sesame");
        await().until(() -> state(id) == Message.State.SENT);
        assertThat(jdbc.sql("select count(sealed_values) from messaging.message where id = ?")
                        .param(id.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void losesNothingAndDoublesNothingWhenTheMailServerIsDownForAWhile() {
        List<MessageId> ids = java.util.stream.IntStream.range(0, 5)
                .mapToObj(number -> queue("ana%d@example.com".formatted(number)))
                .toList();
        await().until(() -> ids.stream().allMatch(id -> find(id).failure().isPresent()));
        assertThat(find(ids.getFirst()).standing())
                .isEqualTo("not sent yet, will be tried again: the mail server cannot be reached or is not ready");
        server.start();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> ids.stream().allMatch(id -> state(id) == Message.State.SENT));
        assertThat(server.getReceivedMessages()).hasSize(5);
    }

    @Test
    void givesUpAtOnceOnAnAddressThatCannotBe() {
        server.start();
        MessageId id = queue("nobody at all");
        await().until(() -> state(id) == Message.State.FAILED);
        assertThat(find(id).standing()).startsWith("not sent: ");
    }

    @Test
    void refusesAMessageWithAFieldThatHasNoValue() {
        NewMessage unfilled = new NewMessage(
                Optional.of(CANDIDATE), Optional.empty(), "ana@example.com", Optional.empty(), DRAFT, Map.of());
        Messages.Queueing queueing = in(() -> transactions.execute(_ -> messages.queue(Actor.SYSTEM, unfilled)));
        assertThat(queueing).isInstanceOf(Messages.Queueing.Refused.class);
        assertThat(in(() -> messages.of(CANDIDATE))).isEmpty();
        MessageId held = in(() -> transactions.execute(_ -> messages.queueUnattended(Actor.SYSTEM, unfilled)));
        assertThat(find(held).standing())
                .isEqualTo("not sent: {{candidate_name}} has no value in this message; "
                        + "{{job_title}} has no value in this message; {{status_link}} has no value in this message");
    }

    private MessageId queue(String recipient) {
        return in(() -> transactions.execute(_ -> {
            Messages.Queueing queueing = messages.queue(
                    Actor.SYSTEM,
                    new NewMessage(
                            Optional.of(CANDIDATE),
                            Optional.empty(),
                            recipient,
                            Optional.of("recruiter@example.com"),
                            DRAFT,
                            Map.of(
                                    MergeField.CANDIDATE_NAME,
                                    "Ana",
                                    MergeField.JOB_TITLE,
                                    "Baker für Brot",
                                    MergeField.STATUS_LINK,
                                    "https://careers.example/status/sesame")));
            return ((Messages.Queueing.Queued) queueing).id();
        }));
    }

    private Message find(MessageId id) {
        return in(() -> messages.find(id).orElseThrow());
    }

    private Message.State state(MessageId id) {
        return find(id).state();
    }

    private List<String> happenings() {
        return in(() -> journal.after(0, 100)).stream().map(Activity::type).toList();
    }
}
