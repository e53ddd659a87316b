package com.crewyard.deployment.targets.internal.container;

import com.crewyard.deployment.routing.Endpoint;
import com.crewyard.deployment.targets.TargetException;
import com.crewyard.deployment.targets.internal.DatabaseServer;
import com.crewyard.deployment.targets.internal.container.Labels.Kind;
import com.crewyard.postgres.DatabaseUrl;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.RestartPolicy;
import com.github.dockerjava.api.model.Volume;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/** A PostgreSQL of the environment's own, in a container whose data is a volume that outlives it. */
final class DatabaseContainer {

    private static final String NAME = "database";
    private static final String USER = "postgres";
    private static final String WRONG_PASSWORD = "28P01";
    private static final String FOLDER = "/var/lib/crewyard";
    private static final int PORT = 5432;
    private static final long SHARED_MEMORY_BYTES = 256L << 20;
    /** Two releases of several services at once, each instance with a pool of its own. */
    private static final int MOST_CONNECTIONS = 300;

    private static final Duration LONGEST_START = Duration.ofSeconds(60);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final int SECONDS_TO_END = 30;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Containers containers;
    private final EnvironmentNetwork network;
    private final ContainerImages images;
    private final KeptValues addresses;
    private final KeptValues password;

    /**
     * @param addresses by variable, as long as the environment lives
     * @param password as long as its data lives
     */
    DatabaseContainer(
            Containers containers,
            EnvironmentNetwork network,
            ContainerImages images,
            KeptValues addresses,
            KeptValues password) {
        this.containers = containers;
        this.network = network;
        this.images = images;
        this.addresses = addresses;
        this.password = password;
    }

    static boolean is(Container container) {
        return Kind.DATABASE.word().equals(container.getLabels().get(Labels.KIND));
    }

    String volume() {
        return containers.labels().name(NAME);
    }

    /** @param wanted the name of each by the variable that has its address */
    void ensure(Map<String, String> wanted, String version) {
        Optional<InspectContainerResponse> found = find();
        if (found.filter(DatabaseContainer::runs).isPresent()
                && addresses.values().keySet().containsAll(wanted.keySet())) {
            return;
        }
        if (found.isEmpty()) {
            begin(version);
        } else {
            containers.start(containers.labels().name(NAME), USER);
        }
        DatabaseUrl server = DatabaseUrl.parse(url(USER, machine().reach(endpoint())));
        awaitAnswer(server);
        Map<String, String> all = new HashMap<>();
        wanted.forEach((variable, name) -> {
            new DatabaseServer(server).ensure(name);
            all.put(variable, url(name, endpoint()));
        });
        addresses.add(all);
    }

    private Endpoint endpoint() {
        InspectContainerResponse container = find().orElseThrow(() -> new TargetException("The database is gone."));
        return new Endpoint(
                NAME, Objects.requireNonNull(container.getConfig().getLabels()).getOrDefault(Labels.ADDRESS, ""), PORT);
    }

    private String url(String name, Endpoint at) {
        return "postgresql://%s:%s@%s:%d/%s".formatted(USER, password(), at.host(), at.port(), name);
    }

    private EngineMachine machine() {
        return containers.engine().machine();
    }

    private void begin(String version) {
        String image = images.pinned("docker.io/library/postgres:" + version);
        String address = network.free(containers.addresses(), 0);
        Map<String, String> labels = new HashMap<>(containers.labels().of(Kind.DATABASE));
        labels.put(Labels.ADDRESS, address);
        containers
                .engine()
                .order(
                        "make a volume",
                        docker -> docker.createVolumeCmd()
                                .withName(volume())
                                .withLabels(containers.labels().of(Kind.DATABASE))
                                .exec());
        containers.run(
                NAME,
                image,
                Kind.DATABASE,
                HostConfig.newHostConfig()
                        .withNetworkMode(network.name())
                        .withRestartPolicy(RestartPolicy.unlessStoppedRestart())
                        .withShmSize(SHARED_MEMORY_BYTES)
                        .withBinds(new Bind(volume(), new Volume(FOLDER))),
                command -> command.withLabels(labels)
                        .withCmd("-c", "max_connections=" + MOST_CONNECTIONS)
                        .withEnv("POSTGRES_PASSWORD=" + password(), "PGDATA=" + FOLDER + "/data"));
    }

    private void awaitAnswer(DatabaseUrl server) {
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        Optional<SQLException> refusal = refusal(server);
        while (refusal.isPresent()) {
            if (WRONG_PASSWORD.equals(refusal.get().getSQLState())) {
                throw new TargetException(
                        "The volume %s has data of another password than the one kept in %s; bring that file back, or remove the volume."
                                .formatted(volume(), password.file().called()));
            }
            if (System.nanoTime() > deadline
                    || find().filter(found -> restarts(found) > 2).isPresent()) {
                List<String> said = new Output(containers.engine())
                        .lines(containers.labels().name(NAME), command -> command.withTail(5));
                throw new TargetException("The environment's own database does not get ready; it said last: \"%s\"."
                        .formatted(said.isEmpty() ? "" : said.getLast().strip()));
            }
            try {
                Thread.sleep(LOOK_EVERY);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new TargetException("Waiting for the database was interrupted.", e);
            }
            refusal = refusal(server);
        }
    }

    /** Empty when it answers. */
    private static Optional<SQLException> refusal(DatabaseUrl server) {
        Properties access = new Properties();
        server.user().ifPresent(user -> access.put("user", user));
        server.password().ifPresent(password -> access.put("password", password));
        access.put("connectTimeout", "2");
        access.put("loginTimeout", "5");
        try (Connection _ = DriverManager.getConnection(server.jdbcUrl(), access)) {
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(e);
        }
    }

    /** Its volume stays. */
    void remove() {
        find().ifPresent(container -> {
            containers
                    .engine()
                    .unlessGone(
                            "stop the database",
                            docker -> docker.stopContainerCmd(container.getId())
                                    .withTimeout(SECONDS_TO_END)
                                    .exec());
            containers.remove(container.getId());
        });
    }

    boolean hasData() {
        return containers
                .engine()
                .find(
                        "look at a volume",
                        docker -> docker.inspectVolumeCmd(volume()).exec())
                .isPresent();
    }

    void deleteData() {
        containers
                .engine()
                .unlessGone(
                        "remove the database's volume",
                        docker -> docker.removeVolumeCmd(volume()).exec());
    }

    private Optional<InspectContainerResponse> find() {
        return containers.inspect(containers.labels().name(NAME));
    }

    private static boolean runs(InspectContainerResponse container) {
        return Boolean.TRUE.equals(container.getState().getRunning());
    }

    private static int restarts(InspectContainerResponse container) {
        return Optional.ofNullable(container.getRestartCount()).orElse(0);
    }

    /** Made once and kept beside the data's name, since the data outlives the container. */
    private String password() {
        String kept = password.values().get(USER);
        if (kept != null) {
            return kept;
        }
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        String fresh = HexFormat.of().formatHex(bytes);
        password.add(Map.of(USER, fresh));
        return fresh;
    }
}
