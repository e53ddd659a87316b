package com.crewyard.deployment.routing.internal.nginx;

import com.crewyard.deployment.routing.Capabilities;
import com.crewyard.deployment.routing.Counters;
import com.crewyard.deployment.routing.Drain;
import com.crewyard.deployment.routing.Router;
import com.crewyard.deployment.routing.RouterSite;
import com.crewyard.deployment.routing.RouterSite.Ran;
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
 * An nginx of its own that outlives the engine. Every change is a reload: new workers take over the open ports, the old ones finish what
 * they began, WebSockets included.
 */
public final class NginxRouter implements Router {

    private static final String CONFIGURATION = "nginx.conf";
    private static final String CANDIDATE = "candidate.conf";
    private static final Duration UNTIL_KILLED = Duration.ofSeconds(2);
    /** A second name of the former workers' socket, because nginx removes the first when it reloads. */
    private static final String FORMER = "former.sock";

    private final RouterSite site;

    public NginxRouter(RouterSite site) {
        this.site = site;
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(false, false, true, true, true);
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
        Ledger next = before.counted(site, NginxLog::read).deciding(site, table);
        check(new NginxConfiguration(site, table, next.generation(), user()).text());
        next.keep(site);
        if (running) {
            reload(before.generation(), next.generation());
        } else {
            start(next.generation());
        }
        next.told().keep(site);
    }

    /** Nothing needs to be done: old workers finish what they began, and the goodbye to WebSockets is the instance's. */
    @Override
    public void drain(SlotRef slot, Drain drain) {}

    @Override
    public synchronized Counters counters() {
        return Ledger.of(site)
                .counted(site, NginxLog::read)
                .keep(site)
                .counters(site.running().isPresent() ? OpenConnections.at(site) : _ -> 0);
    }

    @Override
    public synchronized void destroy() {
        site.stop(UNTIL_KILLED);
        site.remove();
    }

    private void check(String text) {
        site.write(CANDIDATE, text);
        Ran ran = site.run(command("-t", "-q", "-c", site.path(CANDIDATE)));
        if (ran.exitCode() != 0) {
            throw new RoutingException("nginx refuses the configuration: %s.".formatted(reason(ran.said())));
        }
    }

    private void start(long generation) {
        site.rename(CANDIDATE, CONFIGURATION);
        site.start(FreshSockets.before(site, command("-c", site.path(CONFIGURATION))));
        Patience.until(
                () -> site.running().isEmpty() || answers(generation),
                () -> "nginx does not get ready: %s.".formatted(reason(site.said())));
        if (site.running().isEmpty()) {
            throw new RoutingException("nginx ended at once: %s.".formatted(reason(site.said())));
        }
    }

    private void reload(long former, long next) {
        Farewell.say(site, former);
        Optional<String> working = site.read(CONFIGURATION);
        try {
            site.run(List.of("ln", "-f", site.path(NginxConfiguration.socket(former)), site.path(FORMER)));
            site.rename(CANDIDATE, CONFIGURATION);
            site.signal("HUP");
            Patience.until(
                    () -> answers(next),
                    () -> "nginx did not reload, and what it served before goes on: %s."
                            .formatted(reason(site.said())));
        } catch (RoutingException e) {
            working.ifPresent(text -> site.write(CONFIGURATION, text));
            Farewell.takeBack(site, former);
            throw e;
        }
        // Old workers hear of their end one after the other, some time after the new ones began.
        Patience.until(() -> !listens(FORMER), () -> "nginx has reloaded, but former workers still take connections.");
    }

    /** Whether workers with this configuration take connections. */
    private boolean answers(long generation) {
        return listens(NginxConfiguration.socket(generation));
    }

    private boolean listens(String socket) {
        try {
            return !HttpAnswer.of(site, socket, "GET", "/", "").refused();
        } catch (RoutingException _) {
            return false;
        }
    }

    private List<String> command(String... arguments) {
        List<String> command =
                new java.util.ArrayList<>(List.of(site.program("nginx"), "-p", site.path("") + "/", "-e", "stderr"));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Only root may become somebody else, and then its workers would not see the folder. */
    private String user() {
        String user = site.run(List.of("id", "-un")).said().strip();
        return user.equals("root") ? "root root" : "";
    }

    private static String reason(String said) {
        return said.lines()
                .filter(line -> line.contains("[emerg]") || line.contains("[alert]"))
                .map(line -> line.replaceFirst("^.*\\[(?:emerg|alert)\\] (?:\\d+#\\d+: )?", ""))
                .reduce((_, last) -> last)
                .orElse("it gives no reason");
    }
}
