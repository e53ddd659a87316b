package com.crewyard.recruiting.candidates.web;

import com.crewyard.recruiting.candidates.CandidateFrame;
import com.crewyard.recruiting.candidates.Note;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What happened to a candidate, newest first.
 *
 * @param older address of what came before; empty at the beginning
 */
public record FeedView(CandidateFrame frame, List<Entry> entries, String older, String typed, String error) {

    /**
     * An entry of the feed.
     *
     * @param note the note it tells of, with its mentions set off
     * @param mayDelete whether the reader wrote that note
     */
    public record Entry(
            String actor, String sentence, Instant at, Optional<Note> note, List<Piece> body, boolean mayDelete) {}

    /** A run of a note's characters. */
    public record Piece(String text, boolean mention) {}
}
