package com.crewyard.recruiting.matching.internal.embedding;

import com.crewyard.postgres.Tenancy;
import com.crewyard.recruiting.identity.Organizations;
import com.crewyard.recruiting.platform.work.Housekeeping;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/** Vectors of an organization's texts, in transactions of its own, until nobody has asked for them for a month. */
@Repository
public class VectorStore implements VectorCache, Housekeeping {

    private static final int KEPT_FOR_DAYS = 30;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Organizations organizations;
    private final Clock clock;

    VectorStore(JdbcClient jdbc, TransactionOperations transactions, Organizations organizations, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.organizations = organizations;
        this.clock = clock;
    }

    @Override
    public Map<TextKey, float[]> find(String model, Set<TextKey> keys) {
        Map<String, TextKey> byHash = keys.stream().collect(Collectors.toMap(TextKey::sha256, Function.identity()));
        Map<TextKey, float[]> found = new HashMap<>();
        transactions.executeWithoutResult(_ -> {
            jdbc.sql("select text_sha256, vector from matching.embedding where model = ? and text_sha256 = any(?)")
                    .params(model, hashes(keys))
                    .query(row -> {
                        TextKey key = byHash.get(HexFormat.of().formatHex(row.getBytes("text_sha256")));
                        if (key != null) {
                            found.put(key, VectorBytes.decoded(row.getBytes("vector")));
                        }
                    });
            jdbc.sql("""
                            update matching.embedding set used_on = ?
                            where model = ? and text_sha256 = any(?) and used_on < ?""")
                    .params(today(), model, hashes(found.keySet()), today())
                    .update();
        });
        return found;
    }

    /** The vectors that there are; none is made. */
    public Map<String, float[]> kept(String model, Collection<String> texts) {
        Map<String, TextKey> keys = new HashMap<>();
        texts.forEach(text -> keys.put(text, TextKey.of(text)));
        Map<TextKey, float[]> found = find(model, Set.copyOf(keys.values()));
        Map<String, float[]> kept = new HashMap<>();
        keys.forEach((text, key) -> {
            float[] vector = found.get(key);
            if (vector != null) {
                kept.put(text, vector);
            }
        });
        return kept;
    }

    @Override
    public void keep(String model, Map<TextKey, float[]> vectors) {
        byte[][] hashes = hashes(vectors.keySet());
        byte[][] encoded = vectors.values().stream().map(VectorBytes::encoded).toArray(byte[][]::new);
        transactions.executeWithoutResult(
                _ -> jdbc.sql("""
                        insert into matching.embedding (model, text_sha256, vector, used_on)
                        select ?, text_sha256, vector, ?
                        from unnest(?::bytea[], ?::bytea[]) as made (text_sha256, vector)
                        on conflict (organization_id, model, text_sha256) do nothing""").params(model, today(), hashes, encoded).update());
    }

    @Override
    public String name() {
        return "matching.expire_embeddings";
    }

    @Override
    public Duration every() {
        return Duration.ofDays(1);
    }

    @Override
    public void run() {
        LocalDate oldest = today().minusDays(KEPT_FOR_DAYS);
        organizations
                .all()
                .forEach(organization -> Tenancy.in(
                        organization,
                        () -> transactions.executeWithoutResult(
                                _ -> jdbc.sql("delete from matching.embedding where used_on < ?")
                                        .param(oldest)
                                        .update())));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static byte[][] hashes(Collection<TextKey> keys) {
        return keys.stream().map(TextKey::bytes).toArray(byte[][]::new);
    }
}
