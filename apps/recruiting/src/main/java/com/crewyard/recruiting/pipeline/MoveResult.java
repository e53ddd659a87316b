package com.crewyard.recruiting.pipeline;

import com.crewyard.recruiting.jobs.Openings;
import java.util.Optional;

/** What came of an attempt to change where an application is. */
public sealed interface MoveResult {

    /** @param openings after a hire: how many of the job's openings are filled now */
    record Moved(Application application, Optional<Openings> openings) implements MoveResult {}

    /** Somebody else changed it first; here is what they made of it. */
    record Stale(Application current, String sentence) implements MoveResult {}

    /** It cannot go there. */
    record Refused(Application current, String sentence) implements MoveResult {}
}
