package com.crewyard.recruiting.matching.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What exchanging one thing about people did to how the same resumes were judged.
 *
 * @param largestChange of a score, in points of 100
 * @param overlap mean share of a post's first ten that stay among them when everybody is somebody else, 1 when nobody moves
 * @param impactRatio lowest rate of being among the first tenth, of any of the people, by the highest; 1 when nobody is
 *     preferred, below .8 is adverse impact by the four-fifths rule (29 CFR 1607.4 D)
 */
public record Exchange(double largestChange, double overlap, double impactRatio) {

    private static final int FIRST = 10;
    private static final int TENTH = 10;

    /**
     * @param scores by person, by resume, by post, each in points of 100
     */
    static Exchange of(List<List<List<Double>>> scores) {
        return new Exchange(largestChange(scores), overlap(scores), impactRatio(scores));
    }

    private static double largestChange(List<List<List<Double>>> scores) {
        double largest = 0;
        for (List<List<Double>> person : scores) {
            for (int resume = 0; resume < person.size(); resume++) {
                for (int post = 0; post < person.get(resume).size(); post++) {
                    double first = scores.getFirst().get(resume).get(post);
                    largest = Math.max(largest, Math.abs(person.get(resume).get(post) - first));
                }
            }
        }
        return largest;
    }

    private static double overlap(List<List<List<Double>>> scores) {
        int posts = scores.getFirst().getFirst().size();
        double sum = 0;
        int count = 0;
        for (int post = 0; post < posts; post++) {
            Set<Integer> before = new HashSet<>(best(column(scores.getFirst(), post), FIRST));
            for (List<List<Double>> person : scores.subList(1, scores.size())) {
                List<Integer> after = best(column(person, post), FIRST);
                sum += (double) after.stream().filter(before::contains).count() / before.size();
                count++;
            }
        }
        return count == 0 ? 1 : sum / count;
    }

    /** Everybody is each of the people once, so that better resumes do not count for one of them. */
    private static double impactRatio(List<List<List<Double>>> scores) {
        int people = scores.size();
        int resumes = scores.getFirst().size();
        int posts = scores.getFirst().getFirst().size();
        int[] chosen = new int[people];
        for (int turn = 0; turn < people; turn++) {
            for (int post = 0; post < posts; post++) {
                List<Double> column = new ArrayList<>(resumes);
                for (int resume = 0; resume < resumes; resume++) {
                    column.add(scores.get((resume + turn) % people).get(resume).get(post));
                }
                for (int resume : best(column, Math.max(1, resumes / TENTH))) {
                    chosen[(resume + turn) % people]++;
                }
            }
        }
        int least = IntStream.of(chosen).min().orElse(0);
        int most = IntStream.of(chosen).max().orElse(0);
        return most == 0 ? 1 : (double) least / most;
    }

    private static List<Double> column(List<List<Double>> person, int post) {
        return person.stream().map(resume -> resume.get(post)).toList();
    }

    /** Places of the highest scores; the earlier of equals. */
    private static List<Integer> best(List<Double> scores, int count) {
        return IntStream.range(0, scores.size())
                .boxed()
                .sorted(Comparator.comparing((Integer place) -> scores.get(place))
                        .reversed())
                .limit(count)
                .toList();
    }
}
