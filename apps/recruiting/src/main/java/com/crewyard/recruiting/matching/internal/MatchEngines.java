package com.crewyard.recruiting.matching.internal;

import com.crewyard.recruiting.matching.MatchEngine;
import com.crewyard.recruiting.taxonomy.Taxonomies;
import com.crewyard.recruiting.taxonomy.Taxonomy;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.Function;

/** The engine of whoever is in scope; organizations with skills of their own have one with their taxonomy. */
public final class MatchEngines {

    private static final Duration KEPT = Duration.ofHours(1);

    private final Taxonomies taxonomies;
    private final Function<Taxonomy, MatchEngine> made;
    /** By identity: a taxonomy is made anew when its organization's skills change, and the engine of the one before goes. */
    private final Cache<Taxonomy, MatchEngine> engines =
            Caffeine.newBuilder().weakKeys().expireAfterAccess(KEPT).build();

    MatchEngines(Taxonomies taxonomies, Function<Taxonomy, MatchEngine> made) {
        this.taxonomies = taxonomies;
        this.made = made;
    }

    public MatchEngine current() {
        return engines.get(taxonomies.current(), made);
    }
}
