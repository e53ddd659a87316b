package com.crewyard.recruiting.platform.work;

import com.crewyard.recruiting.platform.ProcessRole;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much work waits, of all organizations and all processes. */
@Component
@ProcessRole.Only(ProcessRole.WORKER)
class QueueMetrics implements MeterBinder {

    private final JdbcClient jdbc;

    QueueMetrics(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("crewyard.work.waiting", () -> count("not picked and execution_time <= now()"))
                .description("Pieces of work that are due and not begun")
                .register(registry);
        Gauge.builder("crewyard.work.failing", () -> count("consecutive_failures > 0"))
                .description("Pieces of work whose last attempt failed")
                .register(registry);
    }

    private long count(String condition) {
        return jdbc.sql("select count(*) from platform.scheduled_tasks where " + condition)
                .query(Long.class)
                .single();
    }
}
