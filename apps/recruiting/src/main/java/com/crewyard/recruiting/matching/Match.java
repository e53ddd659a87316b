package com.crewyard.recruiting.matching;

import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.JobId;
import java.util.Comparator;
import java.util.List;

/**
 * How well one candidate fits one job.
 *
 * @param score 0 to 100, the weighted sum of the criteria
 * @param reason one sentence of evidence
 */
public record Match(JobId job, CandidateId candidate, int score, String reason, List<Criterion> criteria) {

    /** Best first; equals in the order in which they came, so that an answer never depends on chance. */
    public static final Comparator<Match> BEST_FIRST = Comparator.comparingDouble(Match::exactScore)
            .reversed()
            .thenComparing(match -> match.candidate().value())
            .thenComparing(match -> match.job().value());

    public Match {
        criteria = List.copyOf(criteria);
        if (score < 0 || score > 100) {
            throw new IllegalArgumentException("score %d is outside 0 to 100".formatted(score));
        }
    }

    public List<String> missing() {
        return criteria.stream()
                .flatMap(criterion -> criterion.missing().stream())
                .distinct()
                .toList();
    }

    /** Before rounding. */
    public double exactScore() {
        return criteria.stream()
                .mapToDouble(criterion -> criterion.weight() * criterion.value() * 100)
                .sum();
    }
}
