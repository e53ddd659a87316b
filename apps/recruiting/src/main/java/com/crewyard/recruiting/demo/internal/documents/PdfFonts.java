package com.crewyard.recruiting.demo.internal.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/**
 * The fonts of one resume: those that every reader has where they have all its characters, else Liberation Sans,
 * which PDFBox brings, as an embedded subset.
 *
 * @param drawnBold whether bold is the regular font with its outline drawn
 */
record PdfFonts(PDFont regular, PDFont bold, boolean drawnBold) {

    private static final String LIBERATION = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final byte[] LIBERATION_SANS = liberation();

    static PdfFonts of(PDDocument document, Sheet sheet) throws IOException {
        PDFont regular = new PDType1Font(sheet.design().serif() ? FontName.TIMES_ROMAN : FontName.HELVETICA);
        if (encodes(regular, sheet.allText())) {
            PDFont bold = new PDType1Font(sheet.design().serif() ? FontName.TIMES_BOLD : FontName.HELVETICA_BOLD);
            return new PdfFonts(regular, bold, false);
        }
        PDFont liberation = PDType0Font.load(document, new ByteArrayInputStream(LIBERATION_SANS));
        return new PdfFonts(liberation, liberation, true);
    }

    private static boolean encodes(PDFont font, String text) throws IOException {
        try {
            font.encode(text);
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static byte[] liberation() {
        try (InputStream stream = PDFont.class.getResourceAsStream(LIBERATION)) {
            if (stream == null) {
                throw new IllegalStateException("PDFBox no longer brings %s".formatted(LIBERATION));
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
