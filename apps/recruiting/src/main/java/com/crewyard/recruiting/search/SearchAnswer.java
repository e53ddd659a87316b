package com.crewyard.recruiting.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was found.
 *
 * @param total how many there are in all; when not {@code exact}, there are more than that
 * @param facets in the order of {@link Facet}, those with values, the most frequent value first
 * @param next to give to the next request, when there is more
 */
public record SearchAnswer(
        List<Hit> hits,
        long total,
        boolean exact,
        Map<Facet, List<Bucket>> facets,
        List<Note> notes,
        Optional<String> next) {

    /** Up to here results are counted exactly. */
    public static final int COUNTED = 10_000;

    public SearchAnswer {
        hits = List.copyOf(hits);
        notes = List.copyOf(notes);
    }

    public static SearchAnswer nothing(Note... notes) {
        return new SearchAnswer(List.of(), 0, true, Map.of(), List.of(notes), Optional.empty());
    }

    public SearchAnswer noting(List<Note> more) {
        List<Note> all = new ArrayList<>(notes);
        all.addAll(more);
        return new SearchAnswer(hits, total, exact, facets, all, next);
    }

    public SearchAnswer noting(Note note) {
        return noting(List.of(note));
    }

    /**
     * One candidate or job.
     *
     * @param name of the person, or the job's title
     * @param detail a line that says more
     * @param score comparable within one answer only
     * @param passages of its texts that have the words, best first
     */
    public record Hit(
            DocumentKey key, String name, String detail, String location, double score, List<Passage> passages) {
        public Hit {
            passages = List.copyOf(passages);
        }
    }

    /** Words of a text, those that were looked for marked. */
    public record Passage(List<Part> parts) {
        public Passage {
            parts = List.copyOf(parts);
        }

        /** The words without marks. */
        public String text() {
            return String.join("", parts.stream().map(Part::text).toList());
        }
    }

    public record Part(String text, boolean marked) {}

    /** A value of a facet and how many results have it. */
    public record Bucket(String value, long count) {}
}
