package com.crewyard.recruiting.parsing;

import java.util.List;
import java.util.Optional;

/**
 * The text of a resume in reading order. Lines end with one line feed, blocks with an empty line; a tab stands between
 * parts of a line that are set apart (a title and its dates at the right margin, cells of a table row).
 *
 * @param text at most {@link #MAX_CHARACTERS}
 * @param pages in order, without gaps; formats without pages have one
 * @param lines the non-empty lines, in order of offset
 * @param hyperlinks addresses behind the text
 * @param notes sentences about what was left out
 */
public record ResumeText(
        String text, List<Page> pages, List<Line> lines, List<Hyperlink> hyperlinks, List<String> notes) {

    public static final int MAX_CHARACTERS = 400_000;
    public static final int MAX_PAGES = 50;

    public ResumeText {
        pages = List.copyOf(pages);
        lines = List.copyOf(lines);
        hyperlinks = List.copyOf(hyperlinks);
        notes = List.copyOf(notes);
    }

    /**
     * @param number counted from 1
     * @param start offset of its first character
     * @param end offset after its last
     * @param width in points (1/72 inch), 0 when the format has no pages
     */
    public record Page(int number, int start, int end, double width, double height) {}

    /**
     * @param start offset of its first character
     * @param end offset after its last, the line feed not included
     * @param box where it stands on the page, for formats that say so
     */
    public record Line(int start, int end, int page, Optional<Box> box, Style style) {}

    /** In points from the upper left corner of the page. */
    public record Box(double x, double y, double width, double height) {}

    /**
     * @param size of the largest letters in points, 0 when unknown
     * @param bold whether most letters are
     */
    public record Style(double size, boolean bold, boolean italic, Kind kind) {
        public static final Style PLAIN = new Style(0, false, false, Kind.TEXT);
    }

    /** What the format itself says about a line. */
    public enum Kind {
        TEXT,
        HEADING,
        ITEM,
        CELL
    }

    /** The address that the characters from start to end lead to. */
    public record Hyperlink(int start, int end, String address) {}

    /** The page of a character. */
    public int pageAt(int offset) {
        for (Page page : pages) {
            if (offset < page.end()) {
                return page.number();
            }
        }
        return pages.isEmpty() ? 1 : pages.getLast().number();
    }

    public Span span(int start, int end) {
        return new Span(pageAt(start), start, end);
    }

    public String at(Span span) {
        return text.substring(span.start(), span.end());
    }

    /** The lines that a span touches, for highlighting their boxes. */
    public List<Line> linesAt(Span span) {
        return lines.stream()
                .filter(line -> line.start() < span.end() && span.start() < line.end())
                .toList();
    }
}
