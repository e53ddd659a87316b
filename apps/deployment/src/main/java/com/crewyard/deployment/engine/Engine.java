package com.crewyard.deployment.engine;

import com.crewyard.deployment.access.ConsoleAddress;
import com.crewyard.deployment.notifications.Delivery;
import com.crewyard.deployment.rollouts.RolloutEngine;
import com.crewyard.deployment.secrets.SecretOperations;
import com.crewyard.deployment.secrets.Secrets;
import com.crewyard.deployment.targets.Targets;
import com.crewyard.postgres.DatabaseAccess;
import com.crewyard.postgres.DatabaseInUseException;
import com.crewyard.postgres.DatabaseUrl;
import com.crewyard.postgres.EmbeddedDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The deployment engine in this process, over an embedded database or a server. */
public final class Engine implements AutoCloseable {

    private static final int CONNECTIONS = 16;
    private static final Duration LOOK_FOR_THE_DATABASE_EVERY = Duration.ofMillis(100);
    private static final int ATTEMPTS_BEFORE_TELLING = 40;

    private final EngineSettings settings;
    private final @Nullable EmbeddedDatabase embedded;
    private final HikariDataSource pool;
    private final Targets targets;
    private final RolloutEngine rollouts;
    private final Deployments deployments;
    private final Secrets secrets;
    private final Upkeep upkeep;
    private boolean works;

    private Engine(
            EngineSettings settings,
            @Nullable EmbeddedDatabase embedded,
            DatabaseUrl url,
            Consumer<String> progress,
            Consumer<String> checkpoints,
            Function<String, Optional<String>> variables) {
        this.settings = settings;
        this.embedded = embedded;
        this.pool = DatabaseAccess.open(url).pool(CONNECTIONS);
        JdbcClient jdbc = JdbcClient.create(pool);
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
        this.targets = targets(settings, progress);
        this.rollouts = new RolloutEngine(
                pool,
                jdbc,
                transaction,
                targets,
                checkpoints,
                List.of(Delivery.task(jdbc, variables, Clock.systemUTC())),
                Clock.systemUTC());
        this.secrets = new Secrets(jdbc, transaction, settings.variables());
        this.deployments =
                new Deployments(Groundwork.of(jdbc, transaction, targets, rollouts, secrets, Clock.systemUTC()));
        this.upkeep = new Upkeep(pool, jdbc, transaction, targets, deployments, secrets, Clock.systemUTC());
    }

    /**
     * Starts an engine that works. While another command runs one on the same state, it waits for that one to end.
     *
     * @throws ConsoleRunsException while a console runs one, which goes on until somebody stops it
     * @param progress hears what takes its time
     */
    public static Engine start(EngineSettings settings, Consumer<String> progress) {
        return start(settings, progress, _ -> {});
    }

    /** @param checkpoints hears of every moment at which the engine might die; tests make it */
    public static Engine start(EngineSettings settings, Consumer<String> progress, Consumer<String> checkpoints) {
        return start(settings, progress, checkpoints, name -> Optional.ofNullable(System.getenv(name)));
    }

    /** @param variables gives addresses and keys of notifications, and their mail server */
    public static Engine start(
            EngineSettings settings,
            Consumer<String> progress,
            Consumer<String> checkpoints,
            Function<String, Optional<String>> variables) {
        settings.mark();
        if (settings.database().isPresent()) {
            DatabaseUrl url = DatabaseUrl.parse(settings.database().get());
            migrate(url);
            Engine engine = new Engine(settings, null, url, progress, checkpoints, variables);
            engine.start(false);
            return engine;
        }
        EmbeddedDatabase embedded = database(settings, progress);
        try {
            migrate(embedded.url());
            Engine engine = new Engine(settings, embedded, embedded.url(), progress, checkpoints, variables);
            engine.start(true);
            return engine;
        } catch (RuntimeException e) {
            embedded.close();
            throw e;
        }
    }

    /** An engine that only answers and takes wishes down: beside one that works, or on its own when none does. */
    public static Engine lookOn(EngineSettings settings, Consumer<String> progress) {
        Optional<DatabaseUrl> running = settings.database()
                .map(DatabaseUrl::parse)
                .or(() -> EmbeddedDatabase.running(settings.databaseFolder()));
        return running.map(url -> new Engine(settings, null, url, progress, _ -> {}, _ -> Optional.empty()))
                .orElseGet(() -> start(settings, progress));
    }

    public Deployments deployments() {
        return deployments;
    }

    /** Environments of pull requests. */
    public PreviewOperations previews() {
        return upkeep.previews();
    }

    /** Commands that run at times of their own. */
    public CronOperations cron() {
        return upkeep.cron();
    }

    public SecretOperations secrets() {
        return secrets;
    }

    public EngineSettings settings() {
        return settings;
    }

    /** Where it keeps what it knows, for engines of other things beside it. */
    public DataSource database() {
        return pool;
    }

    /** Whether it does what is due, and does not look on only. */
    public boolean works() {
        return works;
    }

    /** Whether no other engine can be at work on the same database. */
    public boolean isAlone() {
        return embedded != null;
    }

    /** Whether work is due that it had better not leave. */
    boolean isBusy() {
        return upkeep.isBusy();
    }

    /** Has each environment wake an engine when something is due there, and not before. */
    void setAlarms() {
        upkeep.alarms().setAll();
    }

    @Override
    public void close() {
        upkeep.close();
        rollouts.close();
        if (works && isAlone()) {
            upkeep.alarms().setOwn();
        }
        targets.close();
        pool.close();
        if (embedded != null) {
            embedded.close();
        }
    }

    private void start(boolean alone) {
        rollouts.start(alone);
        upkeep.start(alone);
        works = true;
    }

    /** Ours, once whoever runs it has ended; commands end within moments, and so does a keeper's look at the lock. */
    private static EmbeddedDatabase database(EngineSettings settings, Consumer<String> progress) {
        for (int attempt = 0; ; attempt++) {
            try {
                return EmbeddedDatabase.start(settings.databaseFolder(), _ -> {});
            } catch (DatabaseInUseException _) {
                ConsoleAddress.of(settings.state()).ifPresent(console -> {
                    throw new ConsoleRunsException(settings.state(), console);
                });
                if (attempt == ATTEMPTS_BEFORE_TELLING) {
                    progress.accept("Waiting for another command on %s to end …".formatted(settings.state()));
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_FOR_THE_DATABASE_EVERY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("waiting for the database was interrupted", e);
        }
    }

    private static Targets targets(EngineSettings settings, Consumer<String> progress) {
        Path state = settings.state().toAbsolutePath().normalize();
        return new Targets(
                state,
                settings.database().isPresent() ? java.util.List.of() : Settle.command(state, settings),
                settings.databaseFolder().resolve("lock"),
                settings.containers(),
                settings.sshKey(),
                settings.sshPatience(),
                progress);
    }

    private static void migrate(DatabaseUrl url) {
        Flyway.configure()
                .dataSource(
                        url.jdbcUrl(), url.user().orElse(null), url.password().orElse(null))
                .schemas("deploy")
                .table("flyway_deploy_history")
                .locations("classpath:db/deployment")
                .load()
                .migrate();
    }
}
