package com.crewyard.recruiting.parsing.internal.worker;

import com.crewyard.recruiting.parsing.ResumeText;
import com.crewyard.recruiting.parsing.ResumeText.Box;
import com.crewyard.recruiting.parsing.ResumeText.Hyperlink;
import com.crewyard.recruiting.parsing.ResumeText.Kind;
import com.crewyard.recruiting.parsing.ResumeText.Line;
import com.crewyard.recruiting.parsing.ResumeText.Page;
import com.crewyard.recruiting.parsing.ResumeText.Style;
import com.crewyard.recruiting.parsing.internal.text.Extraction;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers as bytes. What comes from a child that read a hostile file is checked like anything a stranger sends. */
final class AnswerCodec {

    private static final int TEXT = 1;
    private static final int NOTHING = 2;
    private static final int TOO_COMPLEX = 3;
    private static final int MAX_ITEMS = 1_000_000;

    private AnswerCodec() {}

    static byte[] encode(Extraction extraction) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            switch (extraction) {
                case Extraction.Text(ResumeText text) -> {
                    out.writeByte(TEXT);
                    writeText(out, text);
                }
                case Extraction.Nothing(String reason) -> {
                    out.writeByte(NOTHING);
                    writeString(out, reason);
                }
                case Extraction.TooComplex(String reason) -> {
                    out.writeByte(TOO_COMPLEX);
                    writeString(out, reason);
                }
            }
        }
        return bytes.toByteArray();
    }

    static WorkerAnswer decode(byte[] payload) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(payload))) {
            int kind = in.readByte();
            return switch (kind) {
                case TEXT -> new WorkerAnswer.Text(readText(in));
                case NOTHING -> new WorkerAnswer.Nothing(readString(in));
                case TOO_COMPLEX -> new WorkerAnswer.TooComplex(readString(in));
                default -> throw new IOException("An answer of kind %d is none of ours".formatted(kind));
            };
        }
    }

    private static void writeText(DataOutputStream out, ResumeText text) throws IOException {
        writeString(out, text.text());
        out.writeInt(text.pages().size());
        for (Page page : text.pages()) {
            out.writeInt(page.number());
            out.writeInt(page.start());
            out.writeInt(page.end());
            out.writeDouble(page.width());
            out.writeDouble(page.height());
        }
        out.writeInt(text.lines().size());
        for (Line line : text.lines()) {
            writeLine(out, line);
        }
        out.writeInt(text.hyperlinks().size());
        for (Hyperlink link : text.hyperlinks()) {
            out.writeInt(link.start());
            out.writeInt(link.end());
            writeString(out, link.address());
        }
        out.writeInt(text.notes().size());
        for (String note : text.notes()) {
            writeString(out, note);
        }
    }

    private static void writeLine(DataOutputStream out, Line line) throws IOException {
        out.writeInt(line.start());
        out.writeInt(line.end());
        out.writeInt(line.page());
        out.writeBoolean(line.box().isPresent());
        if (line.box().isPresent()) {
            Box box = line.box().get();
            out.writeDouble(box.x());
            out.writeDouble(box.y());
            out.writeDouble(box.width());
            out.writeDouble(box.height());
        }
        out.writeDouble(line.style().size());
        out.writeBoolean(line.style().bold());
        out.writeBoolean(line.style().italic());
        out.writeByte(line.style().kind().ordinal());
    }

    private static ResumeText readText(DataInputStream in) throws IOException {
        String text = readString(in);
        List<Page> pages = new ArrayList<>();
        for (int i = count(in); i > 0; i--) {
            pages.add(new Page(in.readInt(), in.readInt(), in.readInt(), in.readDouble(), in.readDouble()));
        }
        List<Line> lines = new ArrayList<>();
        for (int i = count(in); i > 0; i--) {
            lines.add(readLine(in, text.length()));
        }
        List<Hyperlink> hyperlinks = new ArrayList<>();
        for (int i = count(in); i > 0; i--) {
            Hyperlink link = new Hyperlink(in.readInt(), in.readInt(), readString(in));
            checkRange(link.start(), link.end(), text.length());
            hyperlinks.add(link);
        }
        List<String> notes = new ArrayList<>();
        for (int i = count(in); i > 0; i--) {
            notes.add(readString(in));
        }
        return new ResumeText(text, pages, lines, hyperlinks, notes);
    }

    private static Line readLine(DataInputStream in, int length) throws IOException {
        int start = in.readInt();
        int end = in.readInt();
        checkRange(start, end, length);
        int page = in.readInt();
        Optional<Box> box = in.readBoolean()
                ? Optional.of(new Box(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble()))
                : Optional.empty();
        Style style = new Style(in.readDouble(), in.readBoolean(), in.readBoolean(), kind(in.readByte()));
        return new Line(start, end, page, box, style);
    }

    private static Kind kind(int ordinal) throws IOException {
        Kind[] kinds = Kind.values();
        if (ordinal < 0 || ordinal >= kinds.length) {
            throw new IOException("A line of kind %d is none of ours".formatted(ordinal));
        }
        return kinds[ordinal];
    }

    private static void checkRange(int start, int end, int length) throws IOException {
        if (start < 0 || end < start || end > length) {
            throw new IOException("Characters %d to %d are not in a text of %d".formatted(start, end, length));
        }
    }

    private static int count(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MAX_ITEMS) {
            throw new IOException("A list of %d is none of ours".formatted(count));
        }
        return count;
    }

    private static void writeString(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String readString(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("A string of %d bytes is longer than its frame".formatted(length));
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}
