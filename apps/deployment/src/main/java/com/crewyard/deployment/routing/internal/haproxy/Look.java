package com.crewyard.deployment.routing.internal.haproxy;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one worker process has counted by now. */
record Look(List<Statistics> statistics, ResponseTimes times) {

    Look {
        statistics = List.copyOf(statistics);
    }

    /** One question for all of it, each part of which begins alike. */
    static String question(String beginning, Collection<String> backends) {
        return Stream.concat(Stream.of(Statistics.QUESTION), backends.stream().map(ResponseTimes::question))
                .map(part -> beginning + part)
                .collect(Collectors.joining("; "));
    }

    static Look read(String answer) {
        int tables = answer.indexOf("# table: ");
        return tables < 0
                ? new Look(Statistics.read(answer), ResponseTimes.NONE)
                : new Look(Statistics.read(answer.substring(0, tables)), ResponseTimes.read(answer.substring(tables)));
    }
}
