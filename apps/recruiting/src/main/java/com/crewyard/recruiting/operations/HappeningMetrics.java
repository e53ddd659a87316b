package com.crewyard.recruiting.operations;

import com.crewyard.recruiting.activity.Journal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Counts what this process has written into journals: applications received, moved, hired, resumes parsed, … */
@Component
class HappeningMetrics {

    private final MeterRegistry registry;

    HappeningMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @EventListener
    void on(Journal.Advanced advanced) {
        Counter.builder("crewyard.happenings")
                .description("Journal entries, of all organizations")
                .tag("type", advanced.type())
                .register(registry)
                .increment();
    }
}
