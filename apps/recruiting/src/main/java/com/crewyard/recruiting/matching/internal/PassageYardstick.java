package com.crewyard.recruiting.matching.internal;

import com.crewyard.recruiting.matching.Criterion;
import com.crewyard.recruiting.matching.Evidence;
import com.crewyard.recruiting.matching.JobView;
import com.crewyard.recruiting.matching.Phrase;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How near the resume's best passage is to what the post says first. */
final class PassageYardstick implements Yardstick {

    private static final double CLOSE = 0.6;
    private static final double SOMEWHAT_CLOSE = 0.25;
    private static final int LONGEST_QUOTE = 160;

    private final double weight;
    private final String title;
    private final Set<String> asked;
    private final PostNearness nearness;

    PassageYardstick(double weight, JobView job, PostNearness nearness) {
        this.weight = weight;
        this.title = job.title();
        this.nearness = nearness;
        this.asked = Words.terms(job.title() + "\n" + Excerpt.beginning(job.description(), Excerpt.WORDS)).stream()
                .map(Words.Token::term)
                .collect(Collectors.toSet());
    }

    @Override
    public double weight() {
        return weight;
    }

    @Override
    public double value(Features candidate) {
        return nearness.meaning(candidate.view());
    }

    @Override
    public Criterion explain(Features candidate, double share) {
        double value = value(candidate);
        Phrase.Pattern finding = value >= CLOSE
                ? Phrase.Pattern.CLOSE
                : value >= SOMEWHAT_CLOSE ? Phrase.Pattern.SOMEWHAT_CLOSE : Phrase.Pattern.FAR_APART;
        List<Evidence> evidence = value < SOMEWHAT_CLOSE
                ? List.of()
                : nearness
                        .nearestPassage(candidate.view())
                        .filter(passage -> passage.source() == Evidence.Source.RESUME)
                        .flatMap(passage -> evidence(candidate, passage))
                        .stream()
                        .toList();
        return new Criterion(Criterion.Kind.MEANING, share, value, List.of(Phrase.of(finding)), evidence, List.of());
    }

    /** The line of the passage that uses most of the post's words, else its first line. */
    private Optional<Evidence> evidence(Features candidate, Excerpt passage) {
        String resume = candidate.view().resume().text();
        int best = passage.start();
        long most = -1;
        for (int start = passage.start(); start < passage.end(); start = lineEnd(resume, start) + 1) {
            String line = resume.substring(start, Math.min(lineEnd(resume, start), passage.end()));
            long common = Words.terms(line).stream()
                    .map(Words.Token::term)
                    .distinct()
                    .filter(asked::contains)
                    .count();
            if (!line.isBlank() && common > most) {
                most = common;
                best = start;
            }
        }
        int end = Math.min(Math.min(lineEnd(resume, best), passage.end()), best + LONGEST_QUOTE);
        String words = resume.substring(best, end).strip();
        if (words.isEmpty()) {
            return Optional.empty();
        }
        int start = resume.indexOf(words, best);
        return Optional.of(new Evidence(
                        title, Evidence.Source.RESUME, start, start + words.length(), words, Words.singleSpaced(words))
                .within(candidate.sections().at(start)));
    }

    private static int lineEnd(String text, int start) {
        int end = text.indexOf('\n', start);
        return end < 0 ? text.length() : end;
    }
}
