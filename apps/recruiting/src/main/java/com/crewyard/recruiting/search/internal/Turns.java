package com.crewyard.recruiting.search.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;

/**
 * One process at a time, by locks in the database. Each is held by a transaction of its own that does nothing else: it ends
 * with its process, a pooler in transaction mode may stand in between, and it keeps no old rows from being removed.
 */
public final class Turns {

    /** Who holds a turn asks for a second connection to read with; so most connections stay with everybody else. */
    private static final int AT_ONCE = 2;

    private final DataSource database;
    private final Semaphore places = new Semaphore(AT_ONCE);

    public Turns(DataSource database) {
        this.database = database;
    }

    /**
     * Waits for its turn.
     *
     * @throws IndexFailedException when the database gives none
     */
    public void take(String name, Runnable work) {
        places.acquireUninterruptibly();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                lock(connection, name);
                work.run();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IndexFailedException(
                    "There is no turn to write the search index %s: %s".formatted(name, e.getMessage()), false, e);
        } finally {
            places.release();
        }
    }

    private static void lock(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 0))")) {
            statement.setString(1, "search:" + name);
            statement.execute();
        }
    }
}
