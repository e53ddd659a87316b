package com.crewyard.recruiting.demo.internal.documents;

import static com.crewyard.recruiting.demo.internal.documents.Markup.escaped;

import com.crewyard.recruiting.demo.internal.documents.Sheet.Block;
import com.crewyard.recruiting.demo.internal.documents.Sheet.Section;
import java.util.ArrayList;
import java.util.List;

/** An OpenDocument text (ISO/IEC 26300, version 1.2) with its styles beside the text. */
final class OdtResume {

    private static final String MEDIA_TYPE = "application/vnd.oasis.opendocument.text";

    private static final String MANIFEST = """
            <?xml version="1.0" encoding="UTF-8"?>
            <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">
            <manifest:file-entry manifest:full-path="/" manifest:media-type="%s"/>
            <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
            </manifest:manifest>
            """.formatted(MEDIA_TYPE);

    private static final String NAMESPACES = """
            xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
            xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" \
            xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
            xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" \
            office:version="1.2\"""";

    private OdtResume() {}

    static byte[] write(Sheet sheet) {
        return new Zip()
                .store("mimetype", MEDIA_TYPE)
                .add("content.xml", content(sheet))
                .add("META-INF/manifest.xml", MANIFEST)
                .bytes();
    }

    private static String content(Sheet sheet) {
        StringBuilder body = new StringBuilder();
        body.append(paragraph("Name", escaped(sheet.name())));
        body.append(paragraph("Headline", escaped(sheet.headline())));
        sheet.contacts().forEach(contact -> body.append(paragraph("Contact", escaped(contact))));
        for (Section section : sheet.sections()) {
            body.append("<text:h text:style-name=\"Section\" text:outline-level=\"1\">%s</text:h>\n"
                    .formatted(escaped(sheet.heading(section))));
            blocks(section.blocks(), body);
        }
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-content " + NAMESPACES + ">"
                + styles(sheet) + "<office:body><office:text>\n" + body
                + "</office:text></office:body></office:document-content>";
    }

    private static void blocks(List<Block> blocks, StringBuilder body) {
        List<String> items = new ArrayList<>();
        for (Block block : blocks) {
            if (block instanceof Block.Bullet(String text)) {
                items.add(text);
                continue;
            }
            close(items, body);
            switch (block) {
                case Block.Entry(String left, String right, String below) -> {
                    body.append(paragraph(
                            "Entry",
                            "<text:span text:style-name=\"Strong\">%s</text:span><text:tab/>%s"
                                    .formatted(escaped(left), escaped(right))));
                    if (!below.isEmpty()) {
                        body.append(paragraph("Below", escaped(below)));
                    }
                }
                case Block.Paragraph(String text) -> body.append(paragraph("Text", escaped(text)));
                case Block.Bullet _ -> throw new IllegalStateException("Bullets were collected before");
            }
        }
        close(items, body);
    }

    private static void close(List<String> items, StringBuilder body) {
        if (items.isEmpty()) {
            return;
        }
        body.append("<text:list text:style-name=\"Bullets\">");
        items.forEach(item -> body.append("<text:list-item>")
                .append(paragraph("Text", escaped(item)))
                .append("</text:list-item>"));
        body.append("</text:list>\n");
        items.clear();
    }

    private static String paragraph(String style, String content) {
        return "<text:p text:style-name=\"%s\">%s</text:p>\n".formatted(style, content);
    }

    private static String styles(Sheet sheet) {
        String color = "fo:color=\"#%s\"".formatted(sheet.design().accentHex());
        String middle = sheet.design().centered() ? "fo:text-align=\"center\"" : "";
        String rule = sheet.design().ruled()
                ? "fo:border-bottom=\"0.5pt solid #%s\""
                        .formatted(sheet.design().accentHex())
                : "";
        return "<office:automatic-styles>"
                + style("Name", middle, "fo:font-size=\"22pt\" fo:font-weight=\"bold\" " + color)
                + style("Headline", middle, "fo:font-size=\"12pt\"")
                + style("Contact", middle, "fo:font-size=\"9pt\"")
                + style(
                        "Section",
                        "fo:margin-top=\"0.4cm\" fo:margin-bottom=\"0.15cm\" " + rule,
                        "fo:font-size=\"13pt\" fo:font-weight=\"bold\" " + color)
                + "<style:style style:name=\"Entry\" style:family=\"paragraph\"><style:paragraph-properties fo:margin-top=\"0.2cm\">"
                + "<style:tab-stops><style:tab-stop style:position=\"17cm\" style:type=\"right\"/></style:tab-stops>"
                + "</style:paragraph-properties></style:style>"
                + style("Below", "", "fo:font-style=\"italic\"")
                + style("Text", "", "fo:font-size=\"10pt\"")
                + "<style:style style:name=\"Strong\" style:family=\"text\"><style:text-properties fo:font-weight=\"bold\"/></style:style>"
                + "<text:list-style style:name=\"Bullets\"><text:list-level-style-bullet text:level=\"1\" text:bullet-char=\"•\"/>"
                + "</text:list-style></office:automatic-styles>";
    }

    private static String style(String name, String paragraph, String text) {
        return "<style:style style:name=\"%s\" style:family=\"paragraph\"><style:paragraph-properties %s/><style:text-properties %s/></style:style>"
                .formatted(name, paragraph, text);
    }
}
