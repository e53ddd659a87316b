package com.crewyard.recruiting.messaging;

import com.crewyard.kernel.OrganizationId;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.env.Environment;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Hands messages to the mail server (RFC 5321). */
@Component
@EnableConfigurationProperties(MailSettings.class)
class Postman {

    private static final int FIRST_PERMANENT_CODE = 500;
    private static final int LAST_PERMANENT_CODE = 599;

    private final ObjectProvider<JavaMailSender> server;
    private final Optional<String> from;

    Postman(ObjectProvider<JavaMailSender> server, MailSettings settings, Environment environment) {
        this.server = server;
        this.from = Stream.of(settings.from(), environment.getProperty("spring.mail.username", ""))
                .filter(address -> address.contains("@"))
                .findFirst();
    }

    /** What the mail server made of a message. */
    sealed interface Handover {
        record Taken() implements Handover {}

        record Refused(String reason) implements Handover {}

        record Unreachable(String reason) implements Handover {}

        /** Nothing to hand it to. */
        record Unconfigured(String reason) implements Handover {}
    }

    Handover handOver(OrganizationId organization, Outbox.Outgoing outgoing, Draft text) {
        JavaMailSender mailer = server.getIfAvailable();
        if (mailer == null) {
            return new Handover.Unconfigured("no mail server is configured");
        }
        if (from.isEmpty()) {
            return new Handover.Unconfigured("no sender address is configured; set CREWYARD_MAIL_FROM");
        }
        try {
            mailer.send(compose(mailer.createMimeMessage(), from.get(), organization, outgoing, text));
            return new Handover.Taken();
        } catch (MessagingException | UnsupportedEncodingException | MailParseException e) {
            return new Handover.Refused("the address or the text cannot be put into a message: " + e.getMessage());
        } catch (MailException e) {
            return causes(e)
                    .flatMap(cause -> refusal(cause).stream())
                    .findFirst()
                    .<Handover>map(Handover.Refused::new)
                    .orElseGet(() -> new Handover.Unreachable("the mail server cannot be reached or is not ready"));
        }
    }

    private static MimeMessage compose(
            MimeMessage mime, String from, OrganizationId organization, Outbox.Outgoing outgoing, Draft text)
            throws MessagingException, UnsupportedEncodingException {
        MimeMessageHelper helper = new MimeMessageHelper(mime, StandardCharsets.UTF_8.name());
        helper.setFrom(from, outgoing.senderName());
        helper.setTo(outgoing.message().recipient());
        if (outgoing.replyTo().isPresent()) {
            helper.setReplyTo(outgoing.replyTo().get());
        }
        helper.setSubject(text.subject());
        helper.setText(text.body());
        // The same for each attempt: a receiver that gets a message twice can tell.
        mime.setHeader(
                "Message-ID",
                "<message-%s-%s@%s>"
                        .formatted(organization, outgoing.message().id(), from.substring(from.indexOf('@') + 1)));
        return mime;
    }

    /** Why the message will never be taken; empty when it is worth another attempt. */
    private static Optional<String> refusal(Throwable cause) {
        int code = switch (cause) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSenderFailedException sender -> sender.getReturnCode();
            case SMTPSendFailedException send -> send.getReturnCode();
            case AddressException _ -> FIRST_PERMANENT_CODE;
            default -> 0;
        };
        return code >= FIRST_PERMANENT_CODE && code <= LAST_PERMANENT_CODE
                ? Optional.of("the mail server refused it: "
                        + String.valueOf(cause.getMessage()).strip())
                : Optional.empty();
    }

    /** The failure, what caused it, and what it failed with for each recipient. */
    private static Stream<Throwable> causes(Throwable failure) {
        Stream<Throwable> nested = failure instanceof MailSendException send
                ? Stream.of(send.getMessageExceptions())
                : failure instanceof MessagingException messaging
                        ? Stream.ofNullable(messaging.getNextException())
                        : Stream.empty();
        return Stream.concat(Stream.of(failure), nested.flatMap(Postman::causes));
    }
}
