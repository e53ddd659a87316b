package com.crewyard.recruiting.parsing.evaluation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Counts hits, misses and inventions of one kind of field. */
final class Tally {
    private int hits;
    private int missed;
    private int invented;

    /** Compares as multisets; returns what was missed. */
    List<String> add(Collection<String> expected, Collection<String> actual) {
        List<String> left = new ArrayList<>(actual);
        List<String> misses = new ArrayList<>();
        for (String one : expected) {
            if (left.remove(one)) {
                hits++;
            } else {
                missed++;
                misses.add(one);
            }
        }
        invented += left.size();
        return misses;
    }

    double precision() {
        return hits + invented == 0 ? 1 : hits / (double) (hits + invented);
    }

    double recall() {
        return hits + missed == 0 ? 1 : hits / (double) (hits + missed);
    }

    double f1() {
        return hits == 0 ? (missed + invented == 0 ? 1 : 0) : 2.0 * hits / (2.0 * hits + missed + invented);
    }
}
