package com.crewyard.recruiting.matching.internal;

import com.crewyard.recruiting.matching.Criterion;
import com.crewyard.recruiting.matching.Evidence;
import com.crewyard.recruiting.matching.Phrase;
import com.crewyard.recruiting.parsing.ResumeSection;
import java.util.List;

/** How near the passages under one kind of heading are to the post. */
record SectionYardstick(Criterion.Kind kind, double weight, ResumeSection.Kind section, PostNearness nearness)
        implements Yardstick {

    private static final double CLOSE = 0.6;
    private static final double SOMEWHAT_CLOSE = 0.25;

    @Override
    public double value(Features candidate) {
        return nearness.meaning(candidate.view(), excerpt -> isOfSection(candidate, excerpt))
                .orElse(0.0);
    }

    private boolean isOfSection(Features candidate, Excerpt excerpt) {
        return excerpt.source() == Evidence.Source.RESUME
                && candidate.sections().holds(section, excerpt.start(), excerpt.end());
    }

    @Override
    public Criterion explain(Features candidate, double share) {
        boolean has = candidate.sections().all().stream().anyMatch(each -> each.kind() == section);
        double value = value(candidate);
        Phrase.Pattern finding;
        if (!has) {
            finding = Phrase.Pattern.NO_SECTION;
        } else if (value >= CLOSE) {
            finding = Phrase.Pattern.CLOSE;
        } else {
            finding = value >= SOMEWHAT_CLOSE ? Phrase.Pattern.SOMEWHAT_CLOSE : Phrase.Pattern.FAR_APART;
        }
        return new Criterion(kind, share, value, List.of(Phrase.of(finding)), List.of(), List.of());
    }
}
