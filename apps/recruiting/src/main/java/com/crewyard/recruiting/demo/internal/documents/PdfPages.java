package com.crewyard.recruiting.demo.internal.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** Pages of A4 that stay open until the end, so that columns can be written one after the other. */
final class PdfPages implements AutoCloseable {

    static final float WIDTH = PDRectangle.A4.getWidth();
    static final float HEIGHT = PDRectangle.A4.getHeight();

    private final PDDocument document = new PDDocument();
    private final List<PDPageContentStream> pages = new ArrayList<>();
    private final PdfFonts fonts;

    PdfPages(Sheet sheet) throws IOException {
        // Otherwise the identifier would come from the time of day.
        document.setDocumentId(sheet.number());
        document.getDocumentInformation().setTitle(sheet.name());
        document.getDocumentCatalog().setLanguage(sheet.language());
        this.fonts = PdfFonts.of(document, sheet);
    }

    /** A run of text in one style. */
    record Style(boolean bold, float size, int color) {}

    void fill(int page, float x, float y, float width, float height, int color) throws IOException {
        PDPageContentStream stream = page(page);
        color(stream, color);
        stream.addRect(x, y, width, height);
        stream.fill();
    }

    void write(int page, float x, float y, String text, Style style) throws IOException {
        PDPageContentStream stream = page(page);
        boolean drawn = style.bold() && fonts.drawnBold();
        color(stream, style.color());
        stream.beginText();
        stream.setFont(style.bold() ? fonts.bold() : fonts.regular(), style.size());
        stream.setRenderingMode(drawn ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
        stream.setLineWidth(style.size() / 50);
        stream.newLineAtOffset(x, y);
        stream.showText(text);
        stream.endText();
    }

    float width(String text, Style style) throws IOException {
        return (style.bold() ? fonts.bold() : fonts.regular()).getStringWidth(text) / 1000 * style.size();
    }

    byte[] bytes() throws IOException {
        for (PDPageContentStream page : pages) {
            page.close();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    private PDPageContentStream page(int number) throws IOException {
        while (pages.size() <= number) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            pages.add(new PDPageContentStream(document, page));
        }
        return pages.get(number);
    }

    private static void color(PDPageContentStream stream, int color) throws IOException {
        float red = (color >> 16) / 255f;
        float green = (color >> 8 & 0xff) / 255f;
        float blue = (color & 0xff) / 255f;
        stream.setNonStrokingColor(red, green, blue);
        stream.setStrokingColor(red, green, blue);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
