package com.crewyard.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/**
 * Starts each transaction by telling PostgreSQL for which organization it runs, and as which role. Both settings are
 * local to the transaction, so a connection pooler in transaction mode may stand in between.
 */
public final class TenantTransactionManager extends JdbcTransactionManager {

    private static final String SCOPE = """
            select set_config('crewyard.organization', ?, true), set_config('crewyard.key', ?, true)""";
    private static final String SCOPE_AND_ROLE = SCOPE + ", set_config('role', ?, true)";

    private final Optional<String> role;

    /** @param role the role to work as; empty when the connection's own user is already bound by row-level security */
    public TenantTransactionManager(DataSource dataSource, Optional<String> role) {
        super(dataSource);
        this.role = role;
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        try (PreparedStatement statement = connection.prepareStatement(role.isPresent() ? SCOPE_AND_ROLE : SCOPE)) {
            statement.setString(1, Tenancy.organization().map(Object::toString).orElse(""));
            statement.setString(2, Tenancy.key().orElse(""));
            if (role.isPresent()) {
                statement.setString(3, role.get());
            }
            statement.execute();
        }
    }
}
