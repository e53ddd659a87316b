package com.crewyard.deployment.access;

import com.crewyard.deployment.catalog.Audit;
import com.crewyard.deployment.catalog.RefusedException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** API tokens in the engine's database. A secret has 256 random bits, so its SHA-256 is as good as a slow hash. */
public final class Tokens implements TokenOperations {

    private static final String PREFIX = "cyd_";
    private static final int RANDOM_BYTES = 32;
    private static final String COLUMNS = """
            select id, name, role, scopes, created_by, created_at, expires_at, used_at, revoked_at
            from deploy.access_token
            """;

    private final JdbcClient jdbc;
    private final Organizations organizations;
    private final Audit audit;
    private final Clock clock;

    public Tokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.organizations = new Organizations(jdbc);
        this.audit = new Audit(jdbc);
        this.clock = clock;
    }

    @Override
    public NewToken create(TokenOrder order) {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        String secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        organizations.requireKnown(order.scopes());
        String name = order.fullName();
        requireFreeName(name);
        long id;
        try {
            id = jdbc.sql("""
                    insert into deploy.access_token (name, hash, role, scopes, created_by, expires_at)
                    values (:name, :hash, :role, string_to_array(:scopes, ' '), :by, :expires) returning id""")
                    .param("name", name)
                    .param("hash", hash(secret))
                    .param("role", order.role().code())
                    .param("scopes", String.join(" ", order.patterns()))
                    .param("by", order.actor())
                    .param("expires", Timestamp.from(clock.instant().plus(order.lasts())))
                    .query(Long.class)
                    .single();
        } catch (DuplicateKeyException e) {
            throw taken(name);
        }
        audit.write(
                order.overseen(),
                order.actor(),
                "token-create",
                "%s: %s on %s for %d days"
                        .formatted(name, order.role().code(), String.join(", ", order.patterns()), order.days()));
        return new NewToken(byId(id).orElseThrow(), secret);
    }

    @Override
    public List<ApiToken> tokens() {
        return jdbc.sql(COLUMNS + "order by id desc").query(Tokens::row).list();
    }

    @Override
    public void revoke(String name, String actor) {
        Optional<ApiToken> found =
                jdbc.sql("""
                update deploy.access_token set revoked_at = now(), revoked_by = ?
                where lower(name) = lower(?) and revoked_at is null
                returning id, name, role, scopes, created_by, created_at, expires_at, used_at, revoked_at""").params(actor, name).query(Tokens::row).optional();
        ApiToken revoked = found.orElseThrow(() -> unused(name));
        audit.write(revoked.overseen(), actor, "token-revoke", revoked.name());
    }

    /** Said of what is not there, and of what somebody may not know to be there. */
    static RefusedException unused(String name) {
        return RefusedException.notFound(
                "There is no token \"%s\" in use; ./crewyard token list has all of them.".formatted(name));
    }

    /** The usable token of a secret. */
    Optional<ApiToken> ofSecret(String secret) {
        if (!secret.startsWith(PREFIX)) {
            return Optional.empty();
        }
        Optional<ApiToken> found = jdbc.sql(COLUMNS + "where hash = ?")
                .param(hash(secret))
                .query(Tokens::row)
                .optional()
                .filter(token -> token.isUsable(clock.instant()));
        found.filter(token -> token.usedAt()
                        .filter(used -> used.isAfter(clock.instant().minusSeconds(60)))
                        .isEmpty())
                .ifPresent(token -> jdbc.sql("update deploy.access_token set used_at = now() where id = ?")
                        .param(token.id())
                        .update());
        return found;
    }

    Optional<ApiToken> byId(long id) {
        return jdbc.sql(COLUMNS + "where id = ?").param(id).query(Tokens::row).optional();
    }

    private void requireFreeName(String name) {
        jdbc.sql("select name from deploy.person where lower(name) = lower(?)")
                .param(name)
                .query(String.class)
                .optional()
                .ifPresent(taken -> {
                    throw taken(taken);
                });
    }

    private static RefusedException taken(String name) {
        return RefusedException.notNow(
                "\"%s\" is taken, and the audit would not tell them apart; choose another name, or revoke that token."
                        .formatted(name));
    }

    private static ApiToken row(ResultSet row, int number) throws SQLException {
        Array scopes = row.getArray("scopes");
        return new ApiToken(
                row.getLong("id"),
                row.getString("name"),
                row.getString("role"),
                Arrays.asList((String[]) scopes.getArray()),
                row.getString("created_by"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                instant(row.getTimestamp("used_at")),
                instant(row.getTimestamp("revoked_at")));
    }

    private static Optional<Instant> instant(@Nullable Timestamp moment) {
        return Optional.ofNullable(moment).map(Timestamp::toInstant);
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
