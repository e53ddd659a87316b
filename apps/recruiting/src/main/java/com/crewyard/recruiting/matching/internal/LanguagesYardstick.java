package com.crewyard.recruiting.matching.internal;

import com.crewyard.recruiting.matching.Criterion;
import com.crewyard.recruiting.matching.Criterion.Gap;
import com.crewyard.recruiting.matching.Evidence;
import com.crewyard.recruiting.matching.Phrase;
import com.crewyard.recruiting.matching.internal.SpokenLanguages.Spoken;
import com.crewyard.recruiting.parsing.ResumeSection;
import com.crewyard.recruiting.taxonomy.LanguageLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which of the languages that the post asks for somebody says to speak, and whether well enough. */
final class LanguagesYardstick implements Yardstick {

    private static final double LEVEL_NOT_SAID = 0.75;
    /** Lost for each step below the level asked for. */
    private static final double STEP = 0.25;

    private final double weight;
    private final List<Spoken> asked;
    private final SpokenLanguages languages;

    /** @param asked at least one */
    LanguagesYardstick(double weight, List<Spoken> asked, SpokenLanguages languages) {
        this.weight = weight;
        this.asked = List.copyOf(asked);
        this.languages = languages;
    }

    @Override
    public double weight() {
        return weight;
    }

    @Override
    public double value(Features candidate) {
        Map<String, Spoken> spoken = spoken(candidate);
        return asked.stream()
                .mapToDouble(language -> worth(language, Optional.ofNullable(spoken.get(language.code()))))
                .average()
                .orElse(0);
    }

    private Map<String, Spoken> spoken(Features candidate) {
        return languages
                .in(
                        candidate.view().resume().text(),
                        at -> candidate.sections().at(at).equals(Optional.of(ResumeSection.Kind.LANGUAGES)))
                .stream()
                .collect(Collectors.toMap(Spoken::code, Function.identity()));
    }

    private static double worth(Spoken wanted, Optional<Spoken> has) {
        if (has.isEmpty()) {
            return 0;
        }
        Optional<LanguageLevel> level = has.get().level();
        if (wanted.level().isEmpty()) {
            return 1;
        }
        return level.map(known -> {
                    int below = wanted.level().get().ordinal() - known.ordinal();
                    return Math.clamp(1 - STEP * below, 0.0, 1.0);
                })
                .orElse(LEVEL_NOT_SAID);
    }

    @Override
    public Criterion explain(Features candidate, double share) {
        Map<String, Spoken> spoken = spoken(candidate);
        List<String> held = new ArrayList<>();
        List<Evidence> evidence = new ArrayList<>();
        List<Gap> missing = new ArrayList<>();
        for (Spoken wanted : asked) {
            Optional<Spoken> has = Optional.ofNullable(spoken.get(wanted.code()));
            has.ifPresent(found -> {
                held.add(written(found));
                evidence.add(candidate.evidence(
                        wanted.name(),
                        new Features.Place(
                                Evidence.Source.RESUME,
                                found.start(),
                                found.end(),
                                candidate.view().resume().text().substring(found.start(), found.end()))));
            });
            double worth = worth(wanted, has);
            if (worth < 1) {
                missing.add(new Gap(Phrase.plain(written(wanted)), share * (1 - worth) / asked.size() * 100));
            }
        }
        Phrase finding = held.isEmpty()
                ? Phrase.of(Phrase.Pattern.NONE_HELD, asked.size())
                : Phrase.of(Phrase.Pattern.HELD, held.size(), asked.size(), String.join(", ", held));
        return new Criterion(Criterion.Kind.LANGUAGES, share, value(candidate), List.of(finding), evidence, missing);
    }

    private static String written(Spoken language) {
        return language.level().map(level -> language.name() + " " + level).orElse(language.name());
    }
}
