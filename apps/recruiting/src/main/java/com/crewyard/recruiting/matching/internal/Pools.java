package com.crewyard.recruiting.matching.internal;

import com.crewyard.kernel.OrganizationId;
import com.crewyard.postgres.Tenancy;
import com.crewyard.recruiting.matching.CandidatePool;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The candidates of organizations that lately matched, kept until one of them changes. */
@Component
public class Pools {

    private static final int MOST_ORGANIZATIONS = 20;

    private final PoolStore store;
    private final Cache<OrganizationId, Kept> kept = Caffeine.newBuilder()
            .maximumSize(MOST_ORGANIZATIONS)
            .expireAfterAccess(Duration.ofMinutes(30))
            .build();

    Pools(PoolStore store) {
        this.store = store;
    }

    private record Kept(String fingerprint, CandidatePool pool) {}

    /** As it is now. */
    @Transactional(readOnly = true)
    public CandidatePool current() {
        OrganizationId organization = Tenancy.required();
        String fingerprint = store.fingerprint();
        Kept present = kept.getIfPresent(organization);
        if (present == null || !present.fingerprint().equals(fingerprint)) {
            present = new Kept(fingerprint, CandidatePool.of(store.all()));
            kept.put(organization, present);
        }
        return present.pool();
    }

    /** As it was lately: enough to tell common words from rare ones when one candidate is scored. */
    @Transactional(readOnly = true)
    public CandidatePool recent() {
        return Optional.ofNullable(kept.getIfPresent(Tenancy.required()))
                .map(Kept::pool)
                .orElseGet(this::current);
    }
}
