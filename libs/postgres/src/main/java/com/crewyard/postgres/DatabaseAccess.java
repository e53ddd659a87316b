package com.crewyard.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;

/** Opens a database by its URL: checks that it answers and is recent enough, and pools connections to it. */
public final class DatabaseAccess {

    /** The role whose transactions row-level security binds, made by the first migration. */
    public static final String APPLICATION_ROLE = "crewyard_app";

    private static final int OLDEST_MAJOR_VERSION = 14;
    private static final Duration BORROW_TIMEOUT = Duration.ofSeconds(10);

    private final DatabaseUrl url;
    private final boolean exemptFromRowSecurity;

    private DatabaseAccess(DatabaseUrl url, boolean exemptFromRowSecurity) {
        this.url = url;
        this.exemptFromRowSecurity = exemptFromRowSecurity;
    }

    /** @throws DatabaseException when it does not answer, refuses the login, or is older than PostgreSQL 14 */
    public static DatabaseAccess open(DatabaseUrl url) {
        try (Connection connection = DriverManager.getConnection(url.jdbcUrl(), credentials(url));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select current_setting('server_version_num')::int / 10000, rolsuper or rolbypassrls
                        from pg_roles
                        where rolname = current_user""")) {
            row.next();
            if (row.getInt(1) < OLDEST_MAJOR_VERSION) {
                throw new DatabaseException("The database at %s is PostgreSQL %d; Crewyard needs %d or newer."
                        .formatted(url, row.getInt(1), OLDEST_MAJOR_VERSION));
            }
            return new DatabaseAccess(url, row.getBoolean(2));
        } catch (SQLException e) {
            throw new DatabaseException("The database at %s cannot be used: %s".formatted(url, firstLine(e)), e);
        }
    }

    public DatabaseUrl url() {
        return url;
    }

    /** The role to take on in each transaction: needed when the login itself is exempt from row-level security. */
    public Optional<String> transactionRole() {
        return exemptFromRowSecurity ? Optional.of(APPLICATION_ROLE) : Optional.empty();
    }

    public HikariDataSource pool(int size) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url.jdbcUrl());
        url.user().ifPresent(config::setUsername);
        url.password().ifPresent(config::setPassword);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(Math.min(2, size));
        config.setConnectionTimeout(BORROW_TIMEOUT.toMillis());
        config.setInitializationFailTimeout(-1);
        config.setPoolName("crewyard");
        return new HikariDataSource(config);
    }

    /** A connection outside of the pool, for listening to notifications. */
    public Connection dedicatedConnection() throws SQLException {
        return DriverManager.getConnection(url.jdbcUrl(), credentials(url));
    }

    private static Properties credentials(DatabaseUrl url) {
        Properties properties = new Properties();
        url.user().ifPresent(user -> properties.setProperty("user", user));
        url.password().ifPresent(password -> properties.setProperty("password", password));
        return properties;
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    }
}
