package com.crewyard.recruiting.search.internal;

import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.OrganizationId;
import com.crewyard.postgres.Tenancy;
import com.crewyard.recruiting.activity.Activity;
import com.crewyard.recruiting.activity.Journal;
import com.crewyard.recruiting.search.DocumentKey;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings one organization's index up to date by the journal. All but what is told of candidates is for one thread at a time. */
final class JournalFollower {

    private static final Logger log = LoggerFactory.getLogger(JournalFollower.class);
    private static final int BATCH = 500;
    private static final long COMMIT_EVERY = Duration.ofSeconds(10).toNanos();
    private static final long FINISH_EVERY = Duration.ofSeconds(30).toNanos();
    private static final int FINISHED_AT_ONCE = 50;

    private final OrganizationId organization;
    private final IndexBuilder builder;
    private final Journal journal;
    private final boolean isShared;
    private final Set<DocumentKey> improved = ConcurrentHashMap.newKeySet();
    private long position;
    private long committed = System.nanoTime();
    private long finished = System.nanoTime();

    /** @param isShared whether others write the same index */
    JournalFollower(OrganizationId organization, IndexBuilder builder, Journal journal, boolean isShared) {
        this.organization = organization;
        this.builder = builder;
        this.journal = journal;
        this.isShared = isShared;
    }

    /** The index in use has everything up to a position of the journal. */
    void goOnFrom(long position) {
        this.position = position;
    }

    /** More is known of a candidate than when they were written. */
    void moreIsKnownOf(CandidateId candidate) {
        improved.add(DocumentKey.of(candidate));
    }

    /** Whether more is known of some than is written, and nobody has to say so again. */
    boolean isBehind() {
        return !improved.isEmpty();
    }

    /** @return whether something happened after which all of it has to be built anew */
    boolean follow(SearchIndex index) {
        long before = isShared ? index.position().orElse(position) : position;
        position = before;
        boolean changesEverything = false;
        List<Activity> news;
        do {
            news = Tenancy.in(organization, () -> journal.after(position, BATCH));
            if (!news.isEmpty()) {
                builder.follow(organization, index, Changes.of(news));
                position = news.getLast().position();
                changesEverything |= Changes.ofEverything(news);
            }
        } while (news.size() == BATCH);
        finish(index);
        // Whoever writes a shared index next goes on from here.
        boolean isDue = isShared ? position > before : System.nanoTime() - committed > COMMIT_EVERY;
        if (isDue) {
            committed = System.nanoTime();
            index.commit(position);
        }
        return changesEverything;
    }

    /**
     * Those of whom this process heard, and now and then some of the others: another may have found out more of them. A few
     * at a time, because what is new waits meanwhile.
     */
    private void finish(SearchIndex index) {
        Set<DocumentKey> known = improved.stream().limit(FINISHED_AT_ONCE).collect(Collectors.toUnmodifiableSet());
        improved.removeAll(known);
        builder.again(organization, index, known);
        if (System.nanoTime() - finished > FINISH_EVERY) {
            finished = System.nanoTime();
            builder.again(organization, index, index.unfinished(FINISHED_AT_ONCE));
        }
    }

    /** For the next start; a shared index has its position already. */
    void keep(SearchIndex index) {
        if (isShared) {
            return;
        }
        try {
            index.commit(position);
        } catch (IndexFailedException e) {
            log.atDebug().setCause(e).log("the index is brought up to date after the restart");
        }
    }
}
