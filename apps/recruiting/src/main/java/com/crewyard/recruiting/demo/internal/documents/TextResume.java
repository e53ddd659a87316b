package com.crewyard.recruiting.demo.internal.documents;

import com.crewyard.recruiting.demo.internal.documents.Sheet.Block;
import com.crewyard.recruiting.demo.internal.documents.Sheet.Section;
import java.nio.charset.StandardCharsets;

/** Plain text in UTF-8, wrapped as mail programs do; every other one with the line ends of Windows. */
final class TextResume {

    private static final int WIDTH = 76;

    private TextResume() {}

    static byte[] write(Sheet sheet) {
        StringBuilder text = new StringBuilder();
        text.append(sheet.name()).append('\n').append(sheet.headline()).append("\n\n");
        sheet.contacts().forEach(contact -> text.append(contact).append('\n'));
        for (Section section : sheet.sections()) {
            String heading = sheet.heading(section);
            text.append('\n').append(heading).append('\n');
            if (sheet.design().ruled()) {
                text.append("-".repeat(heading.length())).append('\n');
            }
            section.blocks().forEach(block -> text.append(block(block)));
        }
        String lines =
                sheet.number() % 2 == 0 ? text.toString() : text.toString().replace("\n", "\r\n");
        return lines.getBytes(StandardCharsets.UTF_8);
    }

    private static String block(Block block) {
        return switch (block) {
            case Block.Entry(String left, String right, String below) ->
                "\n" + left + "\n" + (below.isEmpty() ? "" : below + "\n") + right + "\n";
            case Block.Paragraph(String words) -> wrapped(words, "", "");
            case Block.Bullet(String words) -> wrapped(words, "- ", "  ");
        };
    }

    private static String wrapped(String words, String first, String following) {
        StringBuilder lines = new StringBuilder();
        StringBuilder line = new StringBuilder(first);
        for (String word : words.split(" ")) {
            if (line.length() + word.length() > WIDTH) {
                lines.append(line.toString().stripTrailing()).append('\n');
                line = new StringBuilder(following);
            }
            line.append(word).append(' ');
        }
        return lines.append(line.toString().stripTrailing()).append('\n').toString();
    }
}
