package com.crewyard.deployment.pipelines.internal;

import com.crewyard.deployment.pipelines.PipelineSpec.Schedule;
import com.crewyard.deployment.work.Cron;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When schedules start runs. */
public final class Schedules {

    private final Tasks tasks;
    private final Clock clock;

    public Schedules(Tasks tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    /** Those of a version that counts from now on. */
    public void set(Definition definition) {
        List<Schedule> schedules = definition.spec().triggers().schedules();
        for (int index = 0; index < schedules.size(); index++) {
            Schedule schedule = schedules.get(index);
            int at = index;
            next(schedule, clock.instant()).ifPresent(time -> tasks.schedule(definition.version(), at, time));
        }
    }

    static Optional<Instant> next(Schedule schedule, Instant after) {
        return Cron.next(schedule.cron(), schedule.zone(), after);
    }
}
