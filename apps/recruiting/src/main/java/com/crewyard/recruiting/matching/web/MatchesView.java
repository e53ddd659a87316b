package com.crewyard.recruiting.matching.web;

import com.crewyard.recruiting.candidates.Candidate;
import com.crewyard.recruiting.jobs.Job;
import com.crewyard.recruiting.matching.Match;
import com.crewyard.recruiting.matching.MatchProfile;
import com.crewyard.recruiting.matching.Matching;
import com.crewyard.recruiting.matching.Suggestion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who fits a job, as a page.
 *
 * @param suggestion what decisions say about the weights, for who may change them
 * @param filter what has to be true of those who are compared, as written
 * @param misunderstood what is wrong with the filter, so that everybody is compared
 */
public record MatchesView(
        Job job,
        Matching.Answer answer,
        List<Row> rows,
        Instant at,
        ProfileForm weights,
        Optional<Suggestion> suggestion,
        String filter,
        Optional<String> misunderstood) {

    /** @param applied whether they are in this job's pipeline already */
    public record Row(Candidate candidate, Match match, boolean applied) {}

    public MatchProfile profile() {
        return answer.profiles().getOrDefault(job.id(), MatchProfile.STANDARD);
    }
}
