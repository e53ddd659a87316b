package com.crewyard.recruiting.matching.web;

import com.crewyard.recruiting.candidates.CandidateFrame;
import com.crewyard.recruiting.jobs.Job;
import com.crewyard.recruiting.matching.Match;
import com.crewyard.recruiting.matching.MatchProfile;
import com.crewyard.recruiting.matching.Matching;
import java.util.List;
import java.util.Optional;

/**
 * Which jobs fit a candidate, as a tab of their page.
 *
 * @param answer empty for a reader whose role does not run matching
 */
public record FitsView(CandidateFrame frame, Optional<Matching.Answer> answer, List<Row> rows) {

    /** What a job was weighed by. */
    public MatchProfile profile(Row row) {
        return answer.map(Matching.Answer::profiles)
                .map(profiles -> profiles.getOrDefault(row.job().id(), MatchProfile.STANDARD))
                .orElse(MatchProfile.STANDARD);
    }

    /** A job with how well it fits. */
    public record Row(Job job, Match match) {}
}
