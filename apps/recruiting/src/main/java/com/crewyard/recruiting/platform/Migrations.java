package com.crewyard.recruiting.platform;

import com.crewyard.postgres.DatabaseUrl;
import java.time.Duration;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * The schema, in the two halves that let two releases run side by side: expanding it before the new one starts, and
 * contracting it when the old one is gone for good. Every process expands on its own when it starts; a deployment does it
 * beforehand, and contracts.
 */
public final class Migrations {

    /** Each half has its own history. */
    public enum Half {
        EXPAND("db/migration", "flyway_schema_history"),
        CONTRACT("db/contract", "flyway_contract_history");

        private final String location;
        private final String history;

        Half(String location, String history) {
            this.location = location;
            this.history = history;
        }
    }

    private Migrations() {}

    /**
     * @param lockTimeout how long a statement waits for a lock before the migration gives up; without one, for ever
     * @return how many migrations were applied
     */
    public static int run(DatabaseUrl url, Half half, Optional<Duration> lockTimeout) {
        FluentConfiguration flyway = Flyway.configure()
                .dataSource(
                        url.jdbcUrl(), url.user().orElse(null), url.password().orElse(null))
                .schemas("flyway")
                .table(half.history)
                .locations("classpath:" + half.location);
        lockTimeout.ifPresent(timeout -> flyway.initSql("set lock_timeout = %d".formatted(timeout.toMillis())));
        if (half == Half.CONTRACT) {
            // Its history begins in a schema that the other half has made.
            flyway.baselineOnMigrate(true).baselineVersion("0");
        }
        return flyway.load().migrate().migrationsExecuted;
    }
}
