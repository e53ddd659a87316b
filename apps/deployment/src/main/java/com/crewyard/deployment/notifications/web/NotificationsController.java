package com.crewyard.deployment.notifications.web;

import com.crewyard.deployment.access.Guard;
import com.crewyard.deployment.access.Permission;
import com.crewyard.deployment.access.Requires;
import com.crewyard.deployment.notifications.Outbox;
import com.crewyard.web.Reply;
import com.crewyard.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Messages and how far they are, of the environments that the caller may see. */
@Controller
class NotificationsController {

    private static final int LATEST = 200;

    private final Outbox outbox;
    private final Guard guard;

    NotificationsController(Outbox outbox, Guard guard) {
        this.outbox = outbox;
        this.guard = guard;
    }

    @Requires(Permission.VIEW)
    @GetMapping("/notifications")
    Reply notifications() {
        return View.of("console/notifications", new NotificationsView(outbox.latest(guard.sight(), LATEST)));
    }
}
