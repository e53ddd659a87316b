package com.crewyard.recruiting.matching.internal.embedding;

import com.crewyard.postgres.Tenancy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisPooled;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.util.JedisURIHelper;

/**
 * Redis in front of the database, shared by several processes: a vector is found there for a day, then in the database again,
 * which so learns that it is still asked for. A Redis that does not answer is left alone for half a minute; nothing depends
 * on it.
 */
public final class RedisVectors implements VectorCache, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RedisVectors.class);
    private static final Duration KEPT = Duration.ofDays(1);
    private static final Duration LEFT_ALONE = Duration.ofSeconds(30);
    private static final int TIMEOUT_MILLISECONDS = 500;

    private final JedisPooled redis;
    private final VectorCache behind;
    private final Clock clock;
    private final AtomicReference<Instant> silentUntil = new AtomicReference<>(Instant.MIN);

    /** @param url {@code redis://[user:password@]host[:port][/database]}, or {@code rediss:} for TLS */
    public RedisVectors(URI url, VectorCache behind, Clock clock) {
        if (!JedisURIHelper.isValid(url)) {
            throw new IllegalArgumentException(
                    "REDIS_URL is no address of a Redis: write redis://host:6379/0, or rediss:// for TLS");
        }
        HostAndPort address = JedisURIHelper.getHostAndPort(url);
        this.redis = new JedisPooled(
                address,
                DefaultJedisClientConfig.builder(url)
                        .connectionTimeoutMillis(TIMEOUT_MILLISECONDS)
                        .socketTimeoutMillis(TIMEOUT_MILLISECONDS)
                        .build());
        this.behind = behind;
        this.clock = clock;
    }

    @Override
    public Map<TextKey, float[]> find(String model, Set<TextKey> keys) {
        Map<TextKey, float[]> found = new HashMap<>(unlessSilent(() -> read(model, keys), Map.of()));
        Set<TextKey> missing = new LinkedHashSet<>(keys);
        missing.removeAll(found.keySet());
        if (!missing.isEmpty()) {
            Map<TextKey, float[]> older = behind.find(model, missing);
            unlessSilent(() -> write(model, older), 0);
            found.putAll(older);
        }
        return found;
    }

    @Override
    public void keep(String model, Map<TextKey, float[]> vectors) {
        behind.keep(model, vectors);
        unlessSilent(() -> write(model, vectors), 0);
    }

    private Map<TextKey, float[]> read(String model, Set<TextKey> keys) {
        List<TextKey> ordered = List.copyOf(keys);
        if (ordered.isEmpty()) {
            return Map.of();
        }
        List<byte[]> values =
                redis.mget(ordered.stream().map(key -> name(model, key)).toArray(byte[][]::new));
        Map<TextKey, float[]> found = new HashMap<>();
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) != null) {
                found.put(ordered.get(i), VectorBytes.decoded(values.get(i)));
            }
        }
        return found;
    }

    private int write(String model, Map<TextKey, float[]> vectors) {
        if (!vectors.isEmpty()) {
            try (AbstractPipeline pipeline = redis.pipelined()) {
                vectors.forEach((key, vector) ->
                        pipeline.setex(name(model, key), KEPT.toSeconds(), VectorBytes.encoded(vector)));
                pipeline.sync();
            }
        }
        return vectors.size();
    }

    /** Of one organization: what another one has embedded tells nothing here. */
    private static byte[] name(String model, TextKey key) {
        return "crewyard:vector16:%s:%s:%s"
                .formatted(Tenancy.required().value(), model, key.sha256())
                .getBytes(StandardCharsets.UTF_8);
    }

    private <T> T unlessSilent(Supplier<T> ask, T otherwise) {
        if (clock.instant().isBefore(silentUntil.get())) {
            return otherwise;
        }
        try {
            return ask.get();
        } catch (JedisException e) {
            silentUntil.set(clock.instant().plus(LEFT_ALONE));
            log.atWarn()
                    .addKeyValue("event", "redis.unavailable")
                    .addKeyValue("reason", e.getMessage())
                    .log("Redis does not answer; vectors come from the database");
            return otherwise;
        }
    }

    @Override
    public void close() {
        redis.close();
    }
}
