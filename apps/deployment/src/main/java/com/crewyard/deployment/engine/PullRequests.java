package com.crewyard.deployment.engine;

import com.crewyard.deployment.catalog.AppFile;
import com.crewyard.deployment.catalog.Environments;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.previews.Preview;
import com.crewyard.deployment.previews.PreviewSpec;
import com.crewyard.deployment.previews.Previews;
import com.crewyard.deployment.releases.Configuration;
import com.crewyard.deployment.releases.Releases;
import com.crewyard.deployment.rollouts.Rollout;
import com.crewyard.deployment.rollouts.Rollouts;
import com.crewyard.deployment.secrets.Secrets;
import com.crewyard.deployment.targets.EnvironmentRef;
import com.crewyard.deployment.targets.Targets;
import com.crewyard.hosting.spec.AppSpec.PortRange;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes environments of pull requests, and ends them with all that they have. */
final class PullRequests implements PreviewOperations {

    /** After which one whose end was begun and died is ended by whoever works then. */
    private static final Duration END_AGAIN_AFTER = Duration.ofMinutes(1);

    private static final String TIME = "its time is over";

    private final Deployments deployments;
    private final Secrets secrets;
    private final Previews previews;
    private final Environments environments;
    private final Rollouts rollouts;
    private final Releases releases;
    private final TransactionTemplate transaction;
    private final Expiry expiry;
    private final Clock clock;

    /** Has a preview looked at, at a time, when the transaction that decides on it is committed. */
    @FunctionalInterface
    interface Expiry {
        void at(long preview, Instant time);
    }

    PullRequests(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Deployments deployments,
            Secrets secrets,
            Expiry expiry,
            Clock clock) {
        this.deployments = deployments;
        this.secrets = secrets;
        this.previews = new Previews(jdbc);
        this.environments = new Environments(jdbc);
        this.rollouts = new Rollouts(jdbc);
        this.releases = new Releases(jdbc);
        this.transaction = transaction;
        this.expiry = expiry;
        this.clock = clock;
    }

    @Override
    public PreviewLine create(PreviewOrder order) {
        PreviewSpec spec = new PreviewSpec(order.app(), order.number());
        String application = order.app().spec().app();
        roomOf(application, order, spec);
        // Images are built and fetched here, which takes minutes, and not while others wait.
        deployments.plan(request(order, spec, spec.previews().ports().first()));
        return Objects.requireNonNull(transaction.execute(_ -> {
            previews.lock();
            Optional<Preview> known = roomOf(application, order, spec);
            List<Integer> ports = known.map(Preview::port)
                    .filter(port -> isWithin(spec.previews().ports(), port))
                    .map(spec::ports)
                    .orElseGet(() -> freePorts(spec));
            long rollout = deployments.deploy(request(order, spec, ports.getFirst()));
            Instant expires = clock.instant().plus(spec.previews().ttl());
            Preview preview = previews.put(new Previews.Beginning(
                    application,
                    order.number(),
                    ports,
                    spec.host(),
                    order.branch(),
                    order.commit(),
                    order.actor(),
                    rollout,
                    expires));
            expiry.at(preview.id(), expires);
            return line(preview);
        }));
    }

    /** The preview, when it is there; otherwise there is room for it. */
    private Optional<Preview> roomOf(String application, PreviewOrder order, PreviewSpec spec) {
        Optional<Preview> known = previews.find(application, order.number());
        if (known.isEmpty()) {
            requireRoom(order, spec);
        }
        return known;
    }

    private void requireRoom(PreviewOrder order, PreviewSpec spec) {
        AppFile app = order.app();
        EnvironmentRef ref = new EnvironmentRef(app.spec().app(), spec.name());
        if (environments.find(ref).isPresent()) {
            throw RefusedException.notNow(
                    "%s was deployed by hand and is no preview; end it with ./crewyard destroy %s, or rename it."
                            .formatted(ref, spec.name()));
        }
        List<Preview> open = previews.all().stream()
                .filter(preview -> preview.application().equals(ref.application()))
                .toList();
        if (open.size() >= spec.previews().limit()) {
            throw RefusedException.notNow(
                    "%s has %d previews, as many as previews.limit in %s allows (%s); end one with ./crewyard preview destroy NUMBER, or raise the limit."
                            .formatted(
                                    ref.application(),
                                    open.size(),
                                    app.file(),
                                    open.stream().map(Preview::name).collect(Collectors.joining(", "))));
        }
    }

