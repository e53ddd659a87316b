package com.crewyard.recruiting.vocabulary.internal;

import com.crewyard.kernel.OrganizationId;
import com.crewyard.postgres.Tenancy;
import com.crewyard.recruiting.taxonomy.Taxonomies;
import com.crewyard.recruiting.taxonomy.Taxonomy;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Keeps the taxonomy of each organization that was lately asked about, until its own skills change. */
@Component
class OrganizationTaxonomies implements Taxonomies {

    private static final int MOST_ORGANIZATIONS = 50;

    private final Taxonomy common;
    private final OwnTermStore terms;
    private final TransactionOperations transactions;
    private final Cache<OrganizationId, Kept> kept = Caffeine.newBuilder()
            .maximumSize(MOST_ORGANIZATIONS)
            .expireAfterAccess(Duration.ofHours(1))
            .build();

    OrganizationTaxonomies(Taxonomy common, OwnTermStore terms, TransactionOperations transactions) {
        this.common = common;
        this.terms = terms;
        this.transactions = transactions;
    }

    private record Kept(String fingerprint, Taxonomy taxonomy) {}

    @Override
    public Taxonomy current() {
        Optional<OrganizationId> organization = Tenancy.organization();
        return organization.map(this::of).orElse(common);
    }

    private Taxonomy of(OrganizationId organization) {
        return transactions.execute(_ -> {
            String fingerprint = terms.fingerprint();
            Kept present = kept.getIfPresent(organization);
            if (present == null || !present.fingerprint().equals(fingerprint)) {
                present = new Kept(fingerprint, common.with(terms.skills(), terms.titles()));
                kept.put(organization, present);
            }
            return present.taxonomy();
        });
    }
}
