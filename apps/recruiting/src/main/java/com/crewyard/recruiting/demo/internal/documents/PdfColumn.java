package com.crewyard.recruiting.demo.internal.documents;

import com.crewyard.recruiting.demo.internal.documents.PdfPages.Style;
import com.crewyard.recruiting.demo.internal.documents.Sheet.Block;
import com.crewyard.recruiting.demo.internal.documents.Sheet.Section;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes downwards between two margins and goes on at the top of the next page. */
final class PdfColumn {

    private static final float MARGIN = 54;
    private static final float LEADING = 1.35f;
    private static final float BULLET_INDENT = 10;

    private final PdfPages pages;
    private final Sheet sheet;
    private final float left;
    private final float width;
    private final int ink;
    private final int accent;
    private int page;
    private float y = PdfPages.HEIGHT - MARGIN;

    PdfColumn(PdfPages pages, Sheet sheet, float left, float width, int ink, int accent) {
        this.pages = pages;
        this.sheet = sheet;
        this.left = left;
        this.width = width;
        this.ink = ink;
        this.accent = accent;
    }

    void space(float points) {
        y -= points;
    }

    void name(float size, boolean centered) throws IOException {
        lines(sheet.name(), new Style(true, size, accent), 0, centered);
    }

    /** A line that is not broken but set smaller where the column is too narrow. */
    void address(String text, float size) throws IOException {
        float wide = pages.width(text, new Style(false, size, ink));
        lines(text, new Style(false, wide > width ? size * (width - 1) / wide : size, ink), 0, false);
    }

    void line(String text, float size, boolean centered) throws IOException {
        lines(text, new Style(false, size, ink), 0, centered);
    }

    void heading(String text) throws IOException {
        space(10);
        keep(60);
        lines(text, new Style(true, 12, accent), 0, false);
        if (sheet.design().ruled()) {
            pages.fill(page, left, y + 1, width, 0.7f, accent);
        }
        space(3);
    }

    void section(Section section) throws IOException {
        heading(sheet.heading(section));
        for (Block block : section.blocks()) {
            switch (block) {
                case Block.Entry entry -> entry(entry);
                case Block.Paragraph(String text) -> lines(text, new Style(false, 9.5f, ink), 0, false);
                case Block.Bullet(String text) -> bullet(text);
            }
        }
    }

    private void entry(Block.Entry entry) throws IOException {
        space(4);
        keep(48);
        Style bold = new Style(true, 10, ink);
        Style dates = new Style(false, 9.5f, ink);
        float room = width - pages.width(entry.right(), dates) - 12;
        if (pages.width(entry.left(), bold) <= room) {
            float top = y;
            lines(entry.left(), bold, 0, false);
            float start = left + width - pages.width(entry.right(), dates);
            pages.write(page, start, top - bold.size(), entry.right(), dates);
        } else {
            lines(entry.left(), bold, 0, false);
            lines(entry.right(), dates, 0, false);
        }
        if (!entry.below().isEmpty()) {
            lines(entry.below(), dates, 0, false);
        }
    }

    private void bullet(String text) throws IOException {
        Style style = new Style(false, 9.5f, ink);
        keep(style.size() * LEADING);
        pages.write(page, left, y - style.size(), "•", style);
        lines(text, style, BULLET_INDENT, false);
    }

    private void lines(String text, Style style, float indent, boolean centered) throws IOException {
        for (String line : wrapped(text, style, width - indent)) {
            keep(style.size() * LEADING);
            float start = centered ? left + (width - pages.width(line, style)) / 2 : left + indent;
            pages.write(page, start, y - style.size(), line, style);
            y -= style.size() * LEADING;
        }
    }

    private List<String> wrapped(String text, Style style, float room) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && pages.width(longer, style) > room) {
                lines.add(line.toString());
                line = new StringBuilder(word);
            } else {
                line = new StringBuilder(longer);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    /** Goes to the next page unless so much is left of this one. */
    private void keep(float height) {
        if (y - height < MARGIN) {
            page++;
            y = PdfPages.HEIGHT - MARGIN;
        }
    }
}
