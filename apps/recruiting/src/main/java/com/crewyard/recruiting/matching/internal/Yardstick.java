package com.crewyard.recruiting.matching.internal;

import com.crewyard.recruiting.matching.Criterion;

/** One thing that a job asks for, held against candidates. */
interface Yardstick {

    /** Its share beside the other yardsticks of the job, in any unit. */
    double weight();

    /** How well it is met, 0 to 1; cheap, for everybody in the pool. */
    double value(Features candidate);

    /** The same with words, for the few that are shown. */
    Criterion explain(Features candidate, double share);
}
