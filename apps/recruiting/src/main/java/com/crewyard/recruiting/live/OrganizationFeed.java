package com.crewyard.recruiting.live;

import com.crewyard.kernel.OrganizationId;
import com.crewyard.postgres.Tenancy;
import com.crewyard.recruiting.activity.Activity;
import com.crewyard.recruiting.activity.Journal;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The journal of one organization as this process has read it, and the pages that follow it. The journal is read once
 * for all of them; each gets every position once, in order.
 */
final class OrganizationFeed {

    private static final int BATCH = 200;
    /** A page that missed more than this is faster loaded anew. */
    static final int MOST_REPLAYED = 1_000;

    private final OrganizationId organization;
    private final Journal journal;
    private final Set<Subscriber> subscribers = new CopyOnWriteArraySet<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicBoolean stale = new AtomicBoolean();
    private long position;

    OrganizationFeed(OrganizationId organization, Journal journal) {
        this.organization = organization;
        this.journal = journal;
    }

    /** Somebody who follows. */
    interface Subscriber {
        Frame.Topic topic();

        void send(List<Frame> frames);
    }

    boolean isIdle() {
        return subscribers.isEmpty();
    }

    int size() {
        return subscribers.size();
    }

    /** Sends what came after the cursor, then everything that comes. */
    void subscribe(Subscriber subscriber, long cursor) {
        lock.lock();
        try {
            if (isIdle()) {
                position = Tenancy.in(organization, journal::position);
            }
            advanceLocked();
            subscriber.send(replay(subscriber.topic(), cursor, position));
            subscribers.add(subscriber);
        } finally {
            lock.unlock();
        }
        // What was committed after the last look and before there was anybody to wake.
        advance();
    }

    void unsubscribe(Subscriber subscriber) {
        subscribers.remove(subscriber);
    }

    /** Reads on, unless somebody else is about to. */
    void advance() {
        stale.set(true);
        while (stale.get() && lock.tryLock()) {
            try {
                advanceLocked();
            } finally {
                lock.unlock();
            }
        }
    }

    private void advanceLocked() {
        stale.set(false);
        List<Activity> news;
        do {
            news = Tenancy.in(organization, () -> journal.after(position, BATCH));
            if (!news.isEmpty()) {
                position = news.getLast().position();
                deliver(news);
            }
        } while (news.size() == BATCH);
    }

    private void deliver(List<Activity> news) {
        for (Subscriber subscriber : subscribers) {
            subscriber.send(seenFrom(subscriber.topic(), news));
        }
    }

    private List<Frame> replay(Frame.Topic topic, long cursor, long upTo) {
        if (cursor >= upTo) {
            return List.of();
        }
        if (upTo - cursor > MOST_REPLAYED) {
            return List.of(Frame.reset(upTo));
        }
        return seenFrom(topic, Tenancy.in(organization, () -> journal.after(cursor, (int) (upTo - cursor))));
    }

    /** Runs of entries that do not concern the page shrink to one cursor. */
    static List<Frame> seenFrom(Frame.Topic topic, List<Activity> activities) {
        java.util.ArrayList<Frame> frames = new java.util.ArrayList<>();
        for (Activity activity : activities) {
            Frame frame = Frame.seenFrom(topic, activity);
            boolean extendsRun = frame.type().equals("cursor")
                    && !frames.isEmpty()
                    && frames.getLast().type().equals("cursor");
            if (extendsRun) {
                frames.removeLast();
            }
            frames.add(frame);
        }
        return List.copyOf(frames);
    }
}
