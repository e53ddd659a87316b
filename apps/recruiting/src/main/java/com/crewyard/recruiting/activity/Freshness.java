package com.crewyard.recruiting.activity;

import com.crewyard.kernel.OrganizationId;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells whether something read from an organization is still what is there, without asking the database: a number that
 * changes with every journal entry of this process at once, and of other processes as soon as their notification
 * arrives, a few milliseconds after their commit.
 */
@Component
public class Freshness {

    private final ConcurrentMap<OrganizationId, AtomicLong> versions = new ConcurrentHashMap<>();
    private final AtomicLong epoch = new AtomicLong();
    private volatile boolean hears;

    /** What to keep beside what was read; empty while other processes cannot be heard, and nothing may be kept. */
    public OptionalLong version(OrganizationId organization) {
        return hears ? OptionalLong.of(epoch.get() + of(organization).get()) : OptionalLong.empty();
    }

    @EventListener
    void on(Journal.Advanced advanced) {
        of(advanced.organization()).incrementAndGet();
    }

    @EventListener
    void on(Journal.Heard heard) {
        of(heard.organization()).incrementAndGet();
    }

    @EventListener
    void on(Journal.Unheard unheard) {
        hears = false;
        epoch.addAndGet(1L << 32);
    }

    @EventListener
    void on(Journal.Listening listening) {
        hears = true;
    }

    private AtomicLong of(OrganizationId organization) {
        return versions.computeIfAbsent(organization, _ -> new AtomicLong());
    }
}
