package com.crewyard.recruiting.matching.internal;

import com.crewyard.recruiting.matching.Criterion;
import com.crewyard.recruiting.matching.Criterion.Gap;
import com.crewyard.recruiting.matching.Phrase;
import com.crewyard.recruiting.matching.Screening;
import com.crewyard.recruiting.matching.Screening.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How many of the job's questions were answered as wanted. Who has not applied, or was not asked, is not known. */
record AnswersYardstick(double weight, Screening screening) implements Yardstick {

    private static final double NOT_KNOWN = 0.5;

    @Override
    public double value(Features candidate) {
        return screening.wanted().stream()
                .mapToDouble(wanted -> worth(candidate, wanted))
                .average()
                .orElse(NOT_KNOWN);
    }

    private double worth(Features candidate, Wanted wanted) {
        return answer(candidate, wanted)
                .map(answer -> wanted.isMetBy(answer) ? 1 : 0.0)
                .orElse(NOT_KNOWN);
    }

    private Optional<String> answer(Features candidate, Wanted wanted) {
        return Optional.ofNullable(screening
                .answers()
                .getOrDefault(candidate.view().id(), Map.of())
                .get(wanted.question()));
    }

    @Override
    public Criterion explain(Features candidate, double share) {
        List<Gap> missing = new ArrayList<>();
        int met = 0;
        int known = 0;
        for (Wanted wanted : screening.wanted()) {
            double worth = worth(candidate, wanted);
            known += answer(candidate, wanted).isPresent() ? 1 : 0;
            if (worth == 1) {
                met++;
            } else {
                double points = share * (1 - worth) / screening.wanted().size() * 100;
                missing.add(new Gap(Phrase.of(Phrase.Pattern.ANSWER, wanted.label(), wanted.value()), points));
            }
        }
        Phrase finding = known == 0
                ? Phrase.of(Phrase.Pattern.NOT_ANSWERED)
                : Phrase.of(Phrase.Pattern.ANSWERED, met, screening.wanted().size());
        return new Criterion(Criterion.Kind.ANSWERS, share, value(candidate), List.of(finding), List.of(), missing);
    }
}
