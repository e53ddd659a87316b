package com.crewyard.recruiting.parsing.internal.profile;

import com.crewyard.recruiting.parsing.ResumeText;
import com.crewyard.recruiting.parsing.ResumeText.Kind;
import com.crewyard.recruiting.parsing.ResumeText.Line;
import com.crewyard.recruiting.parsing.ResumeText.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A line of the resume as the readers see it.
 *
 * @param gapBefore whether an empty line sets it apart
 * @param continues whether it goes on with the item above
 */
record DocLine(Slice slice, Line line, boolean gapBefore, boolean continues) {

    private static final Pattern TAB = Pattern.compile("\t+");

    static List<DocLine> of(ResumeText text) {
        List<DocLine> lines = new ArrayList<>(text.lines().size());
        boolean inItem = false;
        double itemLeft = 0;
        for (Line line : text.lines()) {
            boolean gap = line.start() < 2 || text.text().charAt(line.start() - 2) == '\n';
            boolean item = line.style().kind() == Kind.ITEM;
            double left = line.box().map(ResumeText.Box::x).orElse(-1.0);
            boolean continues = false;
            if (item) {
                inItem = true;
                itemLeft = left;
            } else if (inItem) {
                char first = text.text().charAt(line.start());
                boolean indented = left > itemLeft + 3;
                continues = !gap && (left >= 0 ? indented : Character.isLowerCase(first) && !opensWithDate(text, line));
                inItem = continues;
            }
            lines.add(new DocLine(new Slice(text, line.start(), line.end()), line, gap, continues));
        }
        return lines;
    }

    /** French and Spanish write months in lower case. */
    private static boolean opensWithDate(ResumeText text, Line line) {
        return DateRanges.find(new Slice(text, line.start(), line.end())).stream()
                .anyMatch(range -> range.slice().start() == line.start());
    }

    /** Joined with the line below, as one line. */
    DocLine with(DocLine below) {
        Slice both = new Slice(slice.source(), slice.start(), below.slice().end());
        return new DocLine(both, line, gapBefore, continues);
    }

    /** A line that was broken stays one line: its line feeds read as blanks. */
    String text() {
        return slice.text().replace('\n', ' ');
    }

    Style style() {
        return line.style();
    }

    boolean isItem() {
        return line.style().kind() == Kind.ITEM;
    }

    /** The text without the bullet. */
    Slice content() {
        return isItem() ? slice.strip("•") : slice;
    }

    List<Slice> segments() {
        return content().split(TAB);
    }

    Slice firstSegment() {
        List<Slice> segments = segments();
        return segments.isEmpty() ? slice : segments.getFirst();
    }
}
