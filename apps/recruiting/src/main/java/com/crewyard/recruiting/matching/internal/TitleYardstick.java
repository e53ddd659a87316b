package com.crewyard.recruiting.matching.internal;

import com.crewyard.recruiting.matching.Criterion;
import com.crewyard.recruiting.matching.Criterion.Gap;
import com.crewyard.recruiting.matching.Evidence;
import com.crewyard.recruiting.matching.Phrase;
import java.util.List;
import java.util.Optional;

/** How near the job's title is to the positions held, the present one counting most. */
record TitleYardstick(double weight, HeldTitle asked, Vocabulary vocabulary) implements Yardstick {

    /** What a position before the present one is worth of it. */
    private static final double EARLIER = 0.85;
    /** Lost for each step of seniority between the titles, and at most. */
    private static final double STEP = 0.06;

    private static final double MOST_STEPS = 3;
    /** Titles that share words without being a known occupation in common are worth a little less than that. */
    private static final double BY_WORDS = 0.9;

    private record Best(double value, Optional<HeldTitle> title) {}

    @Override
    public double value(Features candidate) {
        return best(candidate).value();
    }

    private Best best(Features candidate) {
        Best best = new Best(0, Optional.empty());
        for (int i = 0; i < candidate.titles().size(); i++) {
            HeldTitle held = candidate.titles().get(i);
            double value = nearness(held) * (i == 0 ? 1 : EARLIER);
            if (value > best.value()) {
                best = new Best(value, Optional.of(held));
            }
        }
        return best;
    }

    private double nearness(HeldTitle held) {
        double byWords = TitleWords.overlap(asked.words(), held.words());
        double byOccupation = asked.occupation().isPresent()
                        && held.occupation().isPresent()
                ? vocabulary.kinship(asked.occupation().get(), held.occupation().get())
                : 0;
        double trade = Math.max(byOccupation, byWords * (byWords == 1 ? 1 : BY_WORDS));
        double steps = Math.min(MOST_STEPS, asked.stepsTo(held));
        return trade * (1 - STEP * steps);
    }

    @Override
    public Criterion explain(Features candidate, double share) {
        Best best = best(candidate);
        Phrase finding;
        if (candidate.titles().isEmpty()) {
            finding = Phrase.of(Phrase.Pattern.NO_POSITION);
        } else if (best.title().isEmpty()) {
            finding = Phrase.of(Phrase.Pattern.NO_POSITION_NEAR, asked.written());
        } else {
            Phrase.Pattern how = best.value() >= 0.8
                    ? Phrase.Pattern.SAME_TRADE
                    : best.value() >= 0.45 ? Phrase.Pattern.NEAR_TRADE : Phrase.Pattern.DISTANT_TRADE;
            finding = Phrase.of(how, best.title().get().written());
        }
        List<Evidence> evidence = best
                .title()
                .map(title -> {
                    String written = title.written();
                    return candidate
                            .phrase(written)
                            .map(place -> candidate.evidence(asked.written(), place))
                            .orElse(new Evidence(
                                    asked.written(), Evidence.Source.TITLE, 0, written.length(), written, written));
                })
                .stream()
                .toList();
        List<Gap> missing = best.value() < 0.3
                ? List.of(new Gap(Phrase.of(Phrase.Pattern.WORK_AS, asked.written()), share * (1 - best.value()) * 100))
                : List.of();
        return new Criterion(Criterion.Kind.TITLE, share, best.value(), List.of(finding), evidence, missing);
    }
}
