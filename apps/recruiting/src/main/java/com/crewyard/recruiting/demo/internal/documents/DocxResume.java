package com.crewyard.recruiting.demo.internal.documents;

import static com.crewyard.recruiting.demo.internal.documents.Markup.escaped;

import com.crewyard.recruiting.demo.internal.documents.Sheet.Block;
import com.crewyard.recruiting.demo.internal.documents.Sheet.Section;

/** WordprocessingML in a package (ECMA-376, parts 1 and 2): the least that word processors open without a complaint. */
final class DocxResume {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    private static final String CONTENT_TYPES = HEAD + """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Default Extension="xml" ContentType="application/xml"/>\
            <Override PartName="/word/document.xml" \
            ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>\
            <Override PartName="/word/styles.xml" \
            ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>\
            <Override PartName="/word/numbering.xml" \
            ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/>\
            </Types>""";

    private static final String RELATIONSHIPS = HEAD + """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
            <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
            Target="word/document.xml"/></Relationships>""";

    private static final String DOCUMENT_RELATIONSHIPS = HEAD + """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
            <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" \
            Target="styles.xml"/>\
            <Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" \
            Target="numbering.xml"/></Relationships>""";

    private static final String NUMBERING = HEAD + "<w:numbering " + W + ">" + """
            <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/>\
            <w:lvlText w:val="•"/><w:pPr><w:ind w:left="360" w:hanging="240"/></w:pPr></w:lvl></w:abstractNum>\
            <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>""";

    private DocxResume() {}

    static byte[] write(Sheet sheet) {
        return new Zip()
                .add("[Content_Types].xml", CONTENT_TYPES)
                .add("_rels/.rels", RELATIONSHIPS)
                .add("word/document.xml", document(sheet))
                .add("word/styles.xml", styles(sheet))
                .add("word/numbering.xml", NUMBERING)
                .add("word/_rels/document.xml.rels", DOCUMENT_RELATIONSHIPS)
                .bytes();
    }

    private static String document(Sheet sheet) {
        StringBuilder body = new StringBuilder();
        body.append(paragraph("Title", run(sheet.name())));
        body.append(paragraph("Subtitle", run(sheet.headline())));
        body.append(paragraph("Contact", run(String.join("  |  ", sheet.contacts()))));
        for (Section section : sheet.sections()) {
            body.append(paragraph("Heading1", run(sheet.heading(section))));
            section.blocks().forEach(block -> body.append(block(block)));
        }
        return HEAD + "<w:document " + W + "><w:body>" + body
                + "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
                + "<w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\""
                + " w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>";
    }

    private static String block(Block block) {
        return switch (block) {
            case Block.Entry(String left, String right, String below) ->
                paragraph("Entry", bold(left) + "<w:r><w:tab/></w:r>" + run(right))
                        + (below.isEmpty() ? "" : paragraph("Below", run(below)));
            case Block.Paragraph(String text) -> paragraph("Normal", run(text));
            case Block.Bullet(String text) -> paragraph("Bullet", run(text));
        };
    }

    private static String paragraph(String style, String runs) {
        return "<w:p><w:pPr><w:pStyle w:val=\"%s\"/></w:pPr>%s</w:p>".formatted(style, runs);
    }

    private static String run(String text) {
        return "<w:r><w:t xml:space=\"preserve\">%s</w:t></w:r>".formatted(escaped(text));
    }

    private static String bold(String text) {
        return "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">%s</w:t></w:r>".formatted(escaped(text));
    }

    private static String styles(Sheet sheet) {
        String font = sheet.design().serif() ? "Liberation Serif" : "Liberation Sans";
        String color = "<w:color w:val=\"%s\"/>".formatted(sheet.design().accentHex());
        String middle = sheet.design().centered() ? "<w:jc w:val=\"center\"/>" : "";
        String rule = sheet.design().ruled()
                ? "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"6\" w:space=\"1\" w:color=\"%s\"/></w:pBdr>"
                        .formatted(sheet.design().accentHex())
                : "";
        return HEAD + "<w:styles " + W + ">"
                + "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"%1$s\" w:hAnsi=\"%1$s\" w:cs=\"%1$s\"/>"
                        .formatted(font)
                + "<w:sz w:val=\"20\"/></w:rPr></w:rPrDefault></w:docDefaults>"
                + style("Normal", "", "")
                + style("Title", middle, "<w:b/>" + color + "<w:sz w:val=\"44\"/>")
                + style("Subtitle", middle, "<w:sz w:val=\"24\"/>")
                + style("Contact", "<w:spacing w:after=\"160\"/>" + middle, "<w:sz w:val=\"18\"/>")
                + style(
                        "Heading1",
                        rule + "<w:spacing w:before=\"240\" w:after=\"80\"/>",
                        "<w:b/>" + color + "<w:sz w:val=\"26\"/>")
                + style(
                        "Entry",
                        "<w:keepNext/><w:tabs><w:tab w:val=\"right\" w:pos=\"9638\"/></w:tabs><w:spacing w:before=\"120\"/>",
                        "")
                + style("Below", "<w:keepNext/>", "<w:i/>")
                + style("Bullet", "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>", "")
                + "</w:styles>";
    }

    private static String style(String id, String paragraph, String run) {
        return "<w:style w:type=\"paragraph\"%s w:styleId=\"%s\"><w:name w:val=\"%s\"/><w:pPr>%s</w:pPr><w:rPr>%s</w:rPr></w:style>"
                .formatted(
                        id.equals("Normal") ? " w:default=\"1\"" : "",
                        id,
                        id.equals("Heading1") ? "heading 1" : id,
                        paragraph,
                        run);
    }
}
