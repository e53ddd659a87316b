package com.crewyard.recruiting.candidates;

import com.crewyard.recruiting.activity.Activity;
import java.util.List;
import java.util.Map;

/** A module's words for its entries of the journal, as they stand on a candidate's feed behind the actor's name. */
public interface FeedWording {

    /**
     * @return by position, {@code "moved the application for Nurse to Interview"}; entries of other modules are absent
     */
    Map<Long, String> of(List<Activity> entries);
}
