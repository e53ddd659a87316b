package com.crewyard.recruiting.taxonomy;

import com.crewyard.recruiting.taxonomy.internal.LanguageCatalog;
import com.crewyard.recruiting.taxonomy.internal.SkillCatalog;
import com.crewyard.recruiting.taxonomy.internal.SkillFinder;
import com.crewyard.recruiting.taxonomy.internal.SkillKinship;
import com.crewyard.recruiting.taxonomy.internal.Suggestions;
import com.crewyard.recruiting.taxonomy.internal.TitleCatalog;
import com.crewyard.recruiting.taxonomy.internal.TitleKinship;
import com.crewyard.recruiting.taxonomy.internal.TitleNormalizer;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Skills, titles, levels and languages as the field names them. Immutable and safe to share between threads. Needs no
 * framework: the parser loads it in a process of its own.
 */
public final class Taxonomy {
    private final SkillCatalog skills;
    private final SkillFinder finder;
    private final SkillKinship skillKinship;
    private final Supplier<Suggestions<Skill>> suggestions;
    private final TitleCatalog titles;
    private final Supplier<Suggestions<Title>> titleSuggestions;
    private final TitleKinship titleKinship;
    private final Supplier<TitleNormalizer> normalizer;
    private final LanguageCatalog languages;

    private Taxonomy(SkillCatalog skills, TitleCatalog titles, LanguageCatalog languages) {
        this.skills = skills;
        this.finder = new SkillFinder(skills);
        this.skillKinship = new SkillKinship(skills);
        this.suggestions = new Once<>(() -> new Suggestions<>(skills.all(), Skill::label, Skill::synonyms));
        this.titles = titles;
        this.titleSuggestions = new Once<>(() -> new Suggestions<>(titles.all(), Title::label, Title::synonyms));
        this.titleKinship = new TitleKinship(titles);
        this.normalizer = new Once<>(() -> new TitleNormalizer(titles));
        this.languages = languages;
    }

    /** Reads the taxonomy from the class path. */
    public static Taxonomy load() {
        return new Taxonomy(SkillCatalog.load(), TitleCatalog.load(), LanguageCatalog.load());
    }

    /** The same with skills and titles added; a name that is taken stays with who has it. */
    public Taxonomy with(List<AddedSkill> skills, List<AddedTitle> titles) {
        return skills.isEmpty() && titles.isEmpty()
                ? this
                : new Taxonomy(
                        skills.isEmpty() ? this.skills : SkillCatalog.load(skills),
                        titles.isEmpty() ? this.titles : TitleCatalog.load(titles),
                        languages);
    }

    public List<Skill> skills() {
        return skills.all();
    }

    public Optional<Skill> skill(SkillId id) {
        return skills.byId(id);
    }

    /** The skill with this label or synonym; case, accents, punctuation and plural do not matter, C and C++ differ. */
    public Optional<Skill> skill(String anyLabel) {
        return skills.byName(anyLabel);
    }

    /**
     * The skills a text names, in order and without overlap.
     *
     * @param inSkillsSection whether the text is a list of skills, so that "Go" or "Word" needs no evidence around it
     */
    public List<SkillMention> findSkills(CharSequence text, boolean inSkillsSection) {
        return finder.find(text, inSkillsSection);
    }

    /**
     * How far having {@code a} speaks for having {@code b}: 1 the same; 0.8 {@code b} is a's parent; 0.6 related, or
     * grandparent; 0.5 {@code a} is b's parent; 0.3 siblings; 0.25 {@code a} is b's grandparent; else 0.
     */
    public double relatedness(SkillId a, SkillId b) {
        return skillKinship.between(a, b);
    }

    /** Skills for what someone has typed so far, the likeliest first. */
    public List<Skill> suggest(String prefix, int limit) {
        return suggestions.get().complete(prefix, limit);
    }

    public List<Title> titles() {
        return titles.all();
    }

    /** Titles for what someone has typed so far, the likeliest first. */
    public List<Title> suggestTitles(String prefix, int limit) {
        return titleSuggestions.get().complete(prefix, limit);
    }

    public Optional<Title> title(TitleId id) {
        return titles.byId(id);
    }

    public Optional<Title> title(String anyLabel) {
        return titles.byName(anyLabel);
    }

    /** Takes a title as people write it apart: what job, at which level, and what else was said. */
    public NormalizedTitle normalise(String rawTitle) {
        return normalizer.get().normalise(rawTitle);
    }

    /**
     * How near two jobs are: 1 the same; 0.6 related; up to 0.5 by shared core skills, or by a word in common within a
     * sector; 0.35 related to the same third; 0.1 only the sector in common; else 0.
     */
    public double titleSimilarity(TitleId a, TitleId b) {
        return titleKinship.between(a, b);
    }

    public List<Language> languages() {
        return languages.all();
    }

    public Optional<Language> language(String anyName) {
        return languages.named(anyName);
    }

    /** The level that words such as "fluent", "Muttersprache" or "B2" stand for. */
    public Optional<LanguageLevel> languageLevel(String words) {
        return languages.level(words);
    }
}
