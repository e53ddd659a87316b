package com.crewyard.recruiting.parsing.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.recruiting.parsing.ResumeText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.junit.jupiter.api.Test;

class TextExtractorTest {

    @Test
    void readsASidebarAfterTheOther() throws IOException {
        ResumeText text = text(pdf(
                "50,780,22,Jane Sample",
                "50,740,12,Skills",
                "50,725,10,Java",
                "50,713,10,SQL",
                "50,701,10,Python",
                "50,680,12,Languages",
                "50,665,10,German",
                "220,740,12,Experience",
                "220,725,10,Developer at Zentry since long ago",
                "220,713,10,wrote the thing that others use",
                "220,701,10,and kept it going for years",
                "220,680,12,Education",
                "220,665,10,Riverside College"));
        assertThat(text.text().replaceAll("\\s+", " "))
                .isEqualTo(
                        "Jane Sample Skills Java SQL Python Languages German Experience Developer at Zentry since long ago"
                                + " wrote the thing that others use and kept it going for years Education Riverside College ");
    }

    @Test
    void keepsDatesAtTheMarginBesideTheirLine() throws IOException {
        ResumeText text = text(pdf(
                "50,780,10,Developer at Zentry", "450,780,10,2019 - 2021",
                "50,768,10,Tester at Fabula", "450,768,10,2017 - 2019",
                "50,756,10,Intern at Tessellate", "450,756,10,2016 - 2017",
                "50,744,10,Student at Lakeside", "450,744,10,2014 - 2016"));
        assertThat(text.text()).startsWith("Developer at Zentry\t2019 - 2021\nTester at Fabula\t2017 - 2019\n");
    }

    @Test
    void joinsWordsBrokenAtTheEndOfALineButNotCompounds() throws IOException {
        ResumeText text =
                text(pdf("50,780,10,Responsible for infra-", "50,768,10,structure and for self-", "50,756,10,service"));
        assertThat(text.text()).isEqualTo("Responsible for infrastructure\nand for self-service\n");
    }

    @Test
    void knowsThePageAndTheBoxOfEveryLine() throws IOException {
        ResumeText text = text(pdf("50,780,10,Jane Sample"));
        assertThat(text.lines()).singleElement().satisfies(line -> {
            assertThat(line.page()).isEqualTo(1);
            assertThat(line.box()).hasValueSatisfying(box -> {
                assertThat(box.x()).isBetween(49.0, 51.0);
                assertThat(box.y()).isBetween(50.0, 62.0);
            });
        });
    }

    @Test
    void keepsTheAddressBehindALink() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = page(document, "50,780,10,my code");
            PDAnnotationLink link = new PDAnnotationLink();
            link.setRectangle(new PDRectangle(48, 776, 60, 14));
            PDActionURI action = new PDActionURI();
            action.setURI("https://github.com/jsample");
            link.setAction(action);
            page.getAnnotations().add(link);
            document.save(bytes);
        }
        ResumeText text = text(bytes.toByteArray());
        assertThat(text.hyperlinks()).containsExactly(new ResumeText.Hyperlink(0, 7, "https://github.com/jsample"));
    }

    @Test
    void readsTextBoxesOfWord() throws IOException {
        String box = "<w:p><w:r><w:pict><v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\"><v:textbox><w:txbxContent>"
                + "<w:p><w:r><w:t>jane@sample.example</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>";
        assertThat(text(docx(box + "<w:p><w:r><w:t>Jane Sample</w:t></w:r></w:p>"))
                        .text())
                .contains("jane@sample.example")
                .contains("Jane Sample");
    }

    @Test
    void readsALayoutTableColumnByColumnAndADataTableRowByRow() throws IOException {
        String layout = "<w:tbl><w:tr><w:tc>" + paragraph("Skills") + paragraph("Java") + "</w:tc><w:tc>"
                + paragraph("Experience") + paragraph("Developer") + "</w:tc></w:tr></w:tbl>";
        assertThat(text(docx(layout)).text().replaceAll("\\s+", " ")).isEqualTo("Skills Java Experience Developer ");
        String data = "<w:tbl><w:tr><w:tc>" + paragraph("2019") + "</w:tc><w:tc>" + paragraph("Developer")
                + "</w:tc></w:tr></w:tbl>";
        assertThat(text(docx(data)).text()).isEqualTo("2019\tDeveloper\n");
    }

    @Test
    void opensWhatDesignersClosed() {
        assertThat(Characters.closeSpacedLetters("E X P E R I E N C E")).isEqualTo("EXPERIENCE");
        assertThat(Characters.closeSpacedLetters("a b testing in C")).isEqualTo("a b testing in C");
        assertThat(Characters.clean("eﬃcient\u00a0oﬃce")).isEqualTo("efficient office");
    }

    @Test
    void readsOldEncodings() {
        assertThat(PlainText.decode("Zoë Müller".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo("Zoë Müller");
        assertThat(PlainText.decode("Zoë Müller".getBytes(StandardCharsets.UTF_16LE)))
                .isEqualTo("Zoë Müller");
    }

    private static ResumeText text(byte[] file) {
        if (TextExtractor.extract(file) instanceof Extraction.Text(ResumeText text)) {
            return text;
        }
        throw new AssertionError("Not read");
    }

    /** Lines as {@code x,y,size,text}, y from the bottom. */
    private static byte[] pdf(String... lines) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            page(document, lines);
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    private static PDPage page(PDDocument document, String... lines) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            for (String line : lines) {
                String[] parts = line.split(",", 4);
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), Float.parseFloat(parts[2]));
                content.newLineAtOffset(Float.parseFloat(parts[0]), Float.parseFloat(parts[1]));
                content.showText(parts[3]);
                content.endText();
            }
        }
        return page;
    }

    private static String paragraph(String text) {
        return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
    }

    private static byte[] docx(String body) throws IOException {
        String package1 = "http://schemas.openxmlformats.org/package/2006/";
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns=\"" + package1
                        + "content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>");
        parts.put(
                "_rels/.rels",
                "<Relationships xmlns=\"" + package1
                        + "relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>");
        parts.put(
                "word/document.xml",
                "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" + body
                        + "</w:body></w:document>");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
