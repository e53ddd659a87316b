package com.crewyard.recruiting.activity;

import com.crewyard.kernel.OrganizationId;
import com.crewyard.recruiting.platform.Hindsight;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The entries of one transaction. Put in place together at its very end, so that a journal's row, which all of an
 * organization share, is locked last by everybody: no two transactions can wait for each other over it.
 */
final class PendingEntries implements TransactionSynchronization {

    private final Journal journal;
    private final List<Entry> recorded = new ArrayList<>();
    private final List<Placed> placed = new ArrayList<>();

    private record Entry(OrganizationId organization, Actor actor, Happening happening, Optional<Instant> at) {}

    private record Placed(Entry entry, long position) {}

    private PendingEntries(Journal journal) {
        this.journal = journal;
    }

    static PendingEntries ofTransaction(Journal journal) {
        if (TransactionSynchronizationManager.getResource(journal) instanceof PendingEntries pending) {
            return pending;
        }
        PendingEntries pending = new PendingEntries(journal);
        TransactionSynchronizationManager.bindResource(journal, pending);
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }

    void add(OrganizationId organization, Actor actor, Happening happening) {
        recorded.add(new Entry(organization, actor, happening, Hindsight.moment()));
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        while (placed.size() < recorded.size()) {
            Entry entry = recorded.get(placed.size());
            placed.add(new Placed(entry, journal.insert(entry.actor(), entry.happening(), entry.at())));
        }
    }

    @Override
    public void afterCommit() {
        placed.forEach(entry -> journal.announce(
                entry.entry().organization(),
                entry.position(),
                entry.entry().actor(),
                entry.entry().happening()));
    }

    @Override
    public void beforeCompletion() {
        TransactionSynchronizationManager.unbindResource(journal);
    }

    @Override
    public void suspend() {
        TransactionSynchronizationManager.unbindResource(journal);
    }

    @Override
    public void resume() {
        TransactionSynchronizationManager.bindResource(journal, this);
    }
}
