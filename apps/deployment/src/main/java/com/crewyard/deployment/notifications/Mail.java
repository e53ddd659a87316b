package com.crewyard.deployment.notifications;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Sends e-mail by the server that the engine's variables name. */
public final class Mail {

    /** {@code smtp://user:password@host:587}, or {@code smtps://}, with user and password encoded as in any URL. */
    static final String SERVER = "CREWYARD_SMTP_URL";

    static final String FROM = "CREWYARD_MAIL_FROM";

    private static final int USUAL_PORT = 587;
    private static final int USUAL_SECURE_PORT = 465;
    private static final String TIMEOUT_MILLIS = "10000";

    private final Function<String, Optional<String>> variables;

    public Mail(Function<String, Optional<String>> variables) {
        this.variables = variables;
    }

    /** @throws UndeliveredException when no server is named, or it does not take the message */
    public void send(String to, String subject, String text) throws UndeliveredException {
        JavaMailSenderImpl server = server(required(SERVER));
        try {
            MimeMessage message = server.createMimeMessage();
            MimeMessageHelper helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
            helper.setFrom(required(FROM));
            helper.setTo(to);
            helper.setSubject(subject);
            helper.setText(text);
            message.setHeader("Auto-Submitted", "auto-generated");
            server.send(message);
        } catch (MessagingException | MailParseException e) {
            throw UndeliveredException.forGood(
                    "The message to %s cannot be written (%s).".formatted(to, e.getMessage()));
        } catch (MailException e) {
            throw UndeliveredException.forNow("%s does not take the message (%s)."
                    .formatted(
                            server.getHost(),
                            String.valueOf(e.getMostSpecificCause().getMessage())
                                    .strip()));
        }
    }

    private String required(String variable) throws UndeliveredException {
        return variables
                .apply(variable)
                .filter(value -> !value.isBlank())
                .orElseThrow(
                        () -> UndeliveredException.forNow("%s is not set where the engine runs.".formatted(variable)));
    }

    private static JavaMailSenderImpl server(String url) throws UndeliveredException {
        URI address = URI.create(url.strip());
        boolean secure = "smtps".equals(address.getScheme());
        if (address.getHost() == null || !secure && !"smtp".equals(address.getScheme())) {
            throw UndeliveredException.forNow(
                    "%s is no address such as smtp://user:password@mail.example.com:587.".formatted(SERVER));
        }
        JavaMailSenderImpl server = new JavaMailSenderImpl();
        String protocol = secure ? "smtps" : "smtp";
        server.setProtocol(protocol);
        server.setHost(address.getHost());
        server.setPort(address.getPort() > 0 ? address.getPort() : secure ? USUAL_SECURE_PORT : USUAL_PORT);
        Properties properties = server.getJavaMailProperties();
        for (String limit : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.setProperty("mail.%s.%s".formatted(protocol, limit), TIMEOUT_MILLIS);
        }
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty("mail.%s.ssl.checkserveridentity".formatted(protocol), "true");
        if (address.getUserInfo() != null) {
            String[] account = address.getUserInfo().split(":", 2);
            server.setUsername(account[0]);
            server.setPassword(account.length > 1 ? account[1] : "");
            properties.setProperty("mail.%s.auth".formatted(protocol), "true");
            // A password goes over a secured connection or not at all.
            properties.setProperty("mail.smtp.starttls.required", "true");
        }
        return server;
    }
}
