package com.crewyard.recruiting.taxonomy.internal;

import com.crewyard.recruiting.taxonomy.Title;
import com.crewyard.recruiting.taxonomy.TitleId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** How near two jobs are, by what the taxonomy says, the skills at their core and the words of their names. */
public final class TitleKinship {
    static final double SAME = 1.0;
    static final double RELATED = 0.6;
    /** Both are related to a third. */
    static final double ONCE_REMOVED = 0.35;
    /** Times the shared part of their core skills. */
    static final double SKILLS = 0.5;
    /** Same sector and a word in common: the least, and what the shared part of the words adds. */
    static final double WORDS = 0.2;

    static final double WORDS_SHARED = 0.3;
    static final double SAME_SECTOR = 0.1;
    /** What titles of no sector have to share: "manager" alone says nothing across trades. */
    static final double MOST_WORDS = 0.5;

    private final TitleCatalog catalog;

    public TitleKinship(TitleCatalog catalog) {
        this.catalog = catalog;
    }

    public double between(TitleId a, TitleId b) {
        if (a.equals(b)) {
            return SAME;
        }
        Optional<Title> one = catalog.byId(a);
        Optional<Title> other = catalog.byId(b);
        return one.isPresent() && other.isPresent() ? between(one.get(), other.get()) : 0;
    }

    private static double between(Title a, Title b) {
        if (a.related().contains(b.id()) || b.related().contains(a.id())) {
            return RELATED;
        }
        double nearest = share(a.coreSkills(), b.coreSkills()) * SKILLS;
        if (a.related().stream().anyMatch(b.related()::contains)) {
            nearest = Math.max(nearest, ONCE_REMOVED);
        }
        double words = share(TitleOverlap.words(a.label()), TitleOverlap.words(b.label()));
        if (a.sector().equals(TitleCatalog.NO_SECTOR) || b.sector().equals(TitleCatalog.NO_SECTOR)) {
            return words >= MOST_WORDS ? Math.max(nearest, WORDS + WORDS_SHARED * words) : nearest;
        }
        if (a.sector().equals(b.sector())) {
            nearest = Math.max(nearest, words > 0 ? WORDS + WORDS_SHARED * words : SAME_SECTOR);
        }
        return nearest;
    }

    /** Jaccard: what both have, of what either has. */
    private static <T> double share(Collection<T> a, Collection<T> b) {
        Set<T> either = new HashSet<>(a);
        either.addAll(b);
        Set<T> both = new HashSet<>(a);
        both.retainAll(new HashSet<>(b));
        return either.isEmpty() ? 0 : (double) both.size() / either.size();
    }
}
