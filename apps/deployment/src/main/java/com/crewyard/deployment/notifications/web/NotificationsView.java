package com.crewyard.deployment.notifications.web;

import com.crewyard.deployment.notifications.NotificationLine;
import java.util.List;

/** What was told, the latest first. */
public record NotificationsView(List<NotificationLine> lines) {

    /** How a badge looks that says how far it is. */
    public static String tone(NotificationLine line) {
        return switch (line.state()) {
            case "sent" -> "good";
            case "failed" -> "bad";
            default -> line.attempts() == 0 ? "neutral" : "warn";
        };
    }
}
