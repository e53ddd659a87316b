package com.crewyard.recruiting.demo.internal.seeding;

import com.crewyard.kernel.OrganizationId;
import com.crewyard.postgres.Tenancy;
import com.crewyard.recruiting.identity.Organizations;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The organization of the demonstration among all there are. */
@Component
public class Demonstration {

    private final Organizations organizations;
    private final DemoStore store;
    private final TransactionOperations transactions;

    Demonstration(Organizations organizations, DemoStore store, TransactionOperations transactions) {
        this.organizations = organizations;
        this.store = store;
        this.transactions = transactions;
    }

    /** An organization that was registered to its end. */
    record Existing(OrganizationId id, DemoStore.Origin origin) {}

    public boolean exists() {
        return find().isPresent();
    }

    Optional<Existing> find() {
        return all().stream()
                .filter(existing -> existing.origin().demonstration())
                .findFirst();
    }

    List<Existing> all() {
        return organizations.all().stream()
                .flatMap(id -> Tenancy.in(id, () -> transactions.execute(_ -> store.origin())).stream()
                        .map(origin -> new Existing(id, origin)))
                .toList();
    }
}
