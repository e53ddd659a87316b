package com.crewyard.recruiting.parsing.internal.text;

import com.crewyard.recruiting.parsing.ResumeText.Box;
import com.crewyard.recruiting.parsing.ResumeText.Kind;
import com.crewyard.recruiting.parsing.ResumeText.Style;
import com.crewyard.recruiting.parsing.internal.text.PdfPage.Area;
import com.crewyard.recruiting.parsing.internal.text.PdfPage.Word;
import com.crewyard.recruiting.parsing.internal.text.TextLine.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From the words of a page to its lines in reading order. */
final class PdfLayout {

    /** White space above a line that makes it the start of a block, in usual line pitches. */
    private static final double BLOCK_GAP = 1.3;

    private PdfLayout() {}

    static List<TextLine> lines(PdfPage page) {
        List<TextLine> lines = new ArrayList<>();
        for (List<Word> region : ColumnFinder.regions(page.words())) {
            List<Row> rows = Row.of(region);
            double pitch = usualPitch(rows);
            for (int i = 0; i < rows.size(); i++) {
                boolean gap = i == 0 || rows.get(i).baseline() - rows.get(i - 1).baseline() > BLOCK_GAP * pitch;
                line(rows.get(i), gap, page.links()).ifPresent(lines::add);
            }
        }
        return lines;
    }

    private static double usualPitch(List<Row> rows) {
        List<Double> pitches = new ArrayList<>();
        for (int i = 1; i < rows.size(); i++) {
            pitches.add(rows.get(i).baseline() - rows.get(i - 1).baseline());
        }
        pitches.sort(null);
        // The lower quartile: many resumes have more gaps than running text.
        return pitches.isEmpty() ? Double.MAX_VALUE : pitches.get(pitches.size() / 4);
    }

    private static Optional<TextLine> line(Row row, boolean gap, List<Area> areas) {
        StringBuilder text = new StringBuilder();
        List<Anchor> anchors = new ArrayList<>();
        int bold = 0;
        int italic = 0;
        double size = 0;
        double top = Double.MAX_VALUE;
        double bottom = 0;
        for (Run run : row.runs()) {
            for (Word word : run.words()) {
                if (!text.isEmpty()) {
                    text.append(word == run.words().getFirst() && !isBulletOnly(text) ? '\t' : ' ');
                }
                int start = text.length();
                text.append(word.text());
                link(word, areas).ifPresent(address -> addAnchor(anchors, start, text.length(), address));
                int letters = word.text().length();
                bold += word.bold() ? letters : -letters;
                italic += word.italic() ? letters : -letters;
                size = Math.max(size, word.size());
                top = Math.min(top, word.baseline() - word.size());
                bottom = Math.max(bottom, word.baseline() + 0.25 * word.size());
            }
        }
        String closed = Characters.closeSpacedLetters(text.toString());
        if (closed.isBlank() || isBulletOnly(text)) {
            return Optional.empty();
        }
        double left = row.runs().getFirst().left();
        Kind kind = Characters.isBullet(text.substring(0, 1)) ? Kind.ITEM : Kind.TEXT;
        Style style = new Style(Math.round(size * 10) / 10.0, bold > 0, italic > 0, kind);
        Box box = new Box(left, top, row.runs().getLast().right() - left, bottom - top);
        TextLine line = new TextLine(text.toString(), Optional.of(box), style, gap, anchors);
        return Optional.of(closed.contentEquals(text) ? line : line.withText(closed));
    }

    private static boolean isBulletOnly(StringBuilder text) {
        return text.length() == 1 && text.charAt(0) == Characters.BULLET;
    }

    private static Optional<String> link(Word word, List<Area> areas) {
        return areas.stream()
                .filter(area -> area.covers(word))
                .map(Area::address)
                .findFirst();
    }

    private static void addAnchor(List<Anchor> anchors, int start, int end, String address) {
        if (!anchors.isEmpty()
                && anchors.getLast().address().equals(address)
                && anchors.getLast().end() == start - 1) {
            anchors.set(anchors.size() - 1, new Anchor(anchors.getLast().start(), end, address));
        } else {
            anchors.add(new Anchor(start, end, address));
        }
    }
}
