package com.crewyard.recruiting.identity.internal;

import com.crewyard.recruiting.platform.DeploymentSecret;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The ES256 keys (RFC 7518, section 3.4) that sign access tokens, shared by all processes through the database. A new
 * key takes over every thirty days; the one before still verifies until the last token it signed has expired.
 */
@Component
class SigningKeys {

    static final Duration TOKEN_LASTS = Duration.ofHours(12);
    private static final Duration KEY_SIGNS_FOR = Duration.ofDays(30);
    private static final Duration REREAD_AFTER = Duration.ofMinutes(1);
    private static final String PURPOSE = "access token signing key";
    private static final Logger log = LoggerFactory.getLogger(SigningKeys.class);

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final DeploymentSecret secret;
    private final Clock clock;
    private volatile Snapshot snapshot = new Snapshot(List.of(), Instant.MIN);

    SigningKeys(JdbcClient jdbc, TransactionOperations transactions, DeploymentSecret secret, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.secret = secret;
        this.clock = clock;
    }

    /** @param key with its private half where this deployment's secret opens it */
    private record Known(ECKey key, Instant createdAt, Optional<Instant> retiredAt) {
        boolean verifiesAt(Instant now) {
            return retiredAt.map(at -> at.plus(TOKEN_LASTS)).map(now::isBefore).orElse(true);
        }

        boolean signsAt(Instant now) {
            return retiredAt.isEmpty()
                    && key.isPrivate()
                    && createdAt.plus(KEY_SIGNS_FOR).isAfter(now);
        }
    }

    private record Snapshot(List<Known> keys, Instant readAt) {}

    ECKey current() {
        Instant now = clock.instant();
        return newestSigning(keys(), now).orElseGet(() -> rotate(false));
    }

    Optional<ECKey> verifying(String kid) {
        Optional<ECKey> known = find(keys(), kid);
        return known.isPresent() ? known : find(reread(), kid);
    }

    /** The public halves of all keys that verify (RFC 7517). */
    JWKSet published() {
        Instant now = clock.instant();
        return new JWKSet(keys().stream()
                .filter(known -> known.verifiesAt(now))
                .map(known -> (com.nimbusds.jose.jwk.JWK) known.key().toPublicJWK())
                .toList());
    }

    /** Makes a new key the signing one; those before keep verifying for as long as their tokens last. */
    ECKey rotate() {
        return rotate(true);
    }

    private ECKey rotate(boolean always) {
        return transactions.execute(_ -> {
            jdbc.sql("lock table identity.signing_key in share row exclusive mode")
                    .update();
            Instant now = clock.instant();
            Optional<ECKey> madeMeanwhile = always ? Optional.empty() : newestSigning(reread(), now);
            return madeMeanwhile.orElseGet(() -> replaceAll(now));
        });
    }

    private ECKey replaceAll(Instant now) {
        ECKey key = generate();
        jdbc.sql("update identity.signing_key set retired_at = ? where retired_at is null")
                .param(Timestamp.from(now))
                .update();
        jdbc.sql("""
                        insert into identity.signing_key (kid, public_jwk, sealed_private_key, created_at)
                        values (?, ?, ?, ?)""")
                .params(key.getKeyID(), key.toPublicJWK().toJSONString())
                .param(secret.seal(PURPOSE, key.toJSONString().getBytes(StandardCharsets.UTF_8)))
                .param(Timestamp.from(now))
                .update();
        log.info("A new key signs access tokens; earlier ones verify for {} more hours", TOKEN_LASTS.toHours());
        snapshot = new Snapshot(List.of(), Instant.MIN);
        return key;
    }

    private List<Known> keys() {
        Snapshot present = snapshot;
        return present.readAt().isBefore(clock.instant().minus(REREAD_AFTER)) ? reread() : present.keys();
    }

    private List<Known> reread() {
        List<Known> keys = jdbc.sql("""
                        select public_jwk, sealed_private_key, created_at, retired_at
                        from identity.signing_key
                        order by created_at desc""")
                .query((row, _) -> new Known(
                        key(row.getString(1), row.getBytes(2)),
                        row.getTimestamp(3).toInstant(),
                        Optional.ofNullable(row.getTimestamp(4)).map(Timestamp::toInstant)))
                .list();
        snapshot = new Snapshot(keys, clock.instant());
        return keys;
    }

    private ECKey key(String publicJwk, byte[] sealed) {
        try {
            return ECKey.parse(new String(secret.open(PURPOSE, sealed), StandardCharsets.UTF_8));
        } catch (DeploymentSecret.SealBrokenException | ParseException e) {
            log.debug("a signing key was sealed with another secret; it verifies and signs no more", e);
            return publicOnly(publicJwk);
        }
    }

    private static ECKey publicOnly(String jwk) {
        try {
            return ECKey.parse(jwk);
        } catch (ParseException e) {
            throw new IllegalStateException("the database holds a signing key that is no JWK", e);
        }
    }

    private Optional<ECKey> find(List<Known> keys, String kid) {
        Instant now = clock.instant();
        return keys.stream()
                .filter(known -> known.key().getKeyID().equals(kid) && known.verifiesAt(now))
                .map(Known::key)
                .findFirst();
    }

    private static Optional<ECKey> newestSigning(List<Known> keys, Instant now) {
        return keys.stream().filter(known -> known.signsAt(now)).map(Known::key).findFirst();
    }

    private static ECKey generate() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(UUID.randomUUID().toString())
                    .algorithm(com.nimbusds.jose.JWSAlgorithm.ES256)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform has P-256", e);
        }
    }
}
