package com.crewyard.recruiting.matching.internal;

import com.crewyard.recruiting.matching.CandidateIndex;
import com.crewyard.recruiting.matching.Criterion;
import com.crewyard.recruiting.matching.Criterion.Gap;
import com.crewyard.recruiting.matching.Evidence;
import com.crewyard.recruiting.matching.Phrase;
import com.crewyard.recruiting.matching.internal.Features.Place;
import com.crewyard.recruiting.taxonomy.Skill;
import com.crewyard.recruiting.taxonomy.SkillId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The mean of how much of each asked skill is there: itself, a speciality of it, a relative, or nothing. */
final class SkillsYardstick implements Yardstick {

    /** Less than this of a skill does not count as having it. */
    private static final double HELD = 0.75;

    /**
     * @param skill empty when the vocabulary does not know it; then the very words are looked for
     * @param importance beside the other skills
     */
    record Asked(String label, Optional<SkillId> skill, Map<SkillId, Double> standIns, double importance) {

        static Asked of(String written, double importance, Vocabulary vocabulary) {
            return vocabulary
                    .skill(written)
                    .map(skill -> of(skill, importance, vocabulary))
                    .orElseGet(() -> new Asked(written.strip(), Optional.empty(), Map.of(), importance));
        }

        static Asked of(Skill skill, double importance, Vocabulary vocabulary) {
            return new Asked(skill.label(), Optional.of(skill.id()), vocabulary.standIns(skill.id()), importance);
        }
    }

    /** @param by the skill that stands in, the asked one itself when it is there */
    private record Held(double share, Optional<SkillId> by, Optional<Place> place) {
        static final Held NOT = new Held(0, Optional.empty(), Optional.empty());
    }

    /** What one skill of a candidate is worth for one that is asked. */
    private record Worth(int asked, double share) {}

    private final Criterion.Kind kind;
    private final double weight;
    private final List<Asked> asked;
    private final double totalImportance;
    /** The other way round, so that a pool is judged by what its candidates have and not by all they could have. */
    private final Map<SkillId, List<Worth>> worth;

    SkillsYardstick(Criterion.Kind kind, double weight, List<Asked> asked) {
        this.kind = kind;
        this.weight = weight;
        this.asked = List.copyOf(asked);
        this.totalImportance = asked.stream().mapToDouble(Asked::importance).sum();
        Map<SkillId, List<Worth>> inverted = new HashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            int index = i;
            asked.get(i)
                    .skill()
                    .ifPresent(skill -> inverted.computeIfAbsent(skill, _ -> new ArrayList<>())
                            .add(new Worth(index, 1)));
            asked.get(i)
                    .standIns()
                    .forEach((skill, share) -> inverted.computeIfAbsent(skill, _ -> new ArrayList<>())
                            .add(new Worth(index, share)));
        }
        this.worth = inverted;
    }

    /** The skills that the vocabulary knows, each as important as its part of the score. */
    List<CandidateIndex.Skill> wanted() {
        List<CandidateIndex.Skill> wanted = new ArrayList<>();
        for (Asked each : asked) {
            each.skill().ifPresent(skill -> {
                Map<String, Double> shares = new HashMap<>();
                each.standIns().forEach((other, share) -> shares.put(other.value(), share));
                shares.put(skill.value(), 1.0);
                wanted.add(new CandidateIndex.Skill(weight * each.importance() / totalImportance, shares));
            });
        }
        return wanted;
    }

    /** Those that the vocabulary does not know. */
    List<String> unknown() {
        return asked.stream()
                .filter(each -> each.skill().isEmpty())
                .map(Asked::label)
                .toList();
    }

    @Override
    public double weight() {
        return weight;
    }

    @Override
    public double value(Features candidate) {
        double[] shares = new double[asked.size()];
        for (SkillId skill : candidate.skills().keySet()) {
            for (Worth each : worth.getOrDefault(skill, List.of())) {
                shares[each.asked()] = Math.max(shares[each.asked()], each.share());
            }
        }
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            Asked skill = asked.get(i);
            boolean written =
                    skill.skill().isEmpty() && candidate.phrase(skill.label()).isPresent();
            sum += (written ? 1 : shares[i]) * skill.importance();
        }
        return sum / totalImportance;
    }

    @Override
    public Criterion explain(Features candidate, double share) {
        List<String> held = new ArrayList<>();
        List<Phrase> near = new ArrayList<>();
        List<Gap> missing = new ArrayList<>();
        List<Evidence> evidence = new ArrayList<>();
        for (Asked skill : asked) {
            Held found = held(skill, candidate);
            found.place().ifPresent(place -> evidence.add(candidate.evidence(skill.label(), place)));
            String words = found.place().map(Place::words).orElse("");
            if (found.share() >= HELD) {
                held.add(skill.label());
            } else {
                if (found.share() > 0) {
                    near.add(Phrase.of(Phrase.Pattern.IN_PART, skill.label(), words));
                }
                double points = share * (1 - found.share()) * skill.importance() / totalImportance * 100;
                missing.add(new Gap(Phrase.plain(skill.label()), points));
            }
        }
        List<Phrase> findings = new ArrayList<>();
        if (!held.isEmpty()) {
            findings.add(Phrase.of(Phrase.Pattern.HELD, held.size(), asked.size(), String.join(", ", held)));
        } else {
            findings.add(Phrase.of(Phrase.Pattern.NONE_HELD, asked.size()));
        }
        findings.addAll(near);
        return new Criterion(kind, share, value(candidate), findings, evidence, missing);
    }

    private static Held held(Asked skill, Features candidate) {
        if (skill.skill().isEmpty()) {
            return candidate
                    .phrase(skill.label())
                    .map(place -> new Held(1, Optional.empty(), Optional.of(place)))
                    .orElse(Held.NOT);
        }
        Place exact = candidate.skills().get(skill.skill().get());
        if (exact != null) {
            return new Held(1, skill.skill(), Optional.of(exact));
        }
        Held best = Held.NOT;
        for (Map.Entry<SkillId, Double> standIn : skill.standIns().entrySet()) {
            Place place = candidate.skills().get(standIn.getKey());
            boolean better = standIn.getValue() > best.share()
                    || (standIn.getValue() == best.share()
                            && best.by()
                                    .map(by -> standIn.getKey().value().compareTo(by.value()) < 0)
                                    .orElse(true));
            if (place != null && better) {
                best = new Held(standIn.getValue(), Optional.of(standIn.getKey()), Optional.of(place));
            }
        }
        return best;
    }
}
