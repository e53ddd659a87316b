package com.crewyard.recruiting.taxonomy.internal;

import com.crewyard.recruiting.taxonomy.Skill;
import com.crewyard.recruiting.taxonomy.SkillId;
import java.util.List;
import java.util.Optional;

/**
 * How far having one skill speaks for having another. The values are ours, set by judgement: someone who knows the narrow
 * skill nearly always knows the broad one; the reverse is a coin's toss; siblings share little but the trade.
 */
public final class SkillKinship {
    static final double SAME = 1.0;
    static final double CHILD_TO_PARENT = 0.8;
    static final double RELATED = 0.6;
    static final double CHILD_TO_GRANDPARENT = 0.6;
    static final double PARENT_TO_CHILD = 0.5;
    static final double SIBLINGS = 0.3;
    static final double GRANDPARENT_TO_CHILD = 0.25;
    static final double UNRELATED = 0.0;

    private final SkillCatalog catalog;

    public SkillKinship(SkillCatalog catalog) {
        this.catalog = catalog;
    }

    public double between(SkillId a, SkillId b) {
        if (a.equals(b)) {
            return SAME;
        }
        Optional<Skill> has = catalog.byId(a);
        Optional<Skill> wanted = catalog.byId(b);
        if (has.isEmpty() || wanted.isEmpty()) {
            return UNRELATED;
        }
        return between(has.get(), wanted.get());
    }

    private double between(Skill has, Skill wanted) {
        if (has.parents().contains(wanted.id())) {
            return CHILD_TO_PARENT;
        }
        if (has.related().contains(wanted.id()) || wanted.related().contains(has.id())) {
            return RELATED;
        }
        if (isGrandparent(wanted, has)) {
            return CHILD_TO_GRANDPARENT;
        }
        if (wanted.parents().contains(has.id())) {
            return PARENT_TO_CHILD;
        }
        if (has.parents().stream().anyMatch(wanted.parents()::contains)) {
            return SIBLINGS;
        }
        return isGrandparent(has, wanted) ? GRANDPARENT_TO_CHILD : UNRELATED;
    }

    private boolean isGrandparent(Skill elder, Skill child) {
        return child.parents().stream()
                .map(parent -> catalog.byId(parent).map(Skill::parents).orElse(List.of()))
                .anyMatch(grandparents -> grandparents.contains(elder.id()));
    }
}
