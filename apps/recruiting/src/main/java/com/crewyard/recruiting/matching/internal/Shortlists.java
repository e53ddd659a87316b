package com.crewyard.recruiting.matching.internal;

import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.OrganizationId;
import com.crewyard.postgres.Tenancy;
import com.crewyard.recruiting.matching.CandidateIndex;
import com.crewyard.recruiting.matching.CandidateIndex.Held;
import com.crewyard.recruiting.matching.CandidatePool;
import com.crewyard.recruiting.matching.CandidateView;
import com.crewyard.recruiting.matching.JobView;
import com.crewyard.recruiting.matching.MatchEngine;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Whom an index finds likeliest for a job, read back, and a sample of all candidates to judge them among. */
public final class Shortlists {

    private static final int SAMPLE = 2_000;
    private static final int WEIGHED = 300;
    /** Of the memory that there is at most. */
    private static final int SHARE_OF_MEMORY = 4;
    /** What a candidate takes, in bytes: titles, skills and vectors of titles, and by character words and vectors of them. */
    private static final int LEAST_MEMORY = 7_000;

    private static final int MEMORY_OF_CHARACTER = 4;
    private static final int MOST_ORGANIZATIONS = 20;

    private final CandidateIndex index;
    private final Function<List<CandidateId>, List<CandidateView>> database;
    private final Cache<Version, CandidateView> recalled = Caffeine.newBuilder()
            .maximumWeight(Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY)
            .weigher((Version _, CandidateView view) ->
                    LEAST_MEMORY + MEMORY_OF_CHARACTER * view.resume().text().length())
            .build();
    private final Cache<Sampled, Sample> samples = Caffeine.newBuilder()
            .maximumSize(MOST_ORGANIZATIONS)
            .expireAfterAccess(Duration.ofMinutes(30))
            .build();

    /** @param database reads those whom an index that others share names without their contents */
    public Shortlists(CandidateIndex index, Function<List<CandidateId>, List<CandidateView>> database) {
        this.index = index;
        this.database = database;
    }

    /** By identity of the engine, which follows its taxonomy. */
    private record Version(MatchEngine engine, long stamp) {}

    private record Sampled(MatchEngine engine, OrganizationId organization) {}

    private record Sample(Map<Long, CandidateView> byStamp, CandidatePool pool) {}

    /** @param filter in the language of {@code docs/search.md}; empty for none */
    public Contenders.Chosen forJob(MatchEngine engine, JobView job, String filter) {
        CandidatePool pool = sample(engine);
        CandidateIndex.Nearest nearest = index.nearest(
                engine.wanted(job, pool),
                filter,
                WEIGHED,
                stamp -> recalled.getIfPresent(new Version(engine, stamp)) != null);
        Map<Long, CandidateView> views =
                views(engine, nearest.candidates(), stamp -> recalled.getIfPresent(new Version(engine, stamp)));
        views.forEach((stamp, view) -> recalled.put(new Version(engine, stamp), view));
        return new Contenders.Chosen(pool, ordered(nearest.candidates(), views), nearest.total());
    }

    /** The same object while nobody in it changes, so that what was derived from it stays. */
    public CandidatePool sample(MatchEngine engine) {
        Sampled key = new Sampled(engine, Tenancy.required());
        Sample before = samples.getIfPresent(key);
        Map<Long, CandidateView> known = before == null ? Map.of() : before.byStamp();
        List<Held> held = index.sample(SAMPLE, known::containsKey);
        boolean same = before != null
                && held.size() == known.size()
                && held.stream().allMatch(each -> known.containsKey(each.stamp()));
        if (before != null && same) {
            return before.pool();
        }
        Map<Long, CandidateView> views = views(engine, held, known::get);
        Sample made = new Sample(views, CandidatePool.of(ordered(held, views)));
        samples.put(key, made);
        return made.pool();
    }

    /** By stamp. Whoever is gone meanwhile is left out. */
    private Map<Long, CandidateView> views(
            MatchEngine engine, List<Held> held, LongFunction<@Nullable CandidateView> known) {
        Map<Long, CandidateView> views = new HashMap<>();
        Map<CandidateId, Long> missing = new HashMap<>();
        for (Held each : held) {
            CandidateView view = known.apply(each.stamp());
            if (view == null && each.contents().isPresent()) {
                view = engine.recall(each.contents().get());
            }
            if (view == null) {
                missing.put(each.id(), each.stamp());
            } else {
                views.put(each.stamp(), view);
            }
        }
        if (!missing.isEmpty()) {
            database.apply(List.copyOf(missing.keySet()))
                    .forEach(view -> views.put(missing.getOrDefault(view.id(), 0L), view));
        }
        return views;
    }

    private static List<CandidateView> ordered(List<Held> held, Map<Long, CandidateView> views) {
        List<CandidateView> ordered = new ArrayList<>();
        for (Held each : held) {
            CandidateView view = views.get(each.stamp());
            if (view != null) {
                ordered.add(view);
            }
        }
        return ordered;
    }
}
