package com.crewyard.recruiting.parsing.internal.text;

import com.crewyard.recruiting.parsing.ResumeText;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Reads a PDF whose pages are pictures, when this machine can. */
final class ScannedPages {

    /** Within the time that a file may take, with what is left to read the words. */
    private static final Duration BUDGET = Duration.ofSeconds(12);

    private static final int MOST_PAGES = 6;
    private static final double POINTS = 72;

    /** Of a page's side, at which it still is a page of a resume: A3. */
    private static final float LONGEST_SIDE = 1_200;

    private ScannedPages() {}

    static Extraction read(PDDocument document) throws IOException {
        Optional<Tesseract> tesseract = Tesseract.installed();
        if (tesseract.isEmpty()) {
            return new Extraction.Nothing(
                    "There is no text in this file: it looks like a scan, and no Tesseract is installed here that could"
                            + " read it. Send a PDF with text, or a Word document");
        }
        long start = System.nanoTime();
        TextAssembler assembler = new TextAssembler();
        PDFRenderer renderer = new PDFRenderer(document);
        int pages = Math.min(document.getNumberOfPages(), ResumeText.MAX_PAGES);
        int read = 0;
        while (read < pages && read < MOST_PAGES && System.nanoTime() - start < BUDGET.toNanos()) {
            PdfPage page = tesseract.get().read(picture(document, renderer, read));
            List<TextLine> lines = PdfLayout.lines(page);
            assembler.page(page.width(), page.height(), lines);
            read++;
        }
        assembler.note("This is a scan, read by Tesseract: letters may be wrong");
        if (read < document.getNumberOfPages()) {
            assembler.note("Only the first %d of %d pages were read".formatted(read, document.getNumberOfPages()));
        }
        ResumeText text = assembler.finish();
        return text.text().isBlank()
                ? new Extraction.Nothing("There is no text in this file: it looks like a scan, and Tesseract found no"
                        + " words in it. Send a PDF with text, or a Word document")
                : new Extraction.Text(text);
    }

    private static BufferedImage picture(PDDocument document, PDFRenderer renderer, int page) throws IOException {
        PDRectangle box = document.getPage(page).getCropBox();
        float side = Math.max(box.getWidth(), box.getHeight());
        double dots = Tesseract.RESOLUTION * Math.min(1, LONGEST_SIDE / side);
        BufferedImage drawn = renderer.renderImage(page, (float) (dots / POINTS), ImageType.GRAY);
        if (drawn.getType() == BufferedImage.TYPE_BYTE_GRAY) {
            return drawn;
        }
        BufferedImage grey = new BufferedImage(drawn.getWidth(), drawn.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = grey.createGraphics();
        graphics.drawImage(drawn, 0, 0, null);
        graphics.dispose();
        return grey;
    }
}
