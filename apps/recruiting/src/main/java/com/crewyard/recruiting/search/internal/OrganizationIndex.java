package com.crewyard.recruiting.search.internal;

import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.OrganizationId;
import com.crewyard.postgres.Tenancy;
import com.crewyard.recruiting.activity.Journal;
import com.crewyard.recruiting.search.DocumentKey;
import com.crewyard.recruiting.search.Note;
import com.crewyard.recruiting.search.SearchAnswer;
import com.crewyard.recruiting.search.SearchRequest;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One organization's index in this process: opened when somebody asks, kept up by the journal, and built anew in the
 * background when it is lost, damaged, of an earlier version or cannot be written, while the old one serves on.
 */
final class OrganizationIndex {

    private static final Logger log = LoggerFactory.getLogger(OrganizationIndex.class);
    private static final Duration WORTH_WAITING = Duration.ofMillis(1_500);

    private final OrganizationId organization;
    private final IndexBuilder builder;
    private final IndexStore generations;
    private final Journal journal;
    private final Executor background;
    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicBoolean stale = new AtomicBoolean();
    private final AtomicBoolean rebuilding = new AtomicBoolean();

    private volatile @Nullable SearchIndex serving;
    private volatile @Nullable SearchIndex growing;
    private volatile CompletableFuture<Void> built = CompletableFuture.completedFuture(null);
    private volatile boolean opened;
    private volatile boolean closed;
    private volatile long lastAsked = System.nanoTime();
    private final JournalFollower follower;
    private final Retry retry = new Retry();

    OrganizationIndex(
            OrganizationId organization,
            IndexBuilder builder,
            IndexStore generations,
            Journal journal,
            Executor background) {
        this.organization = organization;
        this.builder = builder;
        this.generations = generations;
        this.journal = journal;
        this.background = background;
        this.follower = new JournalFollower(organization, builder, journal, generations.isShared());
    }

    long lastAsked() {
        return lastAsked;
    }

    boolean isOpen() {
        return opened && !closed;
    }

    SearchAnswer find(SearchRequest request) {
        lastAsked = System.nanoTime();
        open();
        if (serving == null) {
            awaitBuilding();
        }
        // A second time, for an index may be replaced by a better one right now.
        for (int attempt = 0; attempt < 2; attempt++) {
            SearchIndex index = serving;
            SearchIndex partial = growing;
            if (index == null) {
                return partial == null
                        ? SearchAnswer.nothing(Note.of(Note.Code.UNAVAILABLE))
                        : partly(partial, request);
            }
            try {
                return index.find(request);
            } catch (IndexFailedException e) {
                failed(index, e);
            }
        }
        return SearchAnswer.nothing(Note.of(Note.Code.UNAVAILABLE));
    }

    /** @throws IndexFailedException when it cannot be read */
    Collection<DocumentKey> all(SearchRequest request) {
        SearchIndex index = serving;
        return index == null ? List.of() : index.all(request);
    }

