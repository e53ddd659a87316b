package com.crewyard.recruiting.activity;

import com.crewyard.kernel.OrganizationId;
import com.crewyard.postgres.Tenancy;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers of the API as bytes, kept for as long as nothing happens in their organization. They depend on the
 * organization and the key alone: whoever may ask at all gets the same answer.
 */
@Component
public class KeptAnswers {

    private static final long MOST_BYTES = 32L << 20;

    private final Freshness freshness;
    private final JsonMapper json;
    private final Cache<Key, byte[]> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Key _, byte[] bytes) -> bytes.length + 200)
            .build();

    KeptAnswers(Freshness freshness, JsonMapper json) {
        this.freshness = freshness;
        this.json = json;
    }

    private record Key(OrganizationId organization, long version, Object what) {}

    /** @param what the whole request, in a type with value equality */
    public ResponseEntity<byte[]> answer(Object what, Supplier<?> read) {
        OrganizationId organization = Tenancy.required();
        OptionalLong version = freshness.version(organization);
        byte[] bytes = version.isPresent()
                ? kept.get(new Key(organization, version.getAsLong(), what), _ -> json.writeValueAsBytes(read.get()))
                : json.writeValueAsBytes(read.get());
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(bytes);
    }
}
