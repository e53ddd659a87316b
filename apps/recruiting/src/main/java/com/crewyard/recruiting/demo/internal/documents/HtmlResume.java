package com.crewyard.recruiting.demo.internal.documents;

import static com.crewyard.recruiting.demo.internal.documents.Markup.escaped;

import com.crewyard.recruiting.demo.internal.documents.Sheet.Block;
import com.crewyard.recruiting.demo.internal.documents.Sheet.Section;
import java.nio.charset.StandardCharsets;

/** A page such as people save from their own site. */
final class HtmlResume {

    private HtmlResume() {}

    static byte[] write(Sheet sheet) {
        StringBuilder page = new StringBuilder();
        page.append("""
                <!doctype html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <title>%s</title>
                <style>
                body { font: 15px/1.5 %s; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #222 }
                h1, h2 { color: #%s } h1 { margin-bottom: 0 }
                header { text-align: %s } h2 { border-bottom: %s }
                h3 { margin: 1rem 0 0; font-size: 1rem } .dates { color: #555 } ul { margin-top: .3rem }
                </style>
                </head>
                <body>
                """.formatted(
                        sheet.language(),
                        escaped(sheet.name()),
                        sheet.design().serif() ? "Georgia, serif" : "system-ui, sans-serif",
                        sheet.design().accentHex(),
                        sheet.design().centered() ? "center" : "left",
                        sheet.design().ruled() ? "1px solid" : "none"));
        page.append(
                "<header>\n<h1>%s</h1>\n<p>%s</p>\n<ul>\n".formatted(escaped(sheet.name()), escaped(sheet.headline())));
        sheet.contacts().forEach(contact -> page.append("<li>%s</li>\n".formatted(linked(contact))));
        page.append("</ul>\n</header>\n");
        for (Section section : sheet.sections()) {
            page.append("<section>\n<h2>%s</h2>\n".formatted(escaped(sheet.heading(section))));
            boolean inList = false;
            for (Block block : section.blocks()) {
                boolean item = block instanceof Block.Bullet;
                page.append(item == inList ? "" : item ? "<ul>\n" : "</ul>\n").append(block(block));
                inList = item;
            }
            page.append(inList ? "</ul>\n" : "").append("</section>\n");
        }
        return page.append("</body>\n</html>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String linked(String contact) {
        if (contact.contains("@")) {
            return "<a href=\"mailto:%1$s\">%1$s</a>".formatted(escaped(contact));
        }
        return contact.startsWith("linkedin.com")
                ? "<a href=\"https://www.%1$s\">%1$s</a>".formatted(escaped(contact))
                : escaped(contact);
    }

    private static String block(Block block) {
        return switch (block) {
            case Block.Entry(String left, String right, String below) ->
                "<h3>%s</h3>\n<div class=\"dates\">%s</div>\n".formatted(escaped(left), escaped(right))
                        + (below.isEmpty() ? "" : "<div>%s</div>\n".formatted(escaped(below)));
            case Block.Paragraph(String text) -> "<p>%s</p>\n".formatted(escaped(text));
            case Block.Bullet(String text) -> "<li>%s</li>\n".formatted(escaped(text));
        };
    }
}
