package com.crewyard.hosting.plan;

import com.crewyard.hosting.research.Phase.Window;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A phase as the documents have it.
 *
 * @param triggers what has to be true before it
 * @param targets what it promises
 * @param later whether it gathers what documents would add some day
 */
record Stage(
        int number,
        String name,
        Optional<Window> window,
        List<Said> said,
        List<Measure> triggers,
        List<Measure> targets,
        boolean later) {

    private static final int WORKING_DAYS = 5;
    private static final int WEEK = 7;

    /** The load that begins it, in requests a second. */
    OptionalDouble rate() {
        return triggers.stream()
                .filter(measure -> measure.metric().equals("request_rate")
                        && measure.comparison().startsWith(">"))
                .mapToDouble(Measure::value)
                .max();
    }

    /** The first working day the documents give it, counted from 0. */
    int fromDay() {
        return window.map(found -> working(found.fromDay())).orElse(0);
    }

    /** How many working days the documents give it. */
    Optional<Integer> days() {
        return window.flatMap(found -> found.toDay().map(to -> working(to) - working(found.fromDay())));
    }

    private static int working(int calendarDays) {
        return calendarDays / WEEK * WORKING_DAYS + Math.min(WORKING_DAYS, calendarDays % WEEK);
    }
}
