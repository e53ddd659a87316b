package com.crewyard.recruiting.matching.internal;

import com.crewyard.recruiting.taxonomy.Seniority;
import com.crewyard.recruiting.taxonomy.Skill;
import com.crewyard.recruiting.taxonomy.SkillId;
import com.crewyard.recruiting.taxonomy.SkillMention;
import com.crewyard.recruiting.taxonomy.Taxonomy;
import com.crewyard.recruiting.taxonomy.Title;
import com.crewyard.recruiting.taxonomy.TitleId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The taxonomy as matching asks it. */
public final class Vocabulary {

    /** Skills whose kinship is less say too little about the asked one: siblings share the trade, no more. */
    private static final double NEAR = 0.5;

    private final Taxonomy taxonomy;
    private final Map<SkillId, Map<SkillId, Double>> standIns = new ConcurrentHashMap<>();

    private final SpokenLanguages languages;

    public Vocabulary(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
        this.languages = new SpokenLanguages(taxonomy);
    }

    /** Another one when skills or titles have other names. */
    long stamp() {
        long stamp = TermBag.FNV_OFFSET;
        for (Skill skill : taxonomy.skills()) {
            stamp = 31 * stamp + TermBag.hash(skill.id().value() + skill.label() + skill.synonyms());
        }
        for (Title title : taxonomy.titles()) {
            stamp = 31 * stamp + TermBag.hash(title.id().value() + title.synonyms());
        }
        return stamp;
    }

    Optional<Skill> skill(String written) {
        return taxonomy.skill(written);
    }

    /** Those that a running text names. */
    List<SkillMention> skillsIn(String text) {
        return taxonomy.findSkills(text, false);
    }

    SpokenLanguages languages() {
        return languages;
    }

    /** Other skills that speak for one, with how far they do, below 1. */
    Map<SkillId, Double> standIns(SkillId wanted) {
        return standIns.computeIfAbsent(wanted, this::findStandIns);
    }

    private Map<SkillId, Double> findStandIns(SkillId wanted) {
        Map<SkillId, Double> found = new HashMap<>();
        for (Skill skill : taxonomy.skills()) {
            double kinship = taxonomy.relatedness(skill.id(), wanted);
            if (kinship >= NEAR && !skill.id().equals(wanted)) {
                found.put(skill.id(), kinship);
            }
        }
        return Map.copyOf(found);
    }

    /** A title taken apart. */
    HeldTitle title(String written) {
        var normalized = taxonomy.normalise(written);
        return new HeldTitle(
                written.strip(),
                normalized.title().map(title -> title.id()),
                normalized.seniority() == Seniority.UNSTATED ? Seniority.MID : normalized.seniority(),
                normalized.seniority() != Seniority.UNSTATED,
                TitleWords.of(written));
    }

    double kinship(TitleId title, TitleId other) {
        return taxonomy.titleSimilarity(title, other);
    }
}
