package com.crewyard.deployment.releases;

import com.crewyard.deployment.catalog.AppFile;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.catalog.SqlFiles;
import com.crewyard.deployment.releases.Configuration.Command;
import com.crewyard.deployment.releases.Configuration.CronSetting;
import com.crewyard.deployment.releases.Configuration.HealthGate;
import com.crewyard.deployment.releases.Configuration.RolloutSettings;
import com.crewyard.deployment.releases.Configuration.RouteSetting;
import com.crewyard.deployment.releases.Configuration.ServiceConfiguration;
import com.crewyard.deployment.targets.Images;
import com.crewyard.deployment.targets.Limits;
import com.crewyard.deployment.targets.Targets;
import com.crewyard.deployment.work.Cron;
import com.crewyard.hosting.spec.AppSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Makes a configuration out of an app spec, for one environment and with what is there now. */
public final class Composer {

    private static final Duration LONGEST_MIGRATION = Duration.ofMinutes(30);

    private final AppFile file;
    private final AppSpec.Environment environment;
    private final Map<String, String> images;
    private final Set<String> knownSecrets;
    private final Programs programs;
    private final boolean containers;
    private final List<String> notes = new ArrayList<>();

    /**
     * @param images by service, instead of what the app spec says
     * @param knownSecrets names that have a value
     * @param engine the images of the target's container engine; empty where programs lie in folders
     */
    public Composer(
            AppFile file,
            String environment,
            Map<String, String> images,
            Set<String> knownSecrets,
            Optional<Images> engine) {
        this.file = file;
        this.environment = file.environment(environment);
        this.images = images;
        this.knownSecrets = knownSecrets;
        this.containers = engine.isPresent();
        this.programs = engine.<Programs>map(found -> new ImagePrograms(file, images, found))
                .orElseGet(() -> new FolderPrograms(file, images));
    }

    /**
     * @param notes what the operator should know, one sentence each
     * @param sql of each half of the migrations that there is
     */
    public record Composed(Configuration configuration, List<String> notes, Map<String, SqlFiles> sql) {}

    /** @throws RefusedException in one sentence, when it cannot be deployed there */
    public Composed compose() {
        for (String service : images.keySet()) {
            if (!file.spec().services().containsKey(service)) {
                throw RefusedException.input("--image names the service \"%s\"; %s has %s."
                        .formatted(
                                service,
                                file.file(),
                                String.join(", ", file.spec().services().keySet())));
            }
        }
        Map<String, ServiceConfiguration> services = new LinkedHashMap<>();
        file.spec().services().forEach((name, service) -> services.put(name, service(service)));
        AppSpec.Rollout rollout = file.spec().rollout();
        Map<String, SqlFiles> sql = MigrationSets.of(file);
        Configuration configuration = new Configuration(
                file.spec().app(),
                environment.name(),
                Targets.place(environment),
                environment.batch(),
                environment.publish(),
                environment.router(),
                environment.tls(),
                services,
                commands(services),
                cron(),
                databases(),
                folders(),
                postgres(),
                new RolloutSettings(
                        rollout.strategy(),
                        rollout.window(),
                        rollout.steps(),
                        rollout.pause(),
                        rollout.batch(),
                        rollout.analysis()),
                MigrationSets.kept(sql));
        HostRules.check(configuration);
        return new Composed(configuration, List.copyOf(notes), sql);
    }

    private ServiceConfiguration service(AppSpec.Service service) {
        Programs.Program program = programs.of(service);
        Map<String, String> variables = new TreeMap<>(program.variables());
        variables.putAll(service.env());
        variables.putAll(environment.env());
        return new ServiceConfiguration(
                program.image(),
                program.digest(),
                shell(program.command()),
                service.port(),
                service.replicas(),
                service.websocket(),
                containers ? Optional.of(new Limits(service.cpu(), service.memoryMebibytes())) : Optional.empty(),
                service.port().isPresent() || service.health().isPresent()
                        ? service.health().map(Composer::gate)
                        : Optional.empty(),
                service.drain().requests(),
                service.drain().websockets(),
                variables,
                secrets(service, variables),
                service.routes().stream()
                        .map(route -> new RouteSetting(route.host(), route.path()))
                        .toList());
    }

