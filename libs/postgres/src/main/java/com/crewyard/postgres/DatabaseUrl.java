package com.crewyard.postgres;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Where a PostgreSQL server is, read from any form that providers hand out: {@code postgres://},
 * {@code postgresql://}, {@code postgresql+psycopg2://} (SQLAlchemy), {@code jdbc:postgresql://}.
 *
 * @param host name or address
 * @param port TCP port, 5432 unless given
 * @param database the database's name, the user's name unless given
 * @param user may be empty: the driver then takes the operating system's
 * @param password never printed
 * @param parameters what follows the question mark, in libpq's names
 */
public record DatabaseUrl(
        String host,
        int port,
        String database,
        Optional<String> user,
        Optional<String> password,
        Map<String, String> parameters) {

    private static final int DEFAULT_PORT = 5432;
    private static final Set<String> SCHEMES =
            Set.of("postgres", "postgresql", "postgresql+psycopg2", "postgresql+psycopg", "postgresql+asyncpg");
    private static final Set<String> SSL_MODES =
            Set.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");
    /** Parameters of libpq or of a pooler that the JDBC driver does not know, and that mean nothing to it. */
    private static final Set<String> DROPPED =
            Set.of("pgbouncer", "pooler", "channel_binding", "connection_limit", "supa", "gssencmode");
    /** Ports on which the usual providers put their transaction-mode pooler. */
    private static final Set<Integer> POOLER_PORTS = Set.of(6432, 6543);

    public DatabaseUrl {
        parameters = Map.copyOf(parameters);
    }

    /**
     * Reads a URL. {@code sqlite:} is not read here: it means development, and {@link #isDevelopment(String)} tells.
     *
     * @throws DatabaseException naming the part that cannot be read, never the password
     */
    public static DatabaseUrl parse(String text) {
        String trimmed = text.strip();
        URI uri = uriOf(trimmed.startsWith("jdbc:") ? trimmed.substring("jdbc:".length()) : trimmed);
        String scheme = String.valueOf(uri.getScheme());
        if (!SCHEMES.contains(scheme)) {
            throw new DatabaseException(
                    "The database URL starts with \"%s:\", which is not PostgreSQL; use postgresql://USER:PASSWORD@HOST:PORT/DATABASE."
                            .formatted(scheme));
        }
        if (uri.getHost() == null) {
            throw new DatabaseException(
                    "The database URL names no host; use postgresql://USER:PASSWORD@HOST:PORT/DATABASE, with special characters in the password percent-encoded.");
        }
        Map<String, String> parameters = parametersOf(uri.getRawQuery());
        String sslMode = parameters.getOrDefault("sslmode", "prefer");
        if (!SSL_MODES.contains(sslMode)) {
            throw new DatabaseException("The database URL has sslmode=%s; it is one of %s."
                    .formatted(sslMode, SSL_MODES.stream().sorted().collect(Collectors.joining(", "))));
        }
        Optional<String> user = userInfo(uri, 0).or(() -> Optional.ofNullable(parameters.get("user")));
        Optional<String> password = userInfo(uri, 1).or(() -> Optional.ofNullable(parameters.get("password")));
        String path = uri.getPath() == null ? "" : uri.getPath().replaceFirst("^/", "");
        String database = path.isEmpty() ? user.orElse("postgres") : path;
        int port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
        return new DatabaseUrl(uri.getHost(), port, database, user, password, parameters);
    }

    /** Whether the value asks for the development database, as {@code sqlite:} does in existing deployments. */
    public static boolean isDevelopment(String text) {
        return text.strip().isEmpty() || text.strip().startsWith("sqlite:");
    }

    /** Whether a pooler in transaction mode stands in between: no prepared statements across transactions, no LISTEN. */
    public boolean throughTransactionPooler() {
        return "true".equals(parameters.get("pgbouncer"))
                || "transaction".equals(parameters.get("pooler"))
                || POOLER_PORTS.contains(port)
                || host.contains("-pooler.");
    }

    public String jdbcUrl() {
        Map<String, String> driver = new TreeMap<>();
        parameters.forEach((name, value) -> {
            if (!DROPPED.contains(name) && !name.equals("user") && !name.equals("password")) {
                driver.put(name.equals("application_name") ? "ApplicationName" : name, value);
            }
        });
        driver.putIfAbsent("ApplicationName", "crewyard");
        driver.putIfAbsent("connectTimeout", driver.getOrDefault("connect_timeout", "10"));
        driver.remove("connect_timeout");
        driver.put("reWriteBatchedInserts", "true");
        if ("system".equals(driver.get("sslrootcert"))) {
            driver.remove("sslrootcert");
            driver.put("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
        }
        if (throughTransactionPooler()) {
            driver.put("prepareThreshold", "0");
            // A pooler's connections are shared, so it refuses start-up options of one of its clients.
            driver.remove("options");
        }
        String query = driver.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
        return "jdbc:postgresql://%s:%d/%s?%s".formatted(host, port, encode(database), query);
    }

    /** The same server's other database. */
    public DatabaseUrl withDatabase(String other) {
        return new DatabaseUrl(host, port, other, user, password, parameters);
    }

    /** As programs take it (libpq, "Connection URIs"), password included. */
    public String uri() {
        String who = user.map(name ->
                        encode(name) + password.map(word -> ":" + encode(word)).orElse("") + "@")
                .orElse("");
        String query = new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + encode(entry.getValue()))
                        .collect(Collectors.joining("&"));
        return "postgresql://%s%s:%d/%s%s"
                .formatted(who, host, port, encode(database), query.isEmpty() ? "" : "?" + query);
    }

    /** For messages: everything but the password. */
    @Override
    public String toString() {
        return "postgresql://%s%s:%d/%s".formatted(user.map(name -> name + "@").orElse(""), host, port, database);
    }

    private static URI uriOf(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new DatabaseException(
                    "The database URL cannot be read: %s; percent-encode special characters in user and password."
                            .formatted(e.getReason()));
        }
    }

    private static Map<String, String> parametersOf(@org.jspecify.annotations.Nullable String query) {
        Map<String, String> parameters = new TreeMap<>();
        if (query != null && !query.isEmpty()) {
            for (String pair : query.split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    parameters.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
                }
            }
        }
        return parameters;
    }

    private static Optional<String> userInfo(URI uri, int index) {
        String info = uri.getRawUserInfo();
        if (info == null) {
            return Optional.empty();
        }
        String[] parts = info.split(":", 2);
        return index < parts.length && !parts[index].isEmpty() ? Optional.of(decode(parts[index])) : Optional.empty();
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String encode(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
