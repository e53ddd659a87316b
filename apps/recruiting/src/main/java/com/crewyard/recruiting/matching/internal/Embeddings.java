package com.crewyard.recruiting.matching.internal;

import com.crewyard.kernel.CandidateId;
import com.crewyard.recruiting.matching.BlindText;
import com.crewyard.recruiting.matching.CandidatePool;
import com.crewyard.recruiting.matching.CandidateView;
import com.crewyard.recruiting.matching.JobView;
import com.crewyard.recruiting.matching.internal.PostNearness.Post;
import com.crewyard.recruiting.matching.internal.embedding.TextEmbedder;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Candidates, pools and posts as vectors of one model, made once while they stay the same. */
final class Embeddings {

    private static final int MOST_CANDIDATES = 10_000;

    private final TextEmbedder embedder;
    private final Cache<Version, EmbeddedCandidate> candidates =
            Caffeine.newBuilder().maximumSize(MOST_CANDIDATES).build();
    /** By identity: those whose vectors came with them, for as long as somebody holds the view. */
    private final Cache<CandidateView, EmbeddedCandidate> recalled =
            Caffeine.newBuilder().weakKeys().build();

    private final Cache<CandidatePool, EmbeddedPool> pools =
            Caffeine.newBuilder().weakKeys().build();

    Embeddings(TextEmbedder embedder) {
        this.embedder = embedder;
    }

    /** What somebody looked like when they were embedded. */
    private record Version(CandidateId id, int look) {
        static Version of(CandidateView view) {
            return new Version(view.id(), view.hashCode());
        }
    }

    /** Vectors of a candidate that were made before. */
    void know(CandidateView view, EmbeddedCandidate embedded) {
        recalled.put(view, embedded);
    }

    String model() {
        return embedder.model();
    }

    /** @throws com.crewyard.recruiting.matching.internal.embedding.EmbeddingUnavailableException when not all is there */
    PostNearness nearness(JobView job, CandidatePool pool) {
        EmbeddedPool present = pools.getIfPresent(pool);
        if (present == null) {
            present = embed(pool);
            pools.put(pool, present);
        }
        return present.nearness(texts(job), this::post);
    }

    /** The texts of a post that become vectors: its beginning, and its title. */
    static List<String> texts(JobView job) {
        String written = BlindText.of(job.title() + "\n" + job.description(), List.of(), List.of())
                .text();
        return List.of(
                Excerpt.beginning(written, Excerpt.WORDS),
                "resume of a " + job.title().strip());
    }

    private Post post(List<String> texts) {
        List<float[]> vectors = embedder.embed(texts);
        return new Post(vectors.getFirst(), vectors.getLast());
    }

    Post post(JobView job) {
        return post(texts(job));
    }

    /** In the same order. */
    List<EmbeddedCandidate> candidates(List<CandidateView> views) {
        Map<CandidateView, EmbeddedCandidate> embedded = embed(views);
        return views.stream()
                .flatMap(view -> Optional.ofNullable(embedded.get(view)).stream())
                .toList();
    }

    private EmbeddedPool embed(CandidatePool pool) {
        List<EmbeddedCandidate> ordered = candidates(pool.candidates());
        int dimension = ordered.stream()
                .mapToInt(candidate -> candidate.vectors().dimension())
                .max()
                .orElse(0);
        return new EmbeddedPool(pool, ordered, dimension, this::embed);
    }

    private EmbeddedCandidate embed(CandidateView view) {
        EmbeddedCandidate known = recalled.getIfPresent(view);
        return known == null ? embed(List.of(view)).values().iterator().next() : known;
    }

    private Map<CandidateView, EmbeddedCandidate> embed(List<CandidateView> views) {
        Map<CandidateView, EmbeddedCandidate> embedded = new IdentityHashMap<>();
        Map<CandidateView, List<Excerpt>> missing = new IdentityHashMap<>();
        for (CandidateView view : views) {
            EmbeddedCandidate known = recalled.getIfPresent(view);
            if (known == null) {
                known = candidates.getIfPresent(Version.of(view));
            }
            if (known == null) {
                missing.put(view, Excerpt.of(view));
            } else {
                embedded.put(view, known);
            }
        }
        Map<String, float[]> vectors = vectors(missing.values());
        missing.forEach((view, excerpts) -> {
            List<float[]> own = excerpts.stream()
                    .flatMap(excerpt -> Optional.ofNullable(vectors.get(excerpt.text())).stream())
                    .toList();
            EmbeddedCandidate made = new EmbeddedCandidate(excerpts, own);
            candidates.put(Version.of(view), made);
            embedded.put(view, made);
        });
        return embedded;
    }

    private Map<String, float[]> vectors(Iterable<List<Excerpt>> excerpts) {
        Map<String, float[]> vectors = new LinkedHashMap<>();
        for (List<Excerpt> each : excerpts) {
            each.forEach(excerpt -> vectors.put(excerpt.text(), new float[0]));
        }
        List<String> texts = new ArrayList<>(vectors.keySet());
        List<float[]> made = embedder.embed(texts);
        for (int i = 0; i < made.size(); i++) {
            vectors.put(texts.get(i), made.get(i));
        }
        return vectors;
    }
}
