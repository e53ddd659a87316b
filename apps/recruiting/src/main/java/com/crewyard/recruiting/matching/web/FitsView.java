package com.crewyard.recruiting.matching.web;

import com.crewyard.recruiting.candidates.CandidateFrame;
import com.crewyard.recruiting.jobs.Job;
import com.crewyard.recruiting.matching.Match;
import com.crewyard.recruiting.matching.Matching;
import java.util.List;
import java.util.Optional;

/**
 * Which jobs fit a candidate, as a tab of their page.
 *
 * @param answer empty for a reader whose role does not run matching
 */
public record FitsView(CandidateFrame frame, Optional<Matching.Answer> answer, List<Row> rows) {

    /** A job with how well it fits. */
    public record Row(Job job, Match match) {}
}
