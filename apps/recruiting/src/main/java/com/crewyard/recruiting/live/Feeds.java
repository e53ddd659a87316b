package com.crewyard.recruiting.live;

import com.crewyard.kernel.OrganizationId;
import com.crewyard.recruiting.activity.Journal;
import com.crewyard.recruiting.platform.ProcessRole;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The feeds that somebody in this process follows, or has followed: an idle one is small and costs nothing. */
@Component
@ProcessRole.Only(ProcessRole.WEB)
class Feeds {

    private final Journal journal;
    private final ConcurrentMap<OrganizationId, OrganizationFeed> feeds = new ConcurrentHashMap<>();

    Feeds(Journal journal, MeterRegistry metrics) {
        this.journal = journal;
        Gauge.builder("crewyard.live.connections", this, Feeds::connections)
                .description("Pages that follow the journal over WebSocket")
                .register(metrics);
    }

    OrganizationFeed of(OrganizationId organization) {
        return feeds.computeIfAbsent(organization, id -> new OrganizationFeed(id, journal));
    }

    @EventListener
    void on(Journal.Advanced advanced) {
        wake(advanced.organization());
    }

    @EventListener
    void on(Journal.Heard heard) {
        wake(heard.organization());
    }

    @EventListener
    void on(Journal.Unheard unheard) {
        feeds.keySet().forEach(this::wake);
    }

    private void wake(OrganizationId organization) {
        OrganizationFeed feed = feeds.get(organization);
        if (feed != null && !feed.isIdle()) {
            Thread.startVirtualThread(feed::advance);
        }
    }

    private double connections() {
        return feeds.values().stream().mapToInt(OrganizationFeed::size).sum();
    }
}
