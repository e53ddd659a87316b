package com.crewyard.deployment.releases;

import com.crewyard.deployment.catalog.SqlFile;
import com.crewyard.deployment.targets.Limits;
import com.crewyard.hosting.spec.AppSpec;
import com.crewyard.hosting.spec.AppSpec.Rollout.Strategy;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * All that a release consists of, resolved: what {@code app.yaml} said for one environment, and what its images were at
 * that moment. Values of secrets are not in it, their names are.
 *
 * @param batch how many of several hosts a release takes at once
 * @param publish the port on this machine that requests come to
 * @param router what carries requests; empty for what the target has by itself
 * @param tls who vouches for the names that routes have; empty for requests in the clear
 * @param cron commands that run at times of their own
 * @param databases what the environment brings itself: the name of each by the variable that has its address
 * @param folders what instances share beside them: the name of each by the variable that has its path
 * @param postgres the version of PostgreSQL these want, where the target has a choice
 * @param migrations the files of SQL that {@link #EXPAND} and {@link #CONTRACT} apply, in their order; none where nobody knows
 */
public record Configuration(
        String application,
        String environment,
        String target,
        int batch,
        OptionalInt publish,
        Optional<String> router,
        Optional<AppSpec.Tls> tls,
        Map<String, ServiceConfiguration> services,
        Map<String, Command> commands,
        Map<String, CronSetting> cron,
        Map<String, String> databases,
        Map<String, String> folders,
        Optional<String> postgres,
        RolloutSettings rollout,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, List<MigrationFile>> migrations) {

    /** What was kept before there were cron jobs has none; nor has it, before they were kept, files of migrations. */
    public Configuration {
        cron = Objects.requireNonNullElse(cron, Map.of());
        migrations = Objects.requireNonNullElse(migrations, Map.of());
    }

    /** Commands that are not services' own, by what they are for. */
    public static final String EXPAND = "expand";

    public static final String CONTRACT = "contract";
    public static final String BEFORE = "before";
    public static final String AFTER = "after";

    private static final int LAST_PORT = 65_535;

    /**
     * A service.
     *
     * @param image where its program is: for processes a folder, for containers an image by digest
     * @param imageDigest of what was there
     * @param command empty for what the image brings
     * @param limits of what an instance may use, where the target can hold them
     * @param secrets names of variables whose values the environment keeps
     */
    public record ServiceConfiguration(
            String image,
            String imageDigest,
            List<String> command,
            OptionalInt port,
            int replicas,
            boolean websocket,
            Optional<Limits> limits,
            Optional<HealthGate> health,
            Duration drainRequests,
            Duration drainWebsockets,
            Map<String, String> variables,
            List<String> secrets,
            List<RouteSetting> routes) {}

    /** @param path empty for a probe by connection or command */
    public record HealthGate(
            Optional<String> path,
            List<String> command,
            Duration interval,
            Duration timeout,
            int healthy,
            Duration grace) {}

    /** @param digest of its text, SHA-256 in hexadecimal */
    public record MigrationFile(String name, String digest) {

        public static MigrationFile of(SqlFile file) {
            return new MigrationFile(file.name(), CanonicalJson.digest(file.text()));
        }
    }

    public record RouteSetting(String host, String path) {}

    /** A command that runs once, in a service's image and with its variables. */
    public record Command(String service, List<String> command, Map<String, String> variables, Duration timeout) {}

    /** @param schedule five fields, in UTC */
    public record CronSetting(String schedule, Command command) {}

    public record RolloutSettings(
            Strategy strategy,
            Duration window,
            List<Integer> steps,
            Duration pause,
            int batch,
            Optional<AppSpec.Analysis> analysis) {

        private static final int ALL = 100;

        /** The new release's part of the requests at each step before the last, in percent. */
        public List<Integer> shares(Strategy strategy) {
            return switch (strategy) {
                case CANARY -> steps;
                case SHADOW -> copied().stream().map(_ -> 0).toList();
                case RECREATE, ROLLING, BLUE_GREEN -> List.of();
            };
        }

        /** How many percent of the requests a shadow gets copies of at each step; all, unless the app spec says otherwise. */
        public List<Integer> copied() {
            return steps.isEmpty() ? List.of(ALL) : steps;
        }
    }

    /** Services that listen, in the order of the app spec's names: those with routes first. */
    public List<String> listening() {
        List<String> listening = services.entrySet().stream()
                .filter(entry -> entry.getValue().port().isPresent())
                .map(Map.Entry::getKey)
                .toList();
        List<String> routed = listening.stream()
                .filter(name -> services.get(name) != null
                        && !services.get(name).routes().isEmpty())
                .toList();
        return routed.isEmpty() ? listening : routed;
    }

    /**
     * Where people find each service on this machine: the first on the published port, the others beside it, at the same
     * distance as their ports have in the app spec.
     */
    public Map<String, Integer> publishedPorts() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        int shift = 0;
        for (String name : listening()) {
            ServiceConfiguration service = services.get(name);
            int own = service == null ? 0 : service.port().orElse(0);
            if (ports.isEmpty()) {
                shift = publish.orElse(own) - own;
            }
            int port = own + shift;
            if (port >= 1 && port <= LAST_PORT && !ports.containsValue(port)) {
                ports.put(name, port);
            }
        }
        return ports;
    }

    public Optional<Command> command(String purpose) {
        return Optional.ofNullable(commands.get(purpose));
    }
}
