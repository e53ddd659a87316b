package com.crewyard.recruiting.parsing.internal.profile;

import com.crewyard.recruiting.parsing.Found;
import com.crewyard.recruiting.parsing.PartialDate;
import java.util.Optional;

/**
 * Dates as a resume gives them.
 *
 * @param slice all characters of it, words like "since" included
 * @param start absent for a single date, which is the end
 * @param current whether it lasts until now
 */
record DateRange(Slice slice, Optional<Found<PartialDate>> start, Optional<Found<PartialDate>> end, boolean current) {

    boolean isRange() {
        return start.isPresent();
    }
}
