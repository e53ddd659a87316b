package com.crewyard.recruiting.search.internal;

import com.crewyard.kernel.OrganizationId;
import com.crewyard.recruiting.activity.Journal;
import com.crewyard.recruiting.matching.Preparation;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The indexes that this process has opened, one an organization. Apart, because how rare a word is, what completes it and
 * what it may be a misspelling of all come out of an index: in a shared one they would tell of other organizations.
 */
@Component
public class OrganizationIndexes implements AutoCloseable {

    /** Each costs some megabytes; beyond, the one not asked for the longest is closed. */
    private static final int MOST_OPEN = 200;

    private final IndexStores stores;
    private final IndexBuilder builder;
    private final Journal journal;
    private final ConcurrentMap<OrganizationId, OrganizationIndex> indexes = new ConcurrentHashMap<>();
    /** One at a time: building takes a core. */
    private final ExecutorService background = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("search-index-", 0).factory());

    OrganizationIndexes(IndexStores stores, IndexBuilder builder, Journal journal) {
        this.stores = stores;
        this.builder = builder;
        this.journal = journal;
    }

    OrganizationIndex of(OrganizationId organization) {
        OrganizationIndex known = indexes.get(organization);
        if (known != null) {
            return known;
        }
        if (indexes.size() >= MOST_OPEN) {
            closeOldest();
        }
        return indexes.computeIfAbsent(
                organization, id -> new OrganizationIndex(id, builder, stores.of(id), journal, background));
    }

    private void closeOldest() {
        Optional<OrganizationId> oldest = indexes.entrySet().stream()
                .min(Comparator.comparingLong(entry -> entry.getValue().lastAsked() - System.nanoTime()))
                .map(java.util.Map.Entry::getKey);
        oldest.map(indexes::remove).ifPresent(OrganizationIndex::close);
    }

    @EventListener
    void on(Journal.Advanced advanced) {
        wake(advanced.organization());
    }

    @EventListener
    void on(Journal.Heard heard) {
        wake(heard.organization());
    }

    @EventListener
    void on(Journal.Unheard unheard) {
        indexes.keySet().forEach(this::wake);
    }

    @EventListener
    void on(Preparation.Embedded embedded) {
        OrganizationIndex index = indexes.get(embedded.organization());
        if (index != null) {
            index.moreIsKnownOf(embedded.candidate());
            wake(embedded.organization());
        }
    }

    private void wake(OrganizationId organization) {
        OrganizationIndex index = indexes.get(organization);
        if (index != null && index.isOpen()) {
            Thread.startVirtualThread(index::advance);
        }
    }

    @Override
    public void close() {
        background.shutdownNow();
        indexes.values().forEach(OrganizationIndex::close);
    }
}
