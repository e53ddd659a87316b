package com.crewyard.recruiting.parsing;

import com.crewyard.recruiting.parsing.SampleResume.Part;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Sample resumes as files of every format we can write. */
final class SampleFiles {

    private SampleFiles() {}

    static Map<String, byte[]> all(SampleResume resume) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("pdf", pdf(resume, 0));
        files.put("pdf-left", pdf(resume, 1));
        files.put("pdf-right", pdf(resume, 2));
        files.put("docx", docx(resume));
        files.put("odt", odt(resume));
        files.put("rtf", rtf(resume));
        files.put("html", html(resume));
        files.put("txt", txt(resume).getBytes(StandardCharsets.UTF_8));
        return files;
    }

    private static List<Part> whole(SampleResume resume) {
        List<Part> parts = new ArrayList<>(resume.parts());
        parts.addAll(resume.side());
        return parts;
    }

    static String txt(SampleResume resume) {
        StringBuilder text = new StringBuilder();
        for (Part part : whole(resume)) {
            switch (part) {
                case Part.Name(String name) -> text.append(name).append('\n');
                case Part.Heading(String heading) ->
                    text.append('\n')
                            .append(heading.toUpperCase(java.util.Locale.ROOT))
                            .append('\n');
                case Part.Line(String left, String right, boolean bold, boolean gap) ->
                    text.append(gap ? "\n" : "")
                            .append(left)
                            .append(right.isEmpty() ? "" : "        " + right)
                            .append('\n');
                case Part.Item(String item) -> text.append("- ").append(item).append('\n');
            }
        }
        return text.toString();
    }

    static byte[] html(SampleResume resume) {
        StringBuilder html = new StringBuilder(
                "<!DOCTYPE html><html><head><title>CV</title><style>p{margin:0}</style></head><body>");
        for (Part part : whole(resume)) {
            switch (part) {
                case Part.Name(String name) ->
                    html.append("<h1>").append(xml(name)).append("</h1>");
                case Part.Heading(String heading) ->
                    html.append("<h2>").append(xml(heading)).append("</h2>");
                case Part.Line(String left, String right, boolean bold, boolean gap) ->
                    html.append("<div>")
                            .append(bold ? "<b>" : "")
                            .append(xml(left))
                            .append(bold ? "</b>" : "")
                            .append(right.isEmpty() ? "" : "<br>" + xml(right))
                            .append("</div>\n");
                case Part.Item(String item) ->
                    html.append("<ul><li>").append(xml(item)).append("</li></ul>");
            }
        }
        return html.append("</body></html>").toString().getBytes(StandardCharsets.UTF_8);
    }

    static byte[] rtf(SampleResume resume) {
        StringBuilder rtf =
                new StringBuilder("{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Arial;}}\\uc1\\pard\\plain ");
        for (Part part : whole(resume)) {
            switch (part) {
                case Part.Name(String name) ->
                    rtf.append("{\\b\\fs40 ").append(rtfText(name)).append("}\\par\n");
                case Part.Heading(String heading) ->
                    rtf.append("\\par{\\b\\fs28 ").append(rtfText(heading)).append("}\\par\n");
                case Part.Line(String left, String right, boolean bold, boolean gap) ->
                    rtf.append(gap ? "\\par " : "")
                            .append(bold ? "{\\b " : "{")
                            .append(rtfText(left))
                            .append("}")
                            .append(right.isEmpty() ? "" : "\\tab " + rtfText(right))
                            .append("\\par\n");
                case Part.Item(String item) ->
                    rtf.append("\\bullet\\tab ").append(rtfText(item)).append("\\par\n");
            }
        }
        return rtf.append("}").toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static String rtfText(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char c : text.toCharArray()) {
            if (c == '\\' || c == '{' || c == '}') {
                escaped.append('\\').append(c);
            } else if (c < 0x80) {
                escaped.append(c);
            } else {
                escaped.append("\\u").append((int) (short) c).append('?');
            }
        }
        return escaped.toString();
    }

    static byte[] docx(SampleResume resume) {
        StringBuilder body = new StringBuilder();
        for (Part part : whole(resume)) {
            switch (part) {
                case Part.Name(String name) -> body.append(wordParagraph("Title", "", run(name, true)));
                case Part.Heading(String heading) -> body.append(wordParagraph("Heading1", "", run(heading, false)));
                case Part.Line(String left, String right, boolean bold, boolean gap) ->
                    body.append(wordParagraph(
                            "",
                            "",
                            run(left, bold) + (right.isEmpty() ? "" : "<w:r><w:tab/></w:r>" + run(right, false))));
                case Part.Item(String item) ->
                    body.append(wordParagraph(
                            "ListParagraph",
                            "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>",
                            run(item, false)));
            }
        }
        return docx(body.toString());
    }

    private static String wordParagraph(String style, String more, String runs) {
        String properties = (style.isEmpty() ? "" : "<w:pStyle w:val=\"" + style + "\"/>") + more;
        return "<w:p><w:pPr>" + properties + "</w:pPr>" + runs + "</w:p>";
    }

    private static String run(String text, boolean bold) {
        return "<w:r>" + (bold ? "<w:rPr><w:b/></w:rPr>" : "") + "<w:t xml:space=\"preserve\">" + xml(text)
                + "</w:t></w:r>";
    }

    /** A minimal package around the body's paragraphs. */
    static byte[] docx(String body) {
        String document =
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                        + body + "</w:body></w:document>";
        return docxOf(document.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] docxOf(byte[] document) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(
                "[Content_Types].xml",
                bytes(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/><Override PartName=\"/word/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/></Types>"));
        entries.put(
                "_rels/.rels",
                bytes(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"));
        entries.put(
                "word/_rels/document.xml.rels",
                bytes(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/></Relationships>"));
        entries.put(
                "word/styles.xml",
                bytes(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:style w:type=\"paragraph\" w:styleId=\"Title\"><w:name w:val=\"Title\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"Heading1\"><w:name w:val=\"heading 1\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"ListParagraph\"><w:name w:val=\"List Paragraph\"/></w:style></w:styles>"));
        entries.put("word/document.xml", document);
        return zip(entries);
    }

    static byte[] odt(SampleResume resume) {
        StringBuilder body = new StringBuilder();
        for (Part part : whole(resume)) {
            switch (part) {
                case Part.Name(String name) ->
                    body.append("<text:p text:style-name=\"Title\">")
                            .append(xml(name))
                            .append("</text:p>");
                case Part.Heading(String heading) ->
                    body.append("<text:h text:outline-level=\"1\">")
                            .append(xml(heading))
                            .append("</text:h>");
                case Part.Line(String left, String right, boolean bold, boolean gap) ->
                    body.append("<text:p>")
                            .append(xml(left))
                            .append(right.isEmpty() ? "" : "<text:tab/>" + xml(right))
                            .append("</text:p>");
                case Part.Item(String item) ->
                    body.append("<text:list><text:list-item><text:p>")
                            .append(xml(item))
                            .append("</text:p></text:list-item></text:list>");
            }
        }
        return odt("", body.toString());
    }

    /**
     * @param prolog between the XML declaration and the root, for document types
     */
    static byte[] odt(String prolog, String body) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("mimetype", bytes("application/vnd.oasis.opendocument.text"));
        entries.put(
                "META-INF/manifest.xml",
                bytes(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"><manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"application/vnd.oasis.opendocument.text\"/></manifest:manifest>"));
        entries.put(
                "content.xml",
                bytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + prolog
                        + "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" office:version=\"1.2\"><office:body><office:text>"
                        + body + "</office:text></office:body></office:document-content>"));
        return zip(entries);
    }

    static byte[] zip(Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                ZipEntry zipEntry = new ZipEntry(entry.getKey());
                if (entry.getKey().equals("mimetype")) {
                    CRC32 crc = new CRC32();
                    crc.update(entry.getValue());
                    zipEntry.setMethod(ZipEntry.STORED);
                    zipEntry.setSize(entry.getValue().length);
                    zipEntry.setCrc(crc.getValue());
                }
                zip.putNextEntry(zipEntry);
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * @param side 0 for one column, 1 for a sidebar on the left, 2 on the right
     */
    static byte[] pdf(SampleResume resume, int side) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            try (PdfPen pen = new PdfPen(document)) {
                if (side == 0) {
                    pen.draw(whole(resume), 50, 545, 790);
                } else {
                    double mainLeft = side == 1 ? 220 : 50;
                    double sideLeft = side == 1 ? 40 : 400;
                    List<Part> header = resume.parts().subList(0, 1);
                    double below = pen.draw(header, 50, 545, 790);
                    pen.draw(resume.side(), sideLeft, sideLeft + 150, below - 10);
                    pen.draw(resume.parts().subList(1, resume.parts().size()), mainLeft, mainLeft + 330, below - 10);
                }
            }
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Draws parts from top to bottom, breaking lines at the right edge and pages at the bottom. */
    private static final class PdfPen implements AutoCloseable {
        private final PDDocument document;
        private final PDType0Font font;
        private final PDType0Font bold;
        private PDPageContentStream content;

        PdfPen(PDDocument document) throws IOException {
            this.document = document;
            this.font = font();
            this.bold = font();
            this.content = page();
        }

        private PDType0Font font() throws IOException {
            try (var stream = PDDocument.class.getResourceAsStream(
                    "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
                return PDType0Font.load(document, java.util.Objects.requireNonNull(stream));
            }
        }

        private PDPageContentStream page() throws IOException {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            return new PDPageContentStream(document, page);
        }

        double draw(List<Part> parts, double left, double right, double top) throws IOException {
            double y = top;
            for (Part part : parts) {
                if (y < 60) {
                    content.close();
                    content = page();
                    y = 790;
                }
                switch (part) {
                    case Part.Name(String name) -> y = text(name, left, right, y, 22) - 6;
                    case Part.Heading(String heading) -> y = text(heading, left, right, y - 12, 14) - 3;
                    case Part.Line(String text, String aside, boolean strong, boolean gap) -> {
                        y -= gap ? 7 : 0;
                        if (aside.isEmpty()) {
                            y = text(text, left, right, y, 10);
                        } else {
                            double width = font.getStringWidth(aside) / 100;
                            if (font.getStringWidth(text) / 100 + width + 25 < right - left) {
                                text(aside, right - width, right + 5, y, 10);
                                y = text(text, left, right, y, 10);
                            } else {
                                y = text(text, left, right, y, 10);
                                y = text(aside, left, right, y, 10);
                            }
                        }
                    }
                    case Part.Item(String item) -> {
                        text("•", left, right, y, 10);
                        y = text(item, left + 12, right, y, 10);
                    }
                }
            }
            return y;
        }

        private double text(String text, double left, double right, double y, int size) throws IOException {
            double below = y;
            StringBuilder line = new StringBuilder();
            for (String word : text.split(" ")) {
                if (!line.isEmpty() && font.getStringWidth(line + " " + word) * size / 1000 > right - left) {
                    show(line.toString(), left, below, size);
                    below -= size * 1.25;
                    line.setLength(0);
                }
                line.append(line.isEmpty() ? "" : " ").append(word);
            }
            show(line.toString(), left, below, size);
            return below - size * 1.25;
        }

        private void show(String line, double left, double y, int size) throws IOException {
            content.beginText();
            content.setFont(size > 10 ? bold : font, size);
            content.newLineAtOffset((float) left, (float) y);
            content.showText(line);
            content.endText();
        }

        @Override
        public void close() throws IOException {
            content.close();
        }
    }

    static String xml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
