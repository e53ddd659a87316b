package com.crewyard.deployment.routing.internal.haproxy;

import com.crewyard.deployment.routing.RouterSite;
import com.crewyard.deployment.routing.RoutingException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** HAProxy's runtime interface and that of its master process (management guide, sections 9.3 and 9.4). */
record Runtime(RouterSite site) {

    static final String MASTER = "master.sock";

    /** What it says to orders that were carried out, besides nothing. */
    private static final List<String> CONSENT =
            List.of("New server registered.", "no need to change", "nothing changed", "changed from");

    private static final String DELETED = "Server deleted.";

    /**
     * Has orders carried out in their order.
     *
     * @throws RoutingException with the proxy's own sentence for the first that was refused
     */
    void order(List<String> orders) {
        for (String order : orders) {
            Optional<String> refusal = refusal(order);
            if (refusal.isPresent()) {
                throw new RoutingException("HAProxy refused \"%s\": %s".formatted(order, refusal.get()));
            }
        }
    }

    /** Orders in one question are carried out by one thread without a pause, so hardly a request falls between them. */
    void orderAtOnce(List<String> orders) {
        if (!orders.isEmpty()) {
            order(List.of(String.join("; ", orders)));
        }
    }

    /**
     * Deletes a server and gives its last statistics, in one question, for what it counted between two would be lost; empty when it
     * still has something open.
     */
    Optional<Statistics> delete(String path) {
        String answer =
                site.ask(HaproxyConfiguration.RUNTIME, "%s; del server %s\n".formatted(Statistics.QUESTION, path));
        return answer.contains(DELETED)
                ? Statistics.read(answer).stream()
                        .filter(row -> row.path().equals(path))
                        .findFirst()
                : Optional.empty();
    }

    private Optional<String> refusal(String order) {
        return site.ask(HaproxyConfiguration.RUNTIME, order + "\n")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && CONSENT.stream().noneMatch(line::contains))
                .findFirst();
    }

    List<Statistics> statistics() {
        return Statistics.read(site.ask(HaproxyConfiguration.RUNTIME, Statistics.QUESTION + "\n"));
    }

    Look look(Collection<String> backends) {
        return Look.read(site.ask(HaproxyConfiguration.RUNTIME, Look.question("", backends) + "\n"));
    }

    /** At a worker that finishes what it began before a reload. */
    Look look(String worker, Collection<String> backends) {
        return Look.read(site.ask(MASTER, Look.question("@!%s ".formatted(worker), backends) + "\n"));
    }

    /** The process that takes new connections; empty when there is none. */
    Optional<String> worker() {
        return processes(true).stream().findFirst();
    }

    List<String> oldWorkers() {
        return processes(false);
    }

    private List<String> processes(boolean current) {
        String answer;
        try {
            answer = site.ask(MASTER, "show proc\n");
        } catch (RoutingException _) {
            return List.of();
        }
        boolean old = false;
        java.util.ArrayList<String> found = new java.util.ArrayList<>();
        for (String line : answer.lines().toList()) {
            old = line.startsWith("# old workers") || old && !line.startsWith("#");
            List<String> cells = Arrays.asList(line.split("\\s+", -1));
            if (cells.size() > 1 && cells.get(1).equals("worker") && old != current) {
                found.add(cells.getFirst());
            }
        }
        return found;
    }
}
