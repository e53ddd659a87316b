package com.crewyard.deployment.notifications;

import com.crewyard.deployment.work.DurableTask;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sends what is in the {@link Outbox}, as work of the engine's scheduler. */
public final class Delivery {

    private Delivery() {}

    /** @param variables of the engine's: addresses, keys, and the mail server */
    public static DurableTask task(JdbcClient jdbc, Function<String, Optional<String>> variables, Clock clock) {
        return new NotificationTask(jdbc, new Post(variables), new Mail(variables), variables, clock);
    }
}
