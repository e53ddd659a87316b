package com.crewyard.recruiting.parsing.internal.text;

import com.crewyard.recruiting.parsing.ResumeText;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Reads PDF: glyphs by PDFBox, reading order by {@link PdfLayout}. Scripts, forms and attachments are not touched. */
final class PdfText {

    private PdfText() {}

    static Extraction of(byte[] bytes) throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            GlyphCollector glyphs = new GlyphCollector();
            glyphs.setStartPage(1);
            glyphs.setEndPage(ResumeText.MAX_PAGES);
            glyphs.writeText(document, Writer.nullWriter());
            TextAssembler assembler = new TextAssembler();
            List<List<TextLine>> lines = PageFurniture.removed(
                    glyphs.pages().stream().map(PdfLayout::lines).toList());
            for (int i = 0; i < lines.size(); i++) {
                PdfPage page = glyphs.pages().get(i);
                assembler.page(page.width(), page.height(), lines.get(i));
            }
            int pages = document.getNumberOfPages();
            if (pages > ResumeText.MAX_PAGES) {
                assembler.note("Only the first %d of %d pages were read".formatted(ResumeText.MAX_PAGES, pages));
            }
            ResumeText text = assembler.finish();
            return text.text().isBlank() ? ScannedPages.read(document) : new Extraction.Text(text);
        } catch (InvalidPasswordException e) {
            return new Extraction.Nothing("This PDF is protected by a password");
        }
    }
}
