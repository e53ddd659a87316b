package com.crewyard.recruiting.parsing.internal.text;

import com.crewyard.recruiting.parsing.ResumeText;
import com.crewyard.recruiting.parsing.ResumeText.Hyperlink;
import com.crewyard.recruiting.parsing.ResumeText.Line;
import com.crewyard.recruiting.parsing.ResumeText.Page;
import java.util.ArrayList;
import java.util.List;

/** Lays lines one after the other and gives every character its page and line. */
final class TextAssembler {

    /** More than any resume has; readers may look at each link with each line. */
    private static final int MAX_HYPERLINKS = 500;

    private final StringBuilder text = new StringBuilder();
    private final List<Page> pages = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<Hyperlink> hyperlinks = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private boolean full;

    /** Adds a page; lines that no longer fit are left out, with a note. */
    void page(double width, double height, List<TextLine> pageLines) {
        int number = pages.size() + 1;
        int start = text.length();
        boolean first = true;
        for (TextLine line : Hyphenation.close(pageLines)) {
            if (line.text().isBlank()) {
                continue;
            }
            if (full || text.length() + line.text().length() + 2 > ResumeText.MAX_CHARACTERS) {
                if (!full) {
                    notes.add("Only the first %d characters were read".formatted(text.length()));
                }
                full = true;
                break;
            }
            add(line, number, first);
            first = false;
        }
        pages.add(new Page(number, start, text.length(), width, height));
    }

    private void add(TextLine line, int page, boolean first) {
        if ((line.gapBefore() || first) && !text.isEmpty()) {
            text.append('\n');
        }
        int start = text.length();
        text.append(line.text());
        lines.add(new Line(start, text.length(), page, line.box(), line.style()));
        for (TextLine.Anchor link : line.links()) {
            if (link.end() > link.start() && hyperlinks.size() < MAX_HYPERLINKS) {
                hyperlinks.add(new Hyperlink(start + link.start(), start + link.end(), link.address()));
            }
        }
        text.append('\n');
    }

    void note(String sentence) {
        notes.add(sentence);
    }

    boolean isFull() {
        return full;
    }

    ResumeText finish() {
        return new ResumeText(text.toString(), pages, lines, hyperlinks, notes);
    }
}
