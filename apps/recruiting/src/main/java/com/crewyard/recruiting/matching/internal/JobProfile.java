package com.crewyard.recruiting.matching.internal;

import com.crewyard.recruiting.matching.CandidateIndex;
import com.crewyard.recruiting.matching.JobView;
import com.crewyard.recruiting.matching.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A job as a set of yardsticks. Those that it gives no measure for are left out, and the others weigh more.
 *
 * @param nearness of candidates in meaning, when there are vectors to tell it
 */
record JobProfile(JobView view, List<Yardstick> yardsticks, Optional<PostNearness> nearness) {

    /** @param nearness of candidates in meaning, when there are vectors to tell it */
    static JobProfile of(
            JobView job, Vocabulary vocabulary, TermStatistics statistics, Optional<PostNearness> nearness) {
        List<Yardstick> weighed = new JobYardsticks(job, job.weights(), vocabulary, statistics, nearness).all();
        // A profile of nothing but what this post gives no measure for would rank nobody: then the standard does.
        return new JobProfile(
                job,
                weighed.isEmpty()
                        ? new JobYardsticks(job, Weights.STANDARD, vocabulary, statistics, nearness).all()
                        : weighed,
                nearness);
    }

    JobProfile with(Yardstick another) {
        if (another.weight() == 0) {
            return this;
        }
        List<Yardstick> more = new ArrayList<>(yardsticks);
        more.add(another);
        return new JobProfile(view, List.copyOf(more), nearness);
    }

    double totalWeight() {
        return yardsticks.stream().mapToDouble(Yardstick::weight).sum();
    }

    /** What an index has to look for. */
    CandidateIndex.Wanted wanted() {
        List<CandidateIndex.Skill> skills = new ArrayList<>();
        List<String> words = new ArrayList<>(List.of(view.title()));
        for (Yardstick yardstick : yardsticks) {
            if (yardstick instanceof SkillsYardstick asked) {
                skills.addAll(asked.wanted());
                words.addAll(asked.unknown());
            }
        }
        return nearness.map(near -> near.wanted(
                        weight(PassageYardstick.class) + weight(SectionYardstick.class),
                        weight(RoleYardstick.class),
                        weight(PeersYardstick.class),
                        skills,
                        words))
                .orElseGet(() -> new CandidateIndex.Wanted(Optional.empty(), Optional.empty(), skills, words));
    }

    private double weight(Class<? extends Yardstick> kind) {
        return yardsticks.stream()
                .filter(kind::isInstance)
                .mapToDouble(Yardstick::weight)
                .sum();
    }
}
