package com.crewyard.hosting.artifacts;

import com.crewyard.hosting.spec.AppSpec;
import com.crewyard.hosting.spec.AppSpec.Route;
import com.crewyard.hosting.spec.AppSpec.Service;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which rules of a load balancer lead to which target groups. A rule takes five values at most, so hosts are split. */
final class EcsRoutes {

    private static final int HOSTS_OF_A_RULE = 3;
    private static final int BETWEEN = 10;

    private EcsRoutes() {}

    /**
     * A listener rule with a target group of its own.
     *
     * @param label of the rule's and the group's blocks
     * @param priority lower ones are tried first
     */
    record Rule(String label, Service service, String path, List<String> hosts, int priority) {

        /** {@code null} is no path at all, for the root needs none. */
        List<String> paths() {
            return path.equals("/") ? List.of() : List.of(path.replaceFirst("/$", ""), path.replaceFirst("/?$", "/*"));
        }
    }

    static List<Rule> of(AppSpec app) {
        List<Rule> unordered = new ArrayList<>();
        for (Service service : Texts.routed(app)) {
            Map<String, List<String>> hosts = new LinkedHashMap<>();
            for (Route route : service.routes()) {
                hosts.computeIfAbsent(route.path(), _ -> new ArrayList<>()).add(route.host());
            }
            int number = 0;
            for (Map.Entry<String, List<String>> entry : hosts.entrySet()) {
                List<String> distinct = entry.getValue().stream().distinct().toList();
                for (int from = 0; from < distinct.size(); from += HOSTS_OF_A_RULE) {
                    number++;
                    String label = HclText.label(service.name()) + (number == 1 ? "" : "_" + number);
                    unordered.add(new Rule(
                            label,
                            service,
                            entry.getKey(),
                            distinct.subList(from, Math.min(distinct.size(), from + HOSTS_OF_A_RULE)),
                            0));
                }
            }
        }
        unordered.sort(Comparator.comparing((Rule rule) -> -rule.path().length())
                .thenComparing(rule -> rule.hosts().stream().anyMatch(host -> host.startsWith("*"))));
        List<Rule> rules = new ArrayList<>();
        for (Rule rule : unordered) {
            rules.add(new Rule(rule.label(), rule.service(), rule.path(), rule.hosts(), (rules.size() + 1) * BETWEEN));
        }
        return List.copyOf(rules);
    }
}
