package com.crewyard.recruiting.matching.internal;

import com.crewyard.recruiting.matching.CandidateView;
import com.crewyard.recruiting.matching.Evidence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A part of what is known of a candidate that becomes a vector.
 *
 * @param kind what it says of the person
 * @param start offset in the resume when that is the source, else 0
 * @param whole the resume when that is the source, else the excerpt
 */
record Excerpt(Kind kind, Evidence.Source source, int start, int end, String whole) {

    enum Kind {
        /** What the person calls their trade: the headline, else the resume's first line. */
        LEAD,
        /** Title of a position held. */
        TITLE,
        /** A stretch of the resume; without a resume, the profile. */
        PASSAGE
    }

    /** About as many words as the model reads whole, and so many that they say what somebody does. */
    static final int WORDS = 180;

    private static final int SHORTEST_REST = 40;
    private static final int LONGEST_WORD = 60;
    private static final int LONGEST_LEAD = 120;
    private static final int MOST_PASSAGES = 8;
    private static final int MOST_TITLES = 3;

    static Excerpt ofResume(Kind kind, String resume, int start, int end) {
        return new Excerpt(kind, Evidence.Source.RESUME, start, end, resume);
    }

    /** What becomes a vector. */
    String text() {
        if (source != Evidence.Source.RESUME) {
            return whole;
        }
        String part = whole.substring(start, end);
        return kind == Kind.PASSAGE ? Words.singleSpaced(part) : cut(part);
    }

    /** All of a candidate's; everything in them has been blinded. */
    static List<Excerpt> of(CandidateView candidate) {
        List<Excerpt> excerpts = new ArrayList<>();
        lead(candidate).ifPresent(excerpts::add);
        Set<String> titles = new LinkedHashSet<>();
        candidate.titles().stream()
                .map(String::strip)
                .filter(title -> !title.isEmpty())
                .limit(MOST_TITLES)
                .forEach(titles::add);
        titles.forEach(
                title -> excerpts.add(new Excerpt(Kind.TITLE, Evidence.Source.TITLE, 0, title.length(), cut(title))));
        List<Excerpt> passages = passages(candidate.resume().text());
        excerpts.addAll(passages);
        if (passages.isEmpty()) {
            profile(candidate).ifPresent(excerpts::add);
        }
        return List.copyOf(excerpts);
    }

    private static Optional<Excerpt> lead(CandidateView candidate) {
        String headline = candidate.headline().text().strip();
        if (!headline.isEmpty()) {
            return Optional.of(new Excerpt(Kind.LEAD, Evidence.Source.HEADLINE, 0, headline.length(), cut(headline)));
        }
        String resume = candidate.resume().text();
        int start = 0;
        while (start < resume.length() && !Character.isLetter(resume.charAt(start))) {
            start++;
        }
        int end = resume.indexOf('\n', start);
        end = end < 0 ? resume.length() : end;
        return start == resume.length() ? Optional.empty() : Optional.of(ofResume(Kind.LEAD, resume, start, end));
    }

    /** What stands in for a resume. */
    private static Optional<Excerpt> profile(CandidateView candidate) {
        String text = "%s\n%s\n%s"
                .formatted(
                        candidate.headline().text(),
                        String.join(", ", candidate.titles()),
                        String.join(", ", candidate.skills()));
        String beginning = beginning(text, WORDS);
        return beginning.chars().noneMatch(Character::isLetter)
                ? Optional.empty()
                : Optional.of(new Excerpt(Kind.PASSAGE, Evidence.Source.PROFILE, 0, beginning.length(), beginning));
    }

    /** Stretches of {@link #WORDS} words, a short rest with the last of them. */
    private static List<Excerpt> passages(String resume) {
        List<Excerpt> passages = new ArrayList<>();
        int at = 0;
        while (passages.size() < MOST_PASSAGES) {
            int start = skipSpace(resume, at);
            if (start == resume.length()) {
                break;
            }
            int end = after(resume, start, WORDS);
            int afterRest = after(resume, end, SHORTEST_REST);
            if (skipSpace(resume, afterRest) == resume.length()) {
                end = afterRest;
            }
            passages.add(ofResume(Kind.PASSAGE, resume, start, end));
            at = end;
        }
        return passages;
    }

    /** The beginning of a text. */
    static String beginning(String text, int words) {
        int start = skipSpace(text, 0);
        return Words.singleSpaced(text.substring(start, after(text, start, words)));
    }

    /** Offset after the given number of words; what has no spaces is cut into words all the same. */
    private static int after(String text, int from, int words) {
        int at = from;
        for (int word = 0; word < words && skipSpace(text, at) < text.length(); word++) {
            at = skipSpace(text, at);
            int start = at;
            while (at < text.length() && at - start < LONGEST_WORD && !Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }
        return at;
    }

    private static int skipSpace(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static String cut(String line) {
        String whole = Words.singleSpaced(line.strip());
        return whole.substring(0, Math.min(LONGEST_LEAD, whole.length()));
    }
}
