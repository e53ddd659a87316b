package com.crewyard.recruiting.candidates;

import com.crewyard.recruiting.activity.Activity;
import com.crewyard.web.Words;
import java.util.List;
import java.util.Map;

/** A module's words for its entries of the journal, as they stand on a candidate's feed behind the actor's name. */
public interface FeedWording {

    /**
     * @param words of the reader's language
     * @return by position, {@code "moved the application for Nurse to Interview"}; entries of other modules are absent
     */
    Map<Long, String> of(List<Activity> entries, Words words);
}