    /** A small organization's index is there in a moment. */
    private void awaitBuilding() {
        try {
            built.get(WORTH_WAITING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException _) {
            // What there is so far has to do.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static SearchAnswer partly(SearchIndex growing, SearchRequest request) {
        try {
            return growing.find(request).noting(Note.of(Note.Code.BUILDING, Long.toString(growing.size())));
        } catch (IndexFailedException _) {
            return SearchAnswer.nothing(Note.of(Note.Code.UNAVAILABLE));
        }
    }

    /** Reads on in the journal, unless somebody else does or waits to. */
    void advance() {
        stale.set(true);
        while (stale.get() && !lock.hasQueuedThreads() && lock.tryLock()) {
            try {
                advanceLocked();
            } finally {
                lock.unlock();
            }
        }
    }

    /** What happened while somebody else had the lock, whoever told of it did not wait for. */
    private void advanceIfStale() {
        if (stale.get()) {
            advance();
        }
    }

    /** Waits until everything is searchable that was committed before the call. */
    void catchUp() {
        open();
        if (serving == null) {
            awaitBuilding();
        }
        lock.lock();
        try {
            advanceLocked();
        } finally {
            lock.unlock();
        }
        advanceIfStale();
    }

    /** What matching asks; the other answer while there is no index. */
    <T> T ask(Function<SearchIndex, T> question, T otherwise) {
        lastAsked = System.nanoTime();
        open();
        SearchIndex index = serving == null ? growing : serving;
        if (index == null) {
            return otherwise;
        }
        try {
            return question.apply(index);
        } catch (IndexFailedException e) {
            failed(index, e);
            return otherwise;
        }
    }

    boolean isComplete() {
        return serving != null && !rebuilding.get();
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            SearchIndex index = serving;
            if (index != null) {
                follower.keep(index);
                index.close();
            }
            serving = null;
        } finally {
            lock.unlock();
        }
    }

    private void open() {
        if (opened) {
            retryIfDue();
            return;
        }
        lock.lock();
        try {
            if (opened || closed) {
                return;
            }
            IndexStore.Found found = generations.open();
            if (found.index().isPresent()) {
                SearchIndex index = found.index().get();
                follower.goOnFrom(index.position().orElse(0));
                serving = index;
            }
            opened = true;
            found.reason().ifPresent(reason -> {
                log.atInfo()
                        .addKeyValue("organization", organization)
                        .addKeyValue("reason", reason)
                        .log("the search index is built");
                rebuild();
            });
            advanceLocked();
        } finally {
            lock.unlock();
        }
        advanceIfStale();
    }

    private void retryIfDue() {
        if (!rebuilding.get() && serving == null && retry.isDue()) {
            rebuild();
        }
    }

    private void advanceLocked() {
        stale.set(false);
        SearchIndex index = serving;
        if (index == null || closed || rebuilding.get()) {
            return;
        }
        try {
            generations.writing(() -> {
                if (follower.follow(index)) {
                    rebuild();
                }
            });
            if (follower.isBehind()) {
                stale.set(true);
            }
        } catch (IndexFailedException e) {
            failed(e);
        }
    }

    /** More is known of a candidate than when they were written. */
    void moreIsKnownOf(CandidateId candidate) {
        follower.moreIsKnownOf(candidate);
    }

    /** An index that was replaced meanwhile may fail as it likes. */
    private void failed(SearchIndex index, IndexFailedException failure) {
        if (index == serving) {
            failed(failure);
            if (failure.isDamaged()) {
                forget(index);
            }
        }
    }

    private void failed(IndexFailedException failure) {
        log.atError()
                .addKeyValue("organization", organization)
                .addKeyValue("reason", failure.getMessage())
                .log("the search index failed; it is built anew while the old one serves");
        if (retry.isDue()) {
            rebuild();
        }
    }

    private void forget(SearchIndex damaged) {
        lock.lock();
        try {
            if (serving == damaged) {
                serving = null;
                damaged.close();
            }
        } finally {
            lock.unlock();
        }
    }

    private void rebuild() {
        if (!closed && rebuilding.compareAndSet(false, true)) {
            built = new CompletableFuture<>();
            try {
                background.execute(this::build);
            } catch (RejectedExecutionException _) {
                rebuilding.set(false);
                built.complete(null);
            }
        }
    }

    private void build() {
        try {
            generations.building(() -> {
                if (!isBuiltElsewhere()) {
                    buildAnew();
                }
            });
            retry.succeeded();
        } catch (RuntimeException e) {
            retry.failed();
            if (!closed) {
                log.atError()
                        .addKeyValue("organization", organization)
                        .addKeyValue("reason", String.valueOf(e.getMessage()))
                        .log("the search index could not be built; it is tried again");
            }
        } finally {
            growing = null;
            rebuilding.set(false);
            built.complete(null);
        }
        advance();
    }

    /** Another process that shares the index has done it, or what failed has passed. */
    private boolean isBuiltElsewhere() {
        if (!generations.isShared()) {
            return false;
        }
        IndexStore.Found found = generations.open();
        if (found.index().isEmpty() || found.reason().isPresent()) {
            return false;
        }
        retry.rest();
        lock.lock();
        try {
            serving = found.index().get();
        } finally {
            lock.unlock();
        }
        return true;
    }

    private void buildAnew() {
        SearchIndex fresh = null;
        try {
            long from = Tenancy.in(organization, journal::position);
            fresh = generations.create();
            growing = fresh;
            builder.fill(organization, fresh, () -> closed);
            fresh.commit(from);
            replace(fresh, from);
        } catch (RuntimeException e) {
            growing = null;
            if (fresh != null) {
                fresh.close();
            }
            generations.dropUnfinished();
            throw e;
        }
    }

    private void replace(SearchIndex fresh, long from) {
        lock.lock();
        try {
            if (closed) {
                fresh.close();
                return;
            }
            generations.writing(() -> {
                SearchIndex old = serving;
                serving = fresh;
                follower.goOnFrom(from);
                if (old != null) {
                    old.close();
                }
                generations.keepOnlyLatest();
            });
            log.atInfo()
                    .addKeyValue("organization", organization)
                    .addKeyValue("entries", fresh.size())
                    .log("the search index is complete");
        } finally {
            lock.unlock();
        }
    }
}
