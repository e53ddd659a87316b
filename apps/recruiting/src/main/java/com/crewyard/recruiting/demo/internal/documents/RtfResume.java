package com.crewyard.recruiting.demo.internal.documents;

import com.crewyard.recruiting.demo.internal.documents.Sheet.Block;
import com.crewyard.recruiting.demo.internal.documents.Sheet.Section;
import java.nio.charset.StandardCharsets;

/** Rich Text Format 1.9.1 in ASCII; other characters as Unicode escapes with a question mark for old readers. */
final class RtfResume {

    private RtfResume() {}

    static byte[] write(Sheet sheet) {
        int accent = sheet.design().accent();
        String middle = sheet.design().centered() ? "\\qc" : "\\ql";
        StringBuilder rtf = new StringBuilder("{\\rtf1\\ansi\\ansicpg1252\\deff0\\uc1\n{\\fonttbl{\\f0\\f%s %s;}}\n"
                .formatted(
                        sheet.design().serif() ? "roman" : "swiss",
                        sheet.design().serif() ? "Liberation Serif" : "Liberation Sans"));
        rtf.append(
                "{\\colortbl;\\red%d\\green%d\\blue%d;}\n".formatted(accent >> 16, accent >> 8 & 0xff, accent & 0xff));
        rtf.append("\\paperw11906\\paperh16838\\margl1134\\margr1134\\margt1134\\margb1134\\f0\\fs20\n");
        rtf.append("{\\pard%s\\b\\fs44\\cf1 %s\\par}\n".formatted(middle, escaped(sheet.name())));
        rtf.append("{\\pard%s\\fs24 %s\\par}\n".formatted(middle, escaped(sheet.headline())));
        rtf.append(
                "{\\pard%s\\sa160\\fs18 %s\\par}\n".formatted(middle, escaped(String.join(" | ", sheet.contacts()))));
        for (Section section : sheet.sections()) {
            rtf.append(
                    "{\\pard\\sb240\\sa80\\keepn\\b\\fs26\\cf1 %s\\par}\n".formatted(escaped(sheet.heading(section))));
            section.blocks().forEach(block -> rtf.append(block(block)));
        }
        return rtf.append("}\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static String block(Block block) {
        return switch (block) {
            case Block.Entry(String left, String right, String below) ->
                "{\\pard\\sb120\\tqr\\tx9638 {\\b %s}\\tab %s\\par}\n".formatted(escaped(left), escaped(right))
                        + (below.isEmpty() ? "" : "{\\pard\\i %s\\par}\n".formatted(escaped(below)));
            case Block.Paragraph(String text) -> "{\\pard %s\\par}\n".formatted(escaped(text));
            case Block.Bullet(String text) ->
                "{\\pard\\fi-240\\li360 \\bullet\\tab %s\\par}\n".formatted(escaped(text));
        };
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char character : text.toCharArray()) {
            if (character == '\\' || character == '{' || character == '}') {
                escaped.append('\\').append(character);
            } else if (character < 128) {
                escaped.append(character);
            } else {
                // Code units above 32767 are written as negative numbers.
                escaped.append("\\u").append((short) character).append('?');
            }
        }
        return escaped.toString();
    }
}
