package com.crewyard.hosting.research;

import java.util.List;
import java.util.Optional;

/**
 * A step of the recommended path.
 *
 * @param triggers what has to be true to enter it
 * @param targets what it promises to reach
 * @param components what the flowchart draws inside it
 */
public record Phase(
        int number,
        String name,
        Optional<Window> window,
        List<Statement> steps,
        List<Condition> triggers,
        List<Condition> targets,
        List<String> components,
        int line) {

    /**
     * When it takes place.
     *
     * @param fromDay and the last day; months count 30 days
     * @param toDay empty for an open end, such as "Month 2+"
     */
    public record Window(String text, int fromDay, Optional<Integer> toDay) {}
}
