package com.crewyard.recruiting.activity;

import com.crewyard.kernel.OrganizationId;
import com.crewyard.recruiting.platform.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Hears what any process appends, by PostgreSQL's LISTEN. Through a pooler in transaction mode, where LISTEN does not
 * work, and while the connection is down, the clock stands in: whoever follows a journal is told to look.
 */
@Component
class JournalListener implements SmartLifecycle {

    private static final Duration POLL_INTERVAL = Duration.ofMillis(400);
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final Logger log = LoggerFactory.getLogger(JournalListener.class);

    private final Database database;
    private final ApplicationEventPublisher events;
    private volatile @Nullable Thread thread;

    JournalListener(Database database, ApplicationEventPublisher events) {
        this.database = database;
        this.events = events;
    }

    @Override
    public void start() {
        thread = Thread.ofPlatform().daemon().name("journal-listener").start(this::run);
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        boolean listens = !database.access().url().throughTransactionPooler();
        while (isRunning()) {
            if (listens) {
                listen();
            }
            events.publishEvent(new Journal.Unheard());
            pause();
        }
    }

    private void listen() {
        try (Connection connection = database.access().dedicatedConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("listen " + Journal.CHANNEL);
            events.publishEvent(new Journal.Unheard());
            events.publishEvent(new Journal.Listening());
            PGConnection postgres = connection.unwrap(PGConnection.class);
            while (isRunning()) {
                PGNotification[] notifications = postgres.getNotifications((int) HEARTBEAT.toMillis());
                if (notifications == null || notifications.length == 0) {
                    statement.execute("select 1");
                    continue;
                }
                for (PGNotification notification : notifications) {
                    events.publishEvent(new Journal.Heard(organization(notification.getParameter())));
                }
            }
        } catch (SQLException e) {
            if (isRunning()) {
                log.debug("listening was interrupted; polling until it works again", e);
            }
        }
    }

    private static OrganizationId organization(String payload) {
        return new OrganizationId(Long.parseLong(payload.substring(0, payload.indexOf(':'))));
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_INTERVAL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