    private List<Integer> freePorts(PreviewSpec spec) {
        PortRange range = spec.previews().ports();
        Set<Integer> taken = previews.takenPorts();
        for (int port = range.first(); port <= range.last(); port++) {
            List<Integer> ports = spec.ports(port);
            if (ports.stream().noneMatch(taken::contains)
                    && (spec.isElsewhere() || ports.stream().allMatch(PullRequests::isFree))) {
                return ports;
            }
        }
        throw RefusedException.notNow(
                "No port of previews.ports, %s, is free; end a preview, or name more.".formatted(range));
    }

    private static boolean isWithin(PortRange range, int port) {
        return port >= range.first() && port <= range.last();
    }

    private static boolean isFree(int port) {
        try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException | IllegalArgumentException _) {
            return false;
        }
    }

    /** A preview has the secrets of the environment that it is made after, but for addresses of databases. */
    private DeployRequest request(PreviewOrder order, PreviewSpec spec, int port) {
        EnvironmentRef after =
                new EnvironmentRef(order.app().spec().app(), spec.previews().environment());
        Map<String, String> given = new TreeMap<>(order.secrets());
        Set<String> wanted = order.app().spec().services().values().stream()
                .flatMap(service -> service.secrets().stream())
                .filter(name -> !spec.ownDatabases().contains(name))
                .collect(Collectors.toSet());
        given.putAll(secrets.values(after, wanted));
        given.keySet().removeAll(spec.ownDatabases());
        return new DeployRequest(
                spec.app(port),
                spec.name(),
                order.images(),
                Optional.empty(),
                order.actor(),
                "pull request %d%s".formatted(order.number(), order.commit().isEmpty() ? "" : ", " + order.commit()),
                given,
                true);
    }

    @Override
    public List<PreviewLine> list() {
        return previews.all().stream().map(this::line).toList();
    }

    @Override
    public void destroy(String application, int number, String actor) {
        Preview preview = require(application, number);
        endWithin(preview, END_AGAIN_AFTER, actor);
        end(preview, actor);
    }

    @Override
    public void end(String application, int number, String actor) {
        endWithin(require(application, number), Duration.ZERO, actor);
    }

    private void endWithin(Preview preview, Duration time, String actor) {
        transaction.executeWithoutResult(_ -> {
            previews.endWithin(preview, time, actor);
            expiry.at(preview.id(), clock.instant().plus(time));
        });
    }

    private Preview require(String application, int number) {
        return previews.find(application, number)
                .orElseThrow(() -> RefusedException.notFound(absent(application, number)));
    }

    /** Said of a preview that is not there, and of one that somebody may not know to be there. */
    static String absent(String application, int number) {
        return "There is no preview of pull request %d of %s; ./crewyard preview list shows those there are."
                .formatted(number, application);
    }

    /** Ends one whose time is over; present, how long another look has time. */
    Optional<Duration> expire(long id) {
        Preview preview = previews.byId(id);
        Duration left = Duration.between(clock.instant(), preview.expiresAt());
        if (preview.endedAt().isPresent()) {
            return Optional.empty();
        }
        if (left.isPositive()) {
            return Optional.of(left);
        }
        end(preview, previews.endedBy(preview).orElse(TIME));
        return Optional.empty();
    }

    /** When the environment goes away by itself, if it is one of a pull request. */
    Optional<Instant> expiry(EnvironmentRef ref) {
        return previews.find(ref).map(Preview::expiresAt);
    }

    private void end(Preview preview, String actor) {
        deployments.destroy(preview.ref(), actor, true);
        previews.ended(preview);
    }

    /** @param configuration of its latest release */
    private static String address(Preview preview, Configuration configuration) {
        if (configuration.tls().isPresent() && preview.host().isPresent()) {
            return "https://" + preview.host().get();
        }
        return "http://%s:%d"
                .formatted(preview.host().orElseGet(() -> Targets.machine(configuration.target())), preview.port());
    }

    private PreviewLine line(Preview preview) {
        Rollout rollout = rollouts.byId(preview.rollout());
        return new PreviewLine(
                preview.application(),
                preview.number(),
                preview.name(),
                address(preview, releases.byId(rollout.release()).configuration()),
                preview.branch(),
                preview.commit(),
                preview.actor(),
                rollout.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                preview.rollout(),
                preview.createdAt(),
                preview.updatedAt(),
                preview.expiresAt());
    }
}
