package com.crewyard.hosting.plan;

import com.crewyard.hosting.plan.Plan.PhasePlan;
import com.crewyard.hosting.plan.Plan.Task;
import java.time.LocalDate;

/** Draws the tasks of a plan as a Mermaid Gantt chart, counted in working days from no date in particular. */
final class Timeline {

    /** A Monday and the first day of a year, so that the axis counts weeks from 1. */
    private static final LocalDate START = LocalDate.of(2001, 1, 1);

    private Timeline() {}

    static String of(Plan plan) {
        StringBuilder chart = new StringBuilder("""
                gantt
                    title %s, in weeks from its start
                    dateFormat YYYY-MM-DD HH:mm
                    axisFormat %%W
                    excludes weekends
                """.formatted(plan.app()));
        for (PhasePlan phase : plan.phases()) {
            chart.append("    section %d %s\n".formatted(phase.number(), plain(phase.name())));
            for (Task task : phase.tasks()) {
                chart.append("    %s :%s, %s, %dh\n"
                        .formatted(
                                plain(task.title()),
                                task.id(),
                                at(task.startDay()),
                                Math.max(1, Math.round(task.effort() * 24))));
            }
        }
        return chart.toString();
    }

    private static String at(double workingDay) {
        int day = (int) Math.floor(workingDay + 1e-9);
        long hour = Math.round((workingDay - day) * 24);
        return START.plusDays(day / 5 * 7L + day % 5) + " %02d:00".formatted(hour);
    }

    /** Without what ends a task's name or begins a comment. */
    private static String plain(String text) {
        String one = text.replaceAll("[:;#,]", " ").replaceAll("\\s+", " ").strip();
        return one.length() <= 60 ? one : one.substring(0, one.lastIndexOf(' ', 58)) + " …";
    }
}
