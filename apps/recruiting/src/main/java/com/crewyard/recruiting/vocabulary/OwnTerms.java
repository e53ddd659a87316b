package com.crewyard.recruiting.vocabulary;

import com.crewyard.kernel.CrewyardException;
import com.crewyard.kernel.Problem;
import com.crewyard.kernel.Violations;
import com.crewyard.recruiting.activity.Happening;
import com.crewyard.recruiting.activity.Journal;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.taxonomy.AddedSkill;
import com.crewyard.recruiting.taxonomy.AddedTerm;
import com.crewyard.recruiting.taxonomy.AddedTitle;
import com.crewyard.recruiting.taxonomy.Taxonomies;
import com.crewyard.recruiting.taxonomy.Taxonomy;
import com.crewyard.recruiting.vocabulary.OwnTerm.Source;
import com.crewyard.recruiting.vocabulary.internal.OwnTermStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The organization's own skills and titles: reading of resumes and matching know them from the next time on. */
@Service
public class OwnTerms {

    /** In one import. */
    public static final int LARGEST_IMPORT = 1_000;

    /** That a skill has beside its label; occupations of O*NET have some hundred titles. */
    public static final int MOST_NAMES = 500;

    private static final int MOST = 50_000;
    private static final String CHANGED = "taxonomy.changed";

    private final OwnTermStore store;
    private final Taxonomies taxonomies;
    private final Journal journal;

    OwnTerms(OwnTermStore store, Taxonomies taxonomies, Journal journal) {
        this.store = store;
        this.taxonomies = taxonomies;
        this.journal = journal;
    }

    /** A window on a list, and the length of the whole. */
    public record Page(List<OwnTerm> items, long total) {}

    /** By label; those with the words in one of their names. */
    @Transactional(readOnly = true)
    public Page page(Family family, String words, int skip, int limit) {
        return new Page(store.page(family, words, skip, limit), store.count(family, words));
    }

    /** Of the whole taxonomy, those that go by a name that begins with the words, the likeliest first. */
    @Transactional(readOnly = true)
    public List<KnownTerm> search(Family family, String words, int limit) {
        Taxonomy taxonomy = taxonomies.current();
        return switch (family) {
            case SKILL ->
                taxonomy.suggest(words, limit).stream().map(KnownTerm::of).toList();
            case TITLE ->
                taxonomy.suggestTitles(words, limit).stream().map(KnownTerm::of).toList();
        };
    }

    /** @throws CrewyardException when there is none in this organization */
    @Transactional(readOnly = true)
    public OwnTerm get(Family family, long id) {
        return store.find(family, id).orElseThrow(() -> CrewyardException.notFound(name(family), id));
    }

    @Transactional
    public OwnTerm add(CurrentUser user, AddedTerm term) {
        check(term);
        Family family = Family.of(term);
        refuseMoreThan(family, store.count(family, "") + 1);
        long id = store.add(term).orElseThrow(() -> taken(term));
        journal.append(user.actor(), Happening.of(CHANGED).with("added", 1));
        return get(family, id);
    }

    /**
     * @param seenVersion the version the person saw
     * @throws CrewyardException when somebody else changed it first
     */
    @Transactional
    public OwnTerm change(CurrentUser user, long id, int seenVersion, AddedTerm term) {
        check(term);
        Family family = Family.of(term);
        if (store.isTaken(family, term.label(), id)) {
            throw taken(term);
        }
        get(family, id);
        if (!store.change(id, seenVersion, term)) {
            throw CrewyardException.of(
                    Problem.STALE,
                    "Somebody changed this %s since you opened it; reload and try again.".formatted(family.code()));
        }
        journal.append(user.actor(), Happening.of(CHANGED).with("changed", 1));
        return get(family, id);
    }

    @Transactional
    public void remove(CurrentUser user, Family family, long id) {
        if (!store.remove(family, id)) {
            throw CrewyardException.notFound(name(family), id);
        }
        journal.append(user.actor(), Happening.of(CHANGED).with("removed", 1));
    }

    /**
     * Takes skills of an official file in; who is there already gets the names that are new.
     *
     * @return how many were added or got more names
     */
    @Transactional
    public int takeSkills(CurrentUser user, Source source, List<AddedSkill> skills) {
        return taken(user, source, store.takeSkills(source, once(Family.SKILL, skills)));
    }

    /** As {@link #takeSkills}. */
    @Transactional
    public int takeTitles(CurrentUser user, Source source, List<AddedTitle> titles) {
        return taken(user, source, store.takeTitles(source, once(Family.TITLE, titles)));
    }

    private int taken(CurrentUser user, Source source, int taken) {
        if (taken > 0) {
            journal.append(
                    user.actor(), Happening.of(CHANGED).with("imported", taken).with("source", source.code()));
        }
        return taken;
    }

    private <T extends AddedTerm> List<T> once(Family family, List<T> terms) {
        if (terms.size() > LARGEST_IMPORT) {
            throw CrewyardException.invalid(
                    family.plural(),
                    "At most %d %s are taken at once; %d are there."
                            .formatted(LARGEST_IMPORT, family.plural(), terms.size()));
        }
        Map<String, T> byLabel = new LinkedHashMap<>();
        for (T term : terms) {
            check(term);
            byLabel.putIfAbsent(term.label().toLowerCase(Locale.ROOT), term);
        }
        refuseMoreThan(family, store.count(family, "") + byLabel.size());
        return List.copyOf(byLabel.values());
    }

    private static void refuseMoreThan(Family family, long terms) {
        if (terms > MOST) {
            throw CrewyardException.invalid(
                    family.plural(),
                    "An organization keeps at most %,d %s of its own; this would be %,d."
                            .formatted(MOST, family.plural(), terms));
        }
    }

    private static CrewyardException taken(AddedTerm term) {
        return CrewyardException.invalid(
                "label",
                "There is a %s \"%s\" already; change that one."
                        .formatted(Family.of(term).code(), term.label()));
    }

    private static String name(Family family) {
        return family == Family.SKILL ? "Skill" : "Title";
    }

    private static void check(AddedTerm term) {
        Violations violations = new Violations();
        String family = Family.of(term).code();
        String rule =
                "\"%s\" is no name of a %s: 1 to %d characters in one line, a Latin letter or a digit among them.";
        violations.require(term.isNamed(), "label", rule.formatted(term.label(), family, AddedTerm.LONGEST_NAME));
        for (String synonym : term.synonyms()) {
            violations.require(
                    AddedTerm.isName(synonym), "synonyms", rule.formatted(synonym, family, AddedTerm.LONGEST_NAME));
        }
        violations.require(
                term.synonyms().size() <= MOST_NAMES,
                "synonyms",
                "A %s has at most %d other names; \"%s\" has %d."
                        .formatted(
                                family,
                                MOST_NAMES,
                                term.label(),
                                term.synonyms().size()));
        violations.throwIfAny();
    }
}
