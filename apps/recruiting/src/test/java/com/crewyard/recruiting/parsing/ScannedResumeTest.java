package com.crewyard.recruiting.parsing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.crewyard.recruiting.taxonomy.Taxonomy;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With the real Tesseract. */
class ScannedResumeTest {

    private static final ParsingSettings PATIENT =
            new ParsingSettings(1, Duration.ofSeconds(90), 256, 200, Duration.ofSeconds(60), false);
    private static final float DOTS = 200;

    @BeforeEach
    void needsTesseract() {
        boolean installed = Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "tesseract")));
        assumeTrue(installed, "no tesseract; install it with: apt-get install tesseract-ocr");
    }

    @Test
    void readsAScanAndSaysSo() throws IOException {
        SampleResume resume = SampleResume.of(3);

        try (ResumeParser parser = new ResumeParser(PATIENT, Clock.systemUTC(), Taxonomy.load())) {
            ParseOutcome outcome = parser.parse(scanned(SampleFiles.pdf(resume, 0)), SampleCorpus.REFERENCE);

            assertThat(outcome).isInstanceOfSatisfying(ParseOutcome.Parsed.class, parsed -> {
                assertThat(parsed.text().notes()).contains("This is a scan, read by Tesseract: letters may be wrong");
                assertThat(parsed.profile().name().map(Found::value))
                        .isEqualTo(resume.expected().name());
                assertThat(parsed.profile().emails()).isNotEmpty();
                assertThat(parsed.profile().work()).isNotEmpty();
                assertThat(parsed.text().lines())
                        .allSatisfy(line -> assertThat(line.box()).isPresent());
            });
        }
    }

    /** What a scanner makes of it: pictures of the pages. */
    private static byte[] scanned(byte[] pdf) throws IOException {
        try (PDDocument original = Loader.loadPDF(pdf);
                PDDocument scan = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            PDFRenderer renderer = new PDFRenderer(original);
            for (int i = 0; i < original.getNumberOfPages(); i++) {
                PDRectangle box = original.getPage(i).getMediaBox();
                BufferedImage picture = renderer.renderImageWithDPI(i, DOTS, ImageType.GRAY);
                PDPage page = new PDPage(box);
                scan.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(scan, page)) {
                    content.drawImage(
                            LosslessFactory.createFromImage(scan, picture), 0, 0, box.getWidth(), box.getHeight());
                }
            }
            scan.save(bytes);
            return bytes.toByteArray();
        }
    }
}
