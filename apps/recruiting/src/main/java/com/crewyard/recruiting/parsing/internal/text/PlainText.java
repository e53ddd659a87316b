package com.crewyard.recruiting.parsing.internal.text;

import com.crewyard.recruiting.parsing.ResumeText;
import com.crewyard.recruiting.parsing.ResumeText.Kind;
import com.crewyard.recruiting.parsing.ResumeText.Style;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Plain text, as saved by an editor or pasted into a form; Markdown's marks are understood. */
public final class PlainText {

    private static final int MAX_LINE = 20_000;
    private static final Pattern RULE = Pattern.compile("^[\\s=_*~#+.·•|-]+$");
    private static final Pattern MARKDOWN_HEADING = Pattern.compile("^#{1,6}\\s+(.+?)\\s*#*$");
    private static final Pattern ITEM = Pattern.compile("^(?:[*+o–—-]|•)\\s+(?=\\S)");
    private static final Pattern WIDE_GAP = Pattern.compile(" {3,}|\\t+ *");

    private PlainText() {}

    static ResumeText of(byte[] bytes) {
        return of(decode(bytes));
    }

    /** Text that has no pages. */
    public static ResumeText of(String raw) {
        TextAssembler assembler = new TextAssembler();
        String bounded = raw.length() > ResumeText.MAX_CHARACTERS ? raw.substring(0, ResumeText.MAX_CHARACTERS) : raw;
        assembler.page(0, 0, lines(bounded));
        if (bounded.length() < raw.length() && !assembler.isFull()) {
            assembler.note("Only the first %d characters were read".formatted(bounded.length()));
        }
        return assembler.finish();
    }

    private static List<TextLine> lines(String raw) {
        List<TextLine> lines = new ArrayList<>();
        boolean gap = false;
        for (String piece : raw.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace('\f', '\n')
                .split("\n", -1)) {
            String text = piece.length() > MAX_LINE ? piece.substring(0, MAX_LINE) : piece;
            text = Characters.clean(text).strip();
            if (text.isEmpty() || RULE.matcher(text).matches()) {
                gap = true;
                continue;
            }
            lines.add(line(text, gap));
            gap = false;
        }
        return lines;
    }

    private static TextLine line(String text, boolean gap) {
        var heading = MARKDOWN_HEADING.matcher(text);
        if (heading.matches()) {
            Style style = new Style(0, true, false, Kind.HEADING);
            return new TextLine(unmarked(heading.group(1)), Optional.empty(), style, true, List.of());
        }
        var item = ITEM.matcher(text);
        if (item.find()) {
            String rest = WIDE_GAP.matcher(unmarked(text.substring(item.end())).strip())
                    .replaceAll("\t");
            Style style = new Style(0, false, false, Kind.ITEM);
            return new TextLine(Characters.BULLET + " " + rest, Optional.empty(), style, gap, List.of());
        }
        boolean bold = text.startsWith("**") && text.indexOf("**", 2) > 0;
        String plain =
                Characters.closeSpacedLetters(WIDE_GAP.matcher(unmarked(text)).replaceAll("\t"));
        return new TextLine(plain, Optional.empty(), new Style(0, bold, false, Kind.TEXT), gap, List.of());
    }

    private static String unmarked(String text) {
        return text.replace("**", "").replace("__", "");
    }

    static boolean looksLikeUtf16(byte[] bytes) {
        return utf16(bytes).isPresent();
    }

    private static Optional<Charset> utf16(byte[] bytes) {
        if (bytes.length < 4) {
            return Optional.empty();
        }
        if ((bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe)) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        if (bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        int even = 0;
        int odd = 0;
        int looked = Math.min(bytes.length, 2000) & ~1;
        for (int i = 0; i < looked; i += 2) {
            even += bytes[i] == 0 ? 1 : 0;
            odd += bytes[i + 1] == 0 ? 1 : 0;
        }
        if (odd > looked * 0.4 && even < looked * 0.02) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return even > looked * 0.4 && odd < looked * 0.02 ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    /** By byte order mark, else UTF-8 where it is valid, else Windows-1252, which the web reads for Latin-1. */
    static String decode(byte[] bytes) {
        Optional<Charset> wide = utf16(bytes);
        String text;
        if (wide.isPresent()) {
            text = new String(bytes, wide.get());
        } else {
            try {
                text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
            } catch (CharacterCodingException e) {
                text = new String(bytes, Charset.forName("windows-1252"));
            }
        }
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }
}
