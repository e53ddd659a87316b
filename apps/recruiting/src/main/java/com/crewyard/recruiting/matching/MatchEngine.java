package com.crewyard.recruiting.matching;

import java.util.List;
import java.util.Optional;

/**
 * Judges how well candidates fit jobs. The score of a job with a candidate is the same in both directions, and the same
 * input gives the same output.
 */
public interface MatchEngine {

    /** What ran: its criteria and their weights change only together with this name. */
    String name();

    /** The best {@code limit} of the pool, best first. */
    default Ranking rank(JobView job, CandidatePool pool, int limit) {
        return rank(job, pool, pool.candidates(), limit);
    }

    /** The best {@code limit} of some candidates, best first, judged as if among those of the pool. */
    Ranking rank(JobView job, CandidatePool pool, List<CandidateView> candidates, int limit);

    /** What an index has to look for, so that whoever would rank high is found. */
    CandidateIndex.Wanted wanted(JobView job, CandidatePool pool);

    /**
     * A candidate as an index held them, without anything made anew that was made before.
     *
     * @param contents of {@link Prepared}
     * @throws IllegalArgumentException when they cannot be understood
     */
    CandidateView recall(byte[] contents);

    /** The best {@code limit} of the jobs, best first, judged as if among the others of the pool. */
    Ranking rank(CandidateView candidate, List<JobView> jobs, CandidatePool pool, int limit);

    /**
     * @param strategy "local", or "openai" when embeddings of that service took part
     * @param fellBack to what, when another engine than the one that was asked had to rank
     */
    record Ranking(String strategy, List<Match> matches, Optional<FallBack> fellBack) {

        public Ranking {
            matches = List.copyOf(matches);
        }

        public Ranking(String strategy, List<Match> matches) {
            this(strategy, matches, Optional.empty());
        }
    }

    /**
     * @param engine what ran instead
     * @param reason for the log, without anything that was compared
     */
    record FallBack(String engine, String reason) {}
}
