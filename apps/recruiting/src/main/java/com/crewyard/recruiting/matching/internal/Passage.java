package com.crewyard.recruiting.matching.internal;

import com.crewyard.recruiting.matching.BlindText;
import com.crewyard.recruiting.matching.CandidateView;
import com.crewyard.recruiting.matching.Evidence;
import com.crewyard.recruiting.matching.JobView;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of what is known of a candidate, small enough to mean one thing.
 *
 * @param source the resume, or the profile for titles, headline and skills, which have no offsets
 * @param start offset in the resume
 */
record Passage(Evidence.Source source, int start, int end, String text) {

    /** Characters that can be seen: what was blanked out must not move the end of a passage. */
    private static final int LONGEST = 1_000;

    private static final int LONG_ENOUGH = 420;
    private static final int SHORTEST = 40;
    private static final int MOST = 5;
    private static final int LONGEST_POST = 4_000;
    private static final int LONGEST_QUOTE = 160;

    /** Everything here has been blinded, or is a list of titles and skills. */
    static List<Passage> of(CandidateView candidate) {
        List<Passage> passages = new ArrayList<>();
        String profile = String.join(", ", candidate.titles()) + "\n"
                + candidate.headline().text() + "\n" + String.join(", ", candidate.skills());
        if (!profile.isBlank()) {
            passages.add(new Passage(Evidence.Source.PROFILE, 0, 0, profile.strip()));
        }
        String resume = candidate.resume().text();
        int start = 0;
        while (start < resume.length() && passages.size() < MOST) {
            int end = endOf(resume, start);
            String text = resume.substring(start, end);
            if (text.chars().filter(Character::isLetter).count() >= SHORTEST) {
                passages.add(new Passage(Evidence.Source.RESUME, start, end, text));
            }
            start = end;
        }
        return passages;
    }

    /** A post may name somebody to call or to write to, who is none of the service's business either. */
    static String of(JobView job) {
        String description = job.description();
        String text = "%s\n%s\n%s\n%s"
                .formatted(
                        job.title(),
                        String.join(", ", job.requiredSkills()),
                        String.join(", ", job.niceToHaveSkills()),
                        description.substring(0, Math.min(description.length(), LONGEST_POST)));
        return BlindText.of(text, List.of(), List.of()).text();
    }

    /** Its beginning. */
    Evidence evidence(String subject) {
        if (source == Evidence.Source.PROFILE) {
            return new Evidence(subject, source, 0, text.length(), text, oneLine(text));
        }
        int from = 0;
        while (from < text.length() && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        int to = Math.min(text.length(), from + LONGEST_QUOTE);
        while (to < text.length() && to > from + 1 && Character.isLetterOrDigit(text.charAt(to))) {
            to--;
        }
        String words = text.substring(from, to).stripTrailing();
        return new Evidence(subject, source, start + from, start + from + words.length(), words, oneLine(words));
    }

    /** At an empty line once it is long enough, at a line's end before it is too long, else anywhere. */
    private static int endOf(String text, int start) {
        int limit = after(text, start, LONGEST);
        int block = text.indexOf("\n\n", after(text, start, LONG_ENOUGH));
        if (block >= 0 && block < limit) {
            return block + 1;
        }
        if (limit == text.length()) {
            return limit;
        }
        int line = text.lastIndexOf('\n', limit - 1);
        return line > start ? line + 1 : limit;
    }

    /** Offset after so many characters that can be seen, or the end of the text. */
    private static int after(String text, int start, int visible) {
        int at = start;
        for (int seen = 0; at < text.length() && seen < visible; at++) {
            if (!Character.isWhitespace(text.charAt(at))) {
                seen++;
            }
        }
        return at;
    }

    private static String oneLine(String words) {
        return words.strip().replaceAll("\\s+", " ");
    }
}
