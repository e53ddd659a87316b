package com.crewyard.recruiting.vocabulary;

import com.crewyard.kernel.CrewyardException;
import com.crewyard.kernel.Problem;
import com.crewyard.kernel.Violations;
import com.crewyard.recruiting.activity.Happening;
import com.crewyard.recruiting.activity.Journal;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.taxonomy.AddedSkill;
import com.crewyard.recruiting.taxonomy.Skill;
import com.crewyard.recruiting.taxonomy.Taxonomies;
import com.crewyard.recruiting.vocabulary.OwnSkill.Source;
import com.crewyard.recruiting.vocabulary.internal.OwnSkillStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The organization's own skills: reading of resumes and matching know them from the next time on. */
@Service
public class OwnSkills {

    /** In one import. */
    public static final int LARGEST_IMPORT = 1_000;

    private static final int MOST = 50_000;
    private static final int MOST_NAMES = 60;
    private static final String CHANGED = "taxonomy.changed";

    private final OwnSkillStore store;
    private final Taxonomies taxonomies;
    private final Journal journal;

    OwnSkills(OwnSkillStore store, Taxonomies taxonomies, Journal journal) {
        this.store = store;
        this.taxonomies = taxonomies;
        this.journal = journal;
    }

    /** A window on a list, and the length of the whole. */
    public record Page(List<OwnSkill> items, long total) {}

    /** By label; those with the words in one of their names. */
    @Transactional(readOnly = true)
    public Page page(String words, int skip, int limit) {
        return new Page(store.page(words, skip, limit), store.count(words));
    }

    /** Of the whole taxonomy, the skills that go by a name that begins with the words, the likeliest first. */
    @Transactional(readOnly = true)
    public List<Skill> search(String words, int limit) {
        return taxonomies.current().suggest(words, limit);
    }

    /** @throws CrewyardException when there is none in this organization */
    @Transactional(readOnly = true)
    public OwnSkill get(long id) {
        return store.find(id).orElseThrow(() -> CrewyardException.notFound("Skill", id));
    }

    @Transactional
    public OwnSkill add(CurrentUser user, AddedSkill skill) {
        check(skill);
        refuseMoreThan(store.count("") + 1);
        long id = store.add(skill).orElseThrow(() -> taken(skill));
        journal.append(user.actor(), Happening.of(CHANGED).with("added", 1));
        return get(id);
    }

    /**
     * @param seenVersion the version the person saw
     * @throws CrewyardException when somebody else changed it first
     */
    @Transactional
    public OwnSkill change(CurrentUser user, long id, int seenVersion, AddedSkill skill) {
        check(skill);
        boolean isTaken = store.page(skill.label(), 0, MOST_NAMES).stream()
                .anyMatch(other -> other.id() != id && other.skill().label().equalsIgnoreCase(skill.label()));
        if (isTaken) {
            throw taken(skill);
        }
        get(id);
        if (!store.change(id, seenVersion, skill)) {
            throw CrewyardException.of(
                    Problem.STALE, "Somebody changed this skill since you opened it; reload and try again.");
        }
        journal.append(user.actor(), Happening.of(CHANGED).with("changed", 1));
        return get(id);
    }

    @Transactional
    public void remove(CurrentUser user, long id) {
        if (!store.remove(id)) {
            throw CrewyardException.notFound("Skill", id);
        }
        journal.append(user.actor(), Happening.of(CHANGED).with("removed", 1));
    }

    /**
     * Takes skills of an official file in; who is there already gets the names that are new.
     *
     * @return how many were added or got more names
     */
    @Transactional
    public int take(CurrentUser user, Source source, List<AddedSkill> skills) {
        if (skills.size() > LARGEST_IMPORT) {
            throw CrewyardException.invalid(
                    "skills",
                    "At most %d skills are taken at once; %d are there.".formatted(LARGEST_IMPORT, skills.size()));
        }
        Map<String, AddedSkill> byLabel = new LinkedHashMap<>();
        for (AddedSkill skill : skills) {
            check(skill);
            byLabel.putIfAbsent(skill.label().toLowerCase(Locale.ROOT), skill);
        }
        refuseMoreThan(store.count("") + byLabel.size());
        int taken = store.take(source, List.copyOf(byLabel.values()));
        if (taken > 0) {
            journal.append(
                    user.actor(), Happening.of(CHANGED).with("imported", taken).with("source", source.code()));
        }
        return taken;
    }

    private static void refuseMoreThan(long skills) {
        if (skills > MOST) {
            throw CrewyardException.invalid(
                    "skills",
                    "An organization keeps at most %,d skills of its own; this would be %,d.".formatted(MOST, skills));
        }
    }

    private static CrewyardException taken(AddedSkill skill) {
        return CrewyardException.invalid(
                "label", "There is a skill \"%s\" already; change that one.".formatted(skill.label()));
    }

    private static void check(AddedSkill skill) {
        Violations violations = new Violations();
        violations.require(
                skill.isNamed(),
                "label",
                "\"%s\" is no name of a skill: 1 to 120 characters in one line, a Latin letter or a digit among them."
                        .formatted(skill.label()));
        for (String synonym : skill.synonyms()) {
            violations.require(
                    AddedSkill.isName(synonym),
                    "synonyms",
                    "\"%s\" is no name of a skill: 1 to 120 characters in one line, a Latin letter or a digit among them."
                            .formatted(synonym));
        }
        violations.require(
                skill.synonyms().size() <= MOST_NAMES,
                "synonyms",
                "A skill has at most %d other names; \"%s\" has %d."
                        .formatted(MOST_NAMES, skill.label(), skill.synonyms().size()));
        violations.throwIfAny();
    }
}
