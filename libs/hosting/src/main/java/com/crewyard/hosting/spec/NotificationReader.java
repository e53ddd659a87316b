package com.crewyard.hosting.spec;

import com.crewyard.hosting.spec.AppSpec.Notification;
import com.crewyard.hosting.yaml.Fields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads who hears of what happens in an environment. */
final class NotificationReader {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s,;<>\"]{1,64}@[A-Za-z0-9.-]{1,253}");
    private static final Pattern WEBHOOK = Pattern.compile("https?://[^\\s/@]{1,253}(?:/\\S{0,1500})?");

    private NotificationReader() {}

    static Notification notification(Fields fields) {
        Notification notification = new Notification(
                variable(fields, "slack"),
                email(fields),
                fields.parsed(
                        "webhook",
                        text -> AppSpecReader.matching(
                                text, WEBHOOK, "an address such as https://hooks.example.com/deploy")),
                variable(fields, "secret"),
                events(fields));
        if (Stream.of("slack", "email", "webhook").filter(fields::has).count() != 1) {
            fields.refuse("", "it needs one of slack, email and webhook");
        }
        if (fields.has("secret") && !fields.has("webhook")) {
            fields.refuse("secret", "only a webhook is signed");
        }
        fields.finish();
        return notification;
    }

    private static Optional<String> variable(Fields fields, String key) {
        return fields.parsed(
                key,
                text -> AppSpecReader.matching(
                        text, AppSpecReader.VARIABLE, "a name for a variable of the engine; values never belong here"));
    }

    private static List<String> email(Fields fields) {
        List<String> addresses = fields.texts("email");
        addresses.stream()
                .filter(address -> !EMAIL.matcher(address).matches())
                .forEach(address ->
                        fields.refuse("email", "\"%s\" is not an address such as ops@example.com".formatted(address)));
        return List.copyOf(addresses);
    }

    private static List<Notification.Event> events(Fields fields) {
        List<Notification.Event> events = new ArrayList<>();
        for (String text : fields.texts("events")) {
            Arrays.stream(Notification.Event.values())
                    .filter(event -> event.code().equals(text))
                    .findFirst()
                    .ifPresentOrElse(
                            events::add,
                            () -> fields.refuse("events", "\"%s\" is not one of %s".formatted(text, codes())));
        }
        return List.copyOf(events);
    }

    private static String codes() {
        return Arrays.stream(Notification.Event.values())
                .map(Notification.Event::code)
                .collect(Collectors.joining(", "));
    }
}
