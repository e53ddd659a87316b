package com.crewyard.recruiting.parsing;

import com.crewyard.recruiting.parsing.internal.vocabulary.SectionHeadings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A stretch of a resume's text under a heading known by its wording, in any of the languages that are read.
 *
 * @param start offset of its heading's first character
 * @param end offset after its last
 */
public record ResumeSection(Kind kind, int start, int end) {

    /** What a section is about. */
    public enum Kind {
        /** Above the first heading. */
        HEADER,
        CONTACT,
        SUMMARY,
        WORK,
        EDUCATION,
        SKILLS,
        LANGUAGES,
        CERTIFICATIONS,
        OTHER;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The sections of a text, in order and without gaps; none without a heading. */
    public static List<ResumeSection> of(String text) {
        List<ResumeSection> sections = new ArrayList<>();
        Kind open = Kind.HEADER;
        int from = 0;
        for (int start = 0; start < text.length(); ) {
            int feed = text.indexOf('\n', start);
            int end = feed < 0 ? text.length() : feed;
            Optional<Kind> next = SectionHeadings.exact(
                            text.substring(start, end).strip())
                    .map(section -> Kind.valueOf(section.name()));
            if (next.isPresent()) {
                if (start > from) {
                    sections.add(new ResumeSection(open, from, start));
                }
                open = next.get();
                from = start;
            }
            start = end + 1;
        }
        if (from > 0 || open != Kind.HEADER) {
            sections.add(new ResumeSection(open, from, text.length()));
        }
        return List.copyOf(sections);
    }

    /** How many characters it has in common with a stretch. */
    public int overlap(int otherStart, int otherEnd) {
        return Math.max(0, Math.min(end, otherEnd) - Math.max(start, otherStart));
    }
}
