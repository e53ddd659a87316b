package com.crewyard.hosting.plan;

import com.crewyard.hosting.plan.Plan.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives each task its days: in the given order, as soon as what it waits for is done and somebody is free. */
final class Schedule {

    private Schedule() {}

    /** @param from the first day, counted from 0; days are working days */
    static List<Task> of(List<Task> tasks, int people, double from) {
        double[] free = new double[people];
        Arrays.fill(free, from);
        Map<String, Double> done = new HashMap<>();
        List<Task> scheduled = new ArrayList<>();
        for (Task task : tasks) {
            int person = 0;
            for (int other = 1; other < people; other++) {
                if (free[other] < free[person]) {
                    person = other;
                }
            }
            double ready = task.after().stream()
                    .mapToDouble(id -> done.getOrDefault(id, from))
                    .max()
                    .orElse(from);
            double start = Math.max(ready, free[person]);
            double end = start + task.effort();
            free[person] = end;
            done.put(task.id(), end);
            scheduled.add(at(task, start, end));
        }
        return List.copyOf(scheduled);
    }

    private static Task at(Task task, double start, double end) {
        return new Task(
                task.id(),
                task.practice(),
                task.title(),
                task.owner(),
                task.effort(),
                start,
                end,
                task.after(),
                task.risks(),
                task.rollback(),
                task.checks(),
                task.trigger(),
                task.artifacts(),
                task.sources());
    }
}
