package com.crewyard.recruiting.matching;

import com.crewyard.kernel.CandidateId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;

/**
 * Chooses, out of an organization's many candidates, those whom weighing is worth, under filters that nobody gets past. The
 * search index does it; here is what matching needs of it. Everything is of the organization in scope.
 */
public interface CandidateIndex {

    /** How many candidates it holds; 0 while there is no index. */
    long size();

    /**
     * Everybody whom a filter leaves.
     *
     * @param filter in the language of {@code docs/search.md}
     */
    Set<CandidateId> all(String filter);

    /**
     * Those who are likeliest to fit, in no order that matters.
     *
     * @param filter in the language of {@code docs/search.md}; empty for none
     * @param most how many at most
     * @param known whether the contents of a stamp are at hand already and need not be read
     */
    Nearest nearest(Wanted wanted, String filter, int most, LongPredicate known);

    /**
     * Always the same candidates while none of them changes or is gone: a sample whose choice says nothing about them.
     *
     * @param size how many at most
     * @param known whether the contents of a stamp are at hand already and need not be read
     */
    List<Held> sample(int size, LongPredicate known);

    /**
     * What a post asks for, as far as an index can tell.
     *
     * @param work what the directions of work are held against; empty when there are no vectors
     * @param trade what the directions of trades are held against; empty when there are no vectors
     * @param skills each that is asked for
     * @param words that tell of the post, the title's first
     */
    record Wanted(Optional<Towards> work, Optional<Towards> trade, List<Skill> skills, List<String> words) {

        public Wanted {
            skills = List.copyOf(skills);
            words = List.copyOf(words);
        }
    }

    /**
     * A direction, and what being near it is worth.
     *
     * @param direction of length 1
     * @param mean cosine of candidates with it
     * @param deviation of those cosines, above 0
     * @param weight what the nearest get, in the unit of skills' importance
     */
    record Towards(float[] direction, double mean, double deviation, double weight) {

        private static final double MIDDLE = 2;
        private static final double SLOPE = 1.2;

        /** About what ranking will give for it. */
        public double worth(double cosine) {
            return weight / (1 + Math.exp(-SLOPE * ((cosine - mean) / deviation - MIDDLE)));
        }
    }

    /**
     * A skill that is asked for.
     *
     * @param importance what having it is worth
     * @param shares identifiers of the skill and of those that stand in for it, with how far they do, above 0 up to 1
     */
    record Skill(double importance, Map<String, Double> shares) {

        public Skill {
            shares = Map.copyOf(shares);
        }
    }

    /**
     * @param total how many the filter left
     * @param candidates the likeliest of them
     */
    record Nearest(long total, List<Held> candidates) {

        public static final Nearest NOBODY = new Nearest(0, List.of());

        public Nearest {
            candidates = List.copyOf(candidates);
        }
    }

    /**
     * A candidate as the index holds them.
     *
     * @param stamp of the contents: another one when they change
     * @param contents of {@link Prepared}; empty when they are known or the index does not keep them
     */
    record Held(CandidateId id, long stamp, Optional<byte[]> contents) {}
}
