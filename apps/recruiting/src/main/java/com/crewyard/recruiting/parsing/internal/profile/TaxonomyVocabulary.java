package com.crewyard.recruiting.parsing.internal.profile;

import com.crewyard.recruiting.taxonomy.Taxonomy;
import java.util.List;

/** Asks the taxonomy. */
public final class TaxonomyVocabulary implements Vocabulary {

    private static final double SURE = 0.8;

    private final Taxonomy taxonomy;

    public TaxonomyVocabulary(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
    }

    @Override
    public List<Mention> skills(String text, boolean listed) {
        return taxonomy.findSkills(text, listed).stream()
                .map(mention -> new Mention(
                        mention.start(),
                        mention.end(),
                        mention.skill().id().value(),
                        mention.skill().label()))
                .toList();
    }

    @Override
    public boolean isTitle(String phrase) {
        var normalised = taxonomy.normalise(phrase);
        return normalised.title().isPresent() && normalised.confidence() >= SURE;
    }
}
