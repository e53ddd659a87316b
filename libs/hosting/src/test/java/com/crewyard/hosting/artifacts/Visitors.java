package com.crewyard.hosting.artifacts;

import com.crewyard.testing.VersionedServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/**
 * A small service for images: {@code expand} prepares its database, {@code train} is a short run, and with no argument it listens on
 * PORT and greets with GREETING and with how many visitors the database knows.
 */
public final class Visitors {

    private Visitors() {}

    static void main(String[] arguments) throws Exception {
        switch (arguments.length == 0 ? "serve" : arguments[0]) {
            case "expand" -> expand();
            case "train" -> VersionedServer.listen("trained", "", 0).close();
            default -> serve();
        }
    }

    private static void expand() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create table visitor (name text not null)");
            statement.execute("insert into visitor values ('Ada'), ('Mira')");
        }
    }

    private static void serve() throws Exception {
        String greeting = "%s, %d visitors; %s"
                .formatted(
                        System.getenv("GREETING"),
                        known(),
                        System.getenv("SECRET_KEY") == null ? "no secret" : "a secret");
        InetSocketAddress address = new InetSocketAddress("0.0.0.0", Integer.parseInt(System.getenv("PORT")));
        try (VersionedServer server = new VersionedServer(greeting, "", "", address)) {
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            server.accept();
        }
    }

    private static int known() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from visitor")) {
            count.next();
            return count.getInt(1);
        }
    }

    private static Connection connect() throws SQLException {
        URI address = URI.create(Objects.requireNonNull(System.getenv("DATABASE_URL"), "DATABASE_URL"));
        String[] credentials = address.getUserInfo().split(":", 2);
        return DriverManager.getConnection(
                "jdbc:postgresql://%s:%d%s".formatted(address.getHost(), address.getPort(), address.getPath()),
                credentials[0],
                credentials[1]);
    }
}