    private List<String> secrets(AppSpec.Service service, Map<String, String> variables) {
        List<String> wanted = new ArrayList<>(service.secrets());
        Set<String> own = new HashSet<>(databases().keySet());
        own.addAll(folders().keySet());
        file.spec()
                .backing()
                .values()
                .forEach(backing -> wanted.add(
                        backing.folder().filter(_ -> !isGiven(backing.env())).orElse(backing.env())));
        List<String> present = wanted.stream()
                .filter(name -> !variables.containsKey(name) && (knownSecrets.contains(name) || own.contains(name)))
                .distinct()
                .toList();
        wanted.stream()
                .filter(name -> !variables.containsKey(name) && !present.contains(name))
                .map(
                        "%s has no value, so services start without it; set it in the environment of this command."
                                ::formatted)
                .filter(note -> !notes.contains(note))
                .forEach(notes::add);
        return present;
    }

    /** PostgreSQL that nobody gave an address of: the environment has one of its own. */
    private Map<String, String> databases() {
        Map<String, String> databases = new TreeMap<>();
        file.spec().backing().forEach((name, backing) -> {
            if (backing.kind() == AppSpec.Backing.Kind.DATABASE
                    && backing.engine().equals("postgres")
                    && !isGiven(backing.env())) {
                databases.put(backing.env(), name);
            }
        });
        return databases;
    }

    /** Object storage that nobody gave an address of, and that a folder may stand for. */
    private Map<String, String> folders() {
        Map<String, String> folders = new TreeMap<>();
        file.spec()
                .backing()
                .forEach((name, backing) -> backing.folder()
                        .filter(variable -> !isGiven(backing.env()) && !isGiven(variable))
                        .ifPresent(variable -> folders.put(variable, name)));
        return folders;
    }

    private boolean isGiven(String variable) {
        return knownSecrets.contains(variable) || environment.env().containsKey(variable);
    }

    private Optional<String> postgres() {
        return containers && !databases().isEmpty()
                ? file.spec().backing().values().stream()
                        .filter(backing -> databases().containsKey(backing.env()))
                        .map(AppSpec.Backing::version)
                        .max(Comparator.comparingInt(version -> Integer.parseInt(version.replaceFirst("\\D.*", "0"))))
                : Optional.empty();
    }

    private Map<String, CronSetting> cron() {
        Map<String, CronSetting> cron = new TreeMap<>();
        file.spec()
                .cron()
                .forEach((name, job) -> cron.put(
                        name,
                        new CronSetting(
                                schedule(name, job),
                                new Command(job.service(), shell(job.command()), Map.of(), job.timeout()))));
        return cron;
    }

    private static String schedule(String name, AppSpec.CronJob job) {
        try {
            return Cron.check(job.schedule());
        } catch (IllegalArgumentException e) {
            throw RefusedException.input("cron.%s.schedule: %s.".formatted(name, e.getMessage()));
        }
    }

    private Map<String, Command> commands(Map<String, ServiceConfiguration> services) {
        Map<String, Command> commands = new TreeMap<>();
        file.spec().migrations().halves().forEach((name, half) -> commands.put(name, migration(half)));
        Function<AppSpec.Hook, Command> hook =
                found -> new Command(found.service(), shell(found.command()), Map.of(), found.timeout());
        file.spec().rollout().before().map(hook).ifPresent(command -> commands.put(Configuration.BEFORE, command));
        file.spec().rollout().after().map(hook).ifPresent(command -> commands.put(Configuration.AFTER, command));
        return commands;
    }

    /** The lock timeout goes where libpq's and most drivers' users look for it. */
    private Command migration(AppSpec.Migration migration) {
        Map<String, String> variables = new TreeMap<>();
        migration.lockTimeout().ifPresent(timeout -> {
            variables.put("CREWYARD_LOCK_TIMEOUT_MS", String.valueOf(timeout.toMillis()));
            variables.put("PGOPTIONS", "-c lock_timeout=" + timeout.toMillis());
        });
        return new Command(migration.service(), shell(migration.command()), variables, LONGEST_MIGRATION);
    }

    /** A command of one word with blanks is a line for a shell. */
    private static List<String> shell(List<String> command) {
        return command.size() == 1 && command.getFirst().strip().contains(" ")
                ? List.of("/bin/sh", "-c", command.getFirst())
                : command;
    }

    private static HealthGate gate(AppSpec.Health health) {
        return new HealthGate(
                health.tcp() || !health.command().isEmpty() ? Optional.empty() : Optional.of(health.path()),
                health.command().isEmpty() ? List.of() : shell(health.command()),
                health.interval(),
                health.timeout(),
                health.healthy(),
                health.grace());
    }
}
