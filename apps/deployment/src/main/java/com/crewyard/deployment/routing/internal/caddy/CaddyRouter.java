package com.crewyard.deployment.routing.internal.caddy;

import com.crewyard.deployment.routing.Capabilities;
import com.crewyard.deployment.routing.Counters;
import com.crewyard.deployment.routing.Drain;
import com.crewyard.deployment.routing.Router;
import com.crewyard.deployment.routing.RouterSite;
import com.crewyard.deployment.routing.RoutingException;
import com.crewyard.deployment.routing.RoutingTable;
import com.crewyard.deployment.routing.SlotRef;
import com.crewyard.deployment.routing.StaleTableException;
import com.crewyard.deployment.routing.internal.accesslog.Ledger;
import com.crewyard.deployment.routing.internal.site.Farewell;
import com.crewyard.deployment.routing.internal.site.FreshSockets;
import com.crewyard.deployment.routing.internal.site.HttpAnswer;
import com.crewyard.deployment.routing.internal.site.OpenConnections;
import com.crewyard.deployment.routing.internal.site.Patience;
import com.crewyard.deployment.routing.internal.site.Ports;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A Caddy of its own that outlives the engine. Weights and instances change in place; other ports or routes are a new configuration, which
 * Caddy takes as a whole or not at all.
 */
public final class CaddyRouter implements Router {

    private static final String CONFIGURATION = "caddy.json";
    private static final Duration UNTIL_KILLED = Duration.ofSeconds(2);

    private final RouterSite site;
    private final DrawTable draws;

    public CaddyRouter(RouterSite site) {
        this.site = site;
        this.draws = new DrawTable(site);
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(false, false, true, false, true);
    }

    @Override
    public synchronized void apply(RoutingTable table) {
        Ledger before = Ledger.of(site);
        if (table.version() < before.table().version()) {
            throw new StaleTableException(table.version(), before.table().version());
        }
        boolean running = site.running().isPresent();
        if (running && before.inForce() && table.equals(before.table())) {
            return;
        }
        if (!running) {
            site.stop(Duration.ZERO); // workers that outlived their master still have its ports
        }
        Ports.check(site, table, running ? Optional.of(before.table()) : Optional.empty());
        Ledger counted = before.counted(site, CaddyLog::read);
        if (running && text(before.table(), before.generation()).equals(text(table, before.generation()))) {
            Ledger next = counted.deciding(table).keep(site);
            draws.publish(table);
            next.told().keep(site);
            return;
        }
        Ledger next = counted.deciding(site, table).keep(site);
        String text = text(table, next.generation());
        if (running) {
            load(text, before.generation());
            draws.publish(table);
            site.write(CONFIGURATION, text);
        } else {
            draws.publish(table);
            site.write(CONFIGURATION, text);
            start();
        }
        next.told().keep(site);
    }

    /** Nothing needs to be done: who has no weight gets nothing new, and the goodbye to WebSockets is not ours to choose. */
    @Override
    public void drain(SlotRef slot, Drain drain) {}

    @Override
    public synchronized Counters counters() {
        return Ledger.of(site)
                .counted(site, CaddyLog::read)
                .keep(site)
                .counters(site.running().isPresent() ? OpenConnections.at(site) : _ -> 0);
    }

    @Override
    public synchronized void destroy() {
        site.stop(UNTIL_KILLED);
        site.remove();
    }

    private String text(RoutingTable table, long generation) {
        return new CaddyConfiguration(site, table, generation).text();
    }

    private void start() {
        site.start(
                FreshSockets.before(site, List.of(site.program("caddy"), "run", "--config", site.path(CONFIGURATION))));
        Patience.until(
                () -> site.running().isEmpty() || answers(),
                () -> "Caddy does not get ready: %s.".formatted(reason(site.said())));
        if (site.running().isEmpty()) {
            throw new RoutingException("Caddy ended at once: %s.".formatted(reason(site.said())));
        }
    }

    private void load(String text, long former) {
        Farewell.say(site, former);
        try {
            // The admin interface is begun anew by each change, and for a moment nobody answers at its socket.
            Patience.until(this::answers, () -> "Caddy's admin interface does not answer.");
            HttpAnswer answer = HttpAnswer.of(site, CaddyConfiguration.ADMIN, "POST", "/load", text);
            if (answer.refused()) {
                throw new RoutingException("Caddy refuses the configuration: %s."
                        .formatted(answer.body().strip()));
            }
        } catch (RoutingException e) {
            Farewell.takeBack(site, former);
            throw e;
        }
    }

    private boolean answers() {
        try {
            return !HttpAnswer.of(site, CaddyConfiguration.ADMIN, "GET", "/config/", "")
                    .refused();
        } catch (RoutingException _) {
            return false;
        }
    }

    private static String reason(String said) {
        return said.lines()
                .filter(line -> line.contains("rror"))
                .reduce((_, last) -> last)
                .map(String::strip)
                .orElse("it gives no reason");
    }
}
