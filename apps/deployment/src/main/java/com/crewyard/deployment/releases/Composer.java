package com.crewyard.deployment.releases;

import com.crewyard.deployment.catalog.AppFile;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.releases.Configuration.Command;
import com.crewyard.deployment.releases.Configuration.HealthGate;
import com.crewyard.deployment.releases.Configuration.RolloutSettings;
import com.crewyard.deployment.releases.Configuration.RouteSetting;
import com.crewyard.deployment.releases.Configuration.ServiceConfiguration;
import com.crewyard.hosting.spec.AppSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Makes a configuration out of an app spec, for one environment and with what is there now. */
public final class Composer {

    private static final Duration LONGEST_MIGRATION = Duration.ofMinutes(30);

    /** With a tag or a digest, as OCI's distribution specification has them. */
    private static final Pattern REFERENCE =
            Pattern.compile("[a-z0-9][a-z0-9._/:-]*(?::[A-Za-z0-9_][A-Za-z0-9._-]{0,127}|@sha256:[0-9a-f]{64})");

    private final AppFile file;
    private final AppSpec.Environment environment;
    private final Map<String, String> images;
    private final Set<String> knownSecrets;
    private final List<String> notes = new ArrayList<>();

    /**
     * @param images by service, instead of what the app spec says
     * @param knownSecrets names that have a value
     */
    public Composer(AppFile file, String environment, Map<String, String> images, Set<String> knownSecrets) {
        this.file = file;
        this.environment = file.environment(environment);
        this.images = images;
        this.knownSecrets = knownSecrets;
    }

    /** @param notes what the operator should know, one sentence each */
    public record Composed(Configuration configuration, List<String> notes) {}

    /** @throws RefusedException in one sentence, when it cannot be deployed there */
    public Composed compose() {
        if (!environment.target().equals("process")) {
            throw RefusedException.input(
                    "Environment %s is of target %s, which this engine does not deploy to yet; ./crewyard generate writes its files."
                            .formatted(environment.name(), environment.target()));
        }
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
        return new Composed(
                new Configuration(
                        file.spec().app(),
                        environment.name(),
                        environment.target(),
                        environment.publish(),
                        environment.router(),
                        services,
                        commands(services),
                        databases(),
                        new RolloutSettings(
                                rollout.strategy(),
                                rollout.window(),
                                rollout.steps(),
                                rollout.pause(),
                                rollout.batch(),
                                rollout.analysis())),
                List.copyOf(notes));
    }

    private ServiceConfiguration service(AppSpec.Service service) {
        if (service.command().isEmpty()) {
            throw RefusedException.input(
                    "Service %s has no command; on the target process there is no image that brings one."
                            .formatted(service.name()));
        }
        Path folder = folder(service);
        Map<String, String> variables = new TreeMap<>(service.env());
        variables.putAll(environment.env());
        reference(service).ifPresent(reference -> variables.putIfAbsent("CREWYARD_IMAGE", reference));
        return new ServiceConfiguration(
                folder.toString(),
                digest(folder),
                shell(service.command()),
                service.port(),
                service.replicas(),
                service.websocket(),
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

    /** What a service with an image runs by name; there is nothing to pull for a process, which may still want to know. */
    private Optional<String> reference(AppSpec.Service service) {
        return service.image()
                .map(image -> Optional.ofNullable(images.get(service.name()))
                        .filter(named -> isReference(service, named))
                        .orElse(image));
    }

    private static boolean isReference(AppSpec.Service service, String named) {
        return service.image().isPresent() && REFERENCE.matcher(named).matches() && !Files.isDirectory(Path.of(named));
    }

    private Path folder(AppSpec.Service service) {
        String named = images.get(service.name());
        Path folder = named != null && !isReference(service, named)
                ? Path.of(named).toAbsolutePath().normalize()
                : file.base()
                        .resolve(service.build().map(AppSpec.Build::context).orElse("."))
                        .normalize();
        if (!Files.isDirectory(folder)) {
            throw RefusedException.input(
                    named != null && !isReference(service, named)
                            ? "--image %s=%s is no folder; on the target process an image is the folder a service runs in, or a reference such as name:tag that instances find in CREWYARD_IMAGE."
                                    .formatted(service.name(), named)
                            : "Service %s runs in %s, which is no folder.".formatted(service.name(), folder));
        }
        return folder;
    }

    private List<String> secrets(AppSpec.Service service, Map<String, String> variables) {
        List<String> wanted = new ArrayList<>(service.secrets());
        Set<String> own = databases().keySet();
        file.spec().backing().values().forEach(backing -> wanted.add(backing.env()));
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
                    && !knownSecrets.contains(backing.env())
                    && !environment.env().containsKey(backing.env())) {
                databases.put(backing.env(), name);
            }
        });
        return databases;
    }

    private Map<String, Command> commands(Map<String, ServiceConfiguration> services) {
        Map<String, Command> commands = new TreeMap<>();
        AppSpec.Migrations migrations = file.spec().migrations();
        migrations.expand().map(this::migration).ifPresent(command -> commands.put(Configuration.EXPAND, command));
        migrations.contract().map(this::migration).ifPresent(command -> commands.put(Configuration.CONTRACT, command));
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

    private static String digest(Path folder) {
        try {
            return FolderDigest.of(folder);
        } catch (IOException e) {
            throw new RefusedException(
                    RefusedException.Reason.INPUT, "%s cannot be read.".formatted(folder), List.of(e.toString()));
        }
    }
}
