package com.crewyard.recruiting.matching;

import com.crewyard.recruiting.matching.internal.TermMeanings;
import com.crewyard.recruiting.matching.meaning.SkillIndex;
import com.crewyard.recruiting.taxonomy.NormalizedTitle;
import com.crewyard.recruiting.taxonomy.SkillMention;
import com.crewyard.recruiting.taxonomy.Taxonomies;
import com.crewyard.recruiting.taxonomy.Taxonomy;
import com.crewyard.recruiting.taxonomy.Title;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Skills that a text asks for and the occupation that a title means, by name and, where that says nothing, by meaning. */
@Service
public class TermSuggestions {

    /** Words of a text that are looked at for their meaning; all of it is for names. */
    static final int MOST_WORDS = 250;

    /** Texts mean a label that is at least so near to some of their words (cosine). */
    private static final double MEANT = 0.83;

    /** Confidence from which a title counts as named. */
    private static final double NAMED = 0.95;

    private final Taxonomies taxonomies;
    private final TermMeanings meanings;

    TermSuggestions(Taxonomies taxonomies, TermMeanings meanings) {
        this.taxonomies = taxonomies;
        this.meanings = meanings;
    }

    /**
     * A skill of the taxonomy.
     *
     * @param words of the text that say so
     * @param isNamed whether they are a name of it; otherwise they mean something alike
     */
    public record SuggestedSkill(String label, String words, boolean isNamed) {}

    /**
     * What was found.
     *
     * @param isComplete false while the names of the taxonomy are being made comparable by meaning, or cannot be
     */
    public record Found<T>(List<T> items, boolean isComplete) {}

    /** Named ones first, in the order of the text, then those that are meant, the nearest first. */
    public Found<SuggestedSkill> skills(String text, int limit) {
        Taxonomy taxonomy = taxonomies.current();
        Map<String, SuggestedSkill> found = new LinkedHashMap<>();
        for (SkillMention mention : taxonomy.findSkills(text, false)) {
            String label = mention.skill().label();
            found.putIfAbsent(label, new SuggestedSkill(label, mention.surface(), true));
        }
        Optional<TermMeanings.Names> names = meanings.of(taxonomy);
        names.ifPresent(known -> meant(known, text, limit)
                .forEach(near ->
                        found.putIfAbsent(near.label(), new SuggestedSkill(near.label(), near.words(), false))));
        return new Found<>(found.values().stream().limit(limit).toList(), names.isPresent());
    }

    /**
     * Titles of the taxonomy that a title in somebody's own words may mean.
     *
     * @return the one that it names alone; without one, the nearest in meaning
     */
    public Found<Title> titles(String written, int limit) {
        Taxonomy taxonomy = taxonomies.current();
        NormalizedTitle normalized = taxonomy.normalise(written);
        if (normalized.title().isPresent() && normalized.confidence() >= NAMED) {
            return new Found<>(List.of(normalized.title().get()), true);
        }
        Optional<TermMeanings.Names> names = meanings.of(taxonomy);
        List<Title> titles = new ArrayList<>(normalized.title().stream().toList());
        names.filter(_ -> !written.isBlank())
                .ifPresent(known -> known.titles()
                        .rank(written, limit)
                        .forEach(ranked -> taxonomy.titles().stream()
                                .filter(title -> title.id()
                                        .value()
                                        .equals(ranked.occupation().id()))
                                .filter(title -> !titles.contains(title))
                                .forEach(titles::add)));
        return new Found<>(titles.stream().limit(limit).toList(), names.isPresent());
    }

    /** The nearest of each words: whoever teaches need not teach music. */
    private static Collection<SkillIndex.Found> meant(TermMeanings.Names names, String text, int limit) {
        Map<String, SkillIndex.Found> byWords = new LinkedHashMap<>();
        names.skills().named(beginning(text), limit).stream()
                .filter(near -> near.nearness() >= MEANT)
                .forEach(near -> byWords.putIfAbsent(near.words(), near));
        return byWords.values();
    }

    private static String beginning(String text) {
        String[] words = text.strip().split("\\s+", MOST_WORDS + 1);
        return String.join(" ", List.of(words).subList(0, Math.min(words.length, MOST_WORDS)));
    }
}
