package com.crewyard.recruiting.demo.internal.documents;

import com.crewyard.recruiting.demo.internal.documents.Sheet.Design;
import com.crewyard.recruiting.demo.internal.documents.Sheet.Section;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Resumes as PDF with real text: in one column, or with a coloured column for what is short. */
final class PdfResume {

    private static final int INK = 0x222222;
    private static final int WHITE = 0xffffff;
    private static final float MARGIN = 54;
    private static final float SIDEBAR = 178;
    private static final float GAP = 20;

    private PdfResume() {}

    static byte[] oneColumn(Sheet sheet) {
        return inPages(sheet, pages -> {
            Design design = sheet.design();
            PdfColumn column = new PdfColumn(pages, sheet, MARGIN, PdfPages.WIDTH - 2 * MARGIN, INK, design.accent());
            column.name(22, design.centered());
            column.line(sheet.headline(), 12, design.centered());
            column.space(3);
            column.line(String.join("  |  ", sheet.contacts()), 9, design.centered());
            for (Section section : sheet.sections()) {
                column.section(section);
            }
        });
    }

    static byte[] withSidebar(Sheet sheet) {
        return inPages(sheet, pages -> {
            boolean onTheLeft = sheet.design().centered();
            boolean dark = sheet.design().ruled();
            float barLeft = onTheLeft ? 0 : PdfPages.WIDTH - SIDEBAR;
            pages.fill(
                    0,
                    barLeft,
                    0,
                    SIDEBAR,
                    PdfPages.HEIGHT,
                    dark ? sheet.design().accent() : 0xf0f2f4);
            PdfColumn bar = new PdfColumn(
                    pages,
                    sheet,
                    barLeft + GAP,
                    SIDEBAR - 2 * GAP,
                    dark ? WHITE : INK,
                    dark ? WHITE : sheet.design().accent());
            PdfColumn main = new PdfColumn(
                    pages,
                    sheet,
                    onTheLeft ? SIDEBAR + GAP : GAP + 14,
                    PdfPages.WIDTH - SIDEBAR - 2 * GAP - 14,
                    INK,
                    sheet.design().accent());
            // Programs differ in which column they write first; readers must not care.
            if (sheet.design().loud()) {
                main(main, sheet);
                bar(bar, sheet);
            } else {
                bar(bar, sheet);
                main(main, sheet);
            }
        });
    }

    private static void bar(PdfColumn column, Sheet sheet) throws IOException {
        column.heading(contactHeading(sheet));
        for (String contact : sheet.contacts()) {
            column.address(contact, 8.5f);
        }
        for (Section section : beside(sheet, true)) {
            column.section(section);
        }
    }

    private static void main(PdfColumn column, Sheet sheet) throws IOException {
        column.name(24, false);
        column.line(sheet.headline(), 12, false);
        for (Section section : beside(sheet, false)) {
            column.section(section);
        }
    }

    private static List<Section> beside(Sheet sheet, boolean wanted) {
        return sheet.sections().stream()
                .filter(section -> section.part().fitsBeside() == wanted)
                .toList();
    }

    private static String contactHeading(Sheet sheet) {
        String heading = switch (sheet.language()) {
            case "de" -> "Kontakt";
            case "es" -> "Contacto";
            default -> "Contact";
        };
        return sheet.design().loud() ? heading.toUpperCase(java.util.Locale.ROOT) : heading;
    }

    @FunctionalInterface
    private interface Writing {
        void on(PdfPages pages) throws IOException;
    }

    private static byte[] inPages(Sheet sheet, Writing writing) {
        try (PdfPages pages = new PdfPages(sheet)) {
            writing.on(pages);
            return pages.bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
