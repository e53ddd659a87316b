package com.crewyard.recruiting.candidates;

import java.util.Optional;

/**
 * Which candidates, newest first.
 *
 * @param name part of the name, in any case
 * @param text words, each of which has to stand in name, headline, title, employer, location, a skill or a tag
 * @param tag exactly this tag
 */
public record CandidateQuery(Optional<String> name, Optional<String> text, Optional<String> tag, int skip, int limit) {

    public CandidateQuery {
        name = name.map(String::strip).filter(part -> !part.isEmpty());
        text = text.map(String::strip).filter(words -> !words.isEmpty());
        tag = tag.map(String::strip).filter(label -> !label.isEmpty());
    }

    public static CandidateQuery all(int skip, int limit) {
        return new CandidateQuery(Optional.empty(), Optional.empty(), Optional.empty(), skip, limit);
    }

    public CandidateQuery named(String part) {
        return new CandidateQuery(Optional.of(part), text, tag, skip, limit);
    }

    public CandidateQuery mentioning(String words) {
        return new CandidateQuery(name, Optional.of(words), tag, skip, limit);
    }

    public CandidateQuery tagged(String label) {
        return new CandidateQuery(name, text, Optional.of(label), skip, limit);
    }
}
