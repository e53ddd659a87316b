package com.crewyard.recruiting.parsing.internal.text;

import com.crewyard.recruiting.parsing.ResumeText;
import com.crewyard.recruiting.parsing.ResumeText.Kind;
import com.crewyard.recruiting.parsing.ResumeText.Style;
import com.crewyard.recruiting.parsing.internal.text.TextLine.Anchor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Makes lines of Tika's XHTML. Rows of tables become one line with tabs between their cells, unless a cell holds
 * several lines: then the table only lays out columns, which are read one after the other.
 */
final class BlockHandler extends DefaultHandler {

    static final int MAX_DEPTH = 2_000;

    /** How large browsers set h1 to h6 by default, so that headings of different levels look different. */
    private static final double[] HEADING_POINTS = {24, 18, 14, 12, 10, 8};

    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "li",
            "tr",
            "td",
            "th",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
            "table",
            "section",
            "article",
            "header",
            "footer",
            "main",
            "aside",
            "nav",
            "dt",
            "dd",
            "dl",
            "blockquote",
            "pre",
            "address",
            "body");
    private static final Set<String> SILENT = Set.of("script", "style", "title", "head", "template", "noscript", "svg");

    /** A row being read: the lines of each of its cells. */
    private record Table(List<List<TextLine>> cells) {}

    private final List<TextLine> lines = new ArrayList<>();
    private final Deque<Table> rows = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private final List<Anchor> anchors = new ArrayList<>();
    private Optional<String> address = Optional.empty();
    private int addressStart;
    private int depth;
    private int silent;
    private int bold;
    private int italic;
    private int boldLetters;
    private int letters;
    private int italicLetters;
    private Kind kind = Kind.TEXT;
    private double size;
    /** Whether a list item has begun whose first line is still to come. */
    private boolean itemOpens;

    private boolean gap;
    private int characters;

    List<TextLine> lines() {
        flush();
        return lines;
    }

    boolean isFull() {
        return characters > ResumeText.MAX_CHARACTERS;
    }

    @Override
    public void startElement(String uri, String local, String qualified, Attributes attributes) {
        String name = local.toLowerCase(Locale.ROOT);
        if (++depth > MAX_DEPTH) {
            throw new TooComplexException("This document nests more than %d elements".formatted(MAX_DEPTH));
        }
        if (silent > 0 || SILENT.contains(name)) {
            silent++;
            return;
        }
        if (BLOCKS.contains(name)) {
            flush();
        }
        switch (name) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> {
                kind = Kind.HEADING;
                size = HEADING_POINTS[name.charAt(1) - '1'];
                gap = true;
            }
            case "p" -> kind = itemOpens ? Kind.ITEM : kindOf(attributes);
            case "li" -> {
                kind = Kind.ITEM;
                itemOpens = true;
            }
            case "ul", "ol", "section", "article", "table" -> gap = true;
            case "tr" -> rows.push(new Table(new ArrayList<>()));
            case "td", "th" -> {
                if (!rows.isEmpty()) {
                    rows.peek().cells().add(new ArrayList<>());
                }
            }
            case "br" -> flush();
            case "b", "strong" -> bold++;
            case "i", "em" -> italic++;
            case "a" -> {
                address = Optional.ofNullable(attributes.getValue("href"));
                addressStart = text.length();
            }
            default -> {}
        }
    }

    private static Kind kindOf(Attributes attributes) {
        String style =
                Optional.ofNullable(attributes.getValue("class")).orElse("").toLowerCase(Locale.ROOT);
        if (style.contains("heading") || style.contains("title")) {
            return Kind.HEADING;
        }
        return style.contains("list") ? Kind.ITEM : Kind.TEXT;
    }

    @Override
    public void endElement(String uri, String local, String qualified) {
        depth--;
        if (silent > 0) {
            silent--;
            return;
        }
        String name = local.toLowerCase(Locale.ROOT);
        switch (name) {
            case "b", "strong" -> bold--;
            case "i", "em" -> italic--;
            case "a" -> closeAnchor();
            default -> {}
        }
        if (BLOCKS.contains(name)) {
            flush();
        }
        switch (name) {
            case "h1", "h2", "h3", "h4", "h5", "h6", "li", "p" -> {
                kind = Kind.TEXT;
                size = 0;
            }
            case "tr" -> closeRow();
            default -> {}
        }
    }

    private void closeAnchor() {
        if (address.isPresent() && text.length() > addressStart) {
            anchors.add(new Anchor(addressStart, text.length(), address.get().strip()));
        }
        address = Optional.empty();
    }

    @Override
    public void characters(char[] chars, int start, int length) {
        if (silent > 0 || isFull()) {
            return;
        }
        String clean = Characters.clean(new String(chars, start, length));
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            if (c == '\t') {
                text.append('\t');
            } else if (Character.isWhitespace(c)) {
                if (!text.isEmpty() && !Character.isWhitespace(text.charAt(text.length() - 1))) {
                    text.append(' ');
                }
            } else {
                text.append(c);
                letters++;
                boldLetters += bold > 0 ? 1 : 0;
                italicLetters += italic > 0 ? 1 : 0;
            }
        }
        characters += length;
    }

    @Override
    public void ignorableWhitespace(char[] chars, int start, int length) {
        if (!text.isEmpty()) {
            characters(new char[] {' '}, 0, 1);
        }
    }

    private void flush() {
        if (address.isPresent()) {
            String open = address.get();
            closeAnchor();
            address = Optional.of(open);
        }
        String raw = text.toString();
        String stripped = raw.strip();
        if (stripped.isEmpty() || stripped.equals(Character.toString(Characters.BULLET))) {
            gap |= !raw.isEmpty();
        } else {
            add(raw, stripped);
        }
        text.setLength(0);
        anchors.clear();
        addressStart = 0;
        letters = 0;
        boldLetters = 0;
        italicLetters = 0;
    }

    private void add(String raw, String stripped) {
        int shift = -raw.indexOf(stripped.charAt(0));
        String content = stripped;
        if (isDashItem(content)) {
            content = Characters.BULLET + content.substring(1);
        } else if (kind == Kind.ITEM && content.charAt(0) != Characters.BULLET) {
            content = Characters.BULLET + " " + content;
            shift += 2;
        }
        int moved = shift;
        int length = content.length();
        List<Anchor> placed = anchors.stream()
                .map(a -> new Anchor(Math.max(0, a.start() + moved), Math.min(length, a.end() + moved), a.address()))
                .filter(a -> a.end() > a.start())
                .toList();
        boolean item = content.charAt(0) == Characters.BULLET;
        Style style = new Style(size, boldLetters * 2 > letters, italicLetters * 2 > letters, item ? Kind.ITEM : kind);
        itemOpens = false;
        sink().add(new TextLine(Characters.closeSpacedLetters(content), Optional.empty(), style, gap, placed));
        gap = false;
    }

    private static boolean isDashItem(String content) {
        return content.length() > 2 && "-–·*".indexOf(content.charAt(0)) >= 0 && content.charAt(1) == ' ';
    }

    private List<TextLine> sink() {
        return rows.isEmpty() || rows.peek().cells().isEmpty()
                ? lines
                : rows.peek().cells().getLast();
    }

    private void closeRow() {
        if (rows.isEmpty()) {
            return;
        }
        List<List<TextLine>> cells = rows.pop().cells();
        cells.removeIf(List::isEmpty);
        if (cells.stream().allMatch(cell -> cell.size() == 1)) {
            if (!cells.isEmpty()) {
                sink().add(joined(cells.stream().map(List::getFirst).toList()));
            }
        } else {
            cells.forEach(cell -> sink().addAll(cell));
        }
    }

    private static TextLine joined(List<TextLine> cells) {
        StringBuilder text = new StringBuilder();
        List<Anchor> anchors = new ArrayList<>();
        for (TextLine cell : cells) {
            if (!text.isEmpty()) {
                text.append('\t');
            }
            int start = text.length();
            text.append(cell.text());
            cell.links().forEach(a -> anchors.add(new Anchor(start + a.start(), start + a.end(), a.address())));
        }
        TextLine first = cells.getFirst();
        return new TextLine(text.toString(), Optional.empty(), first.style(), first.gapBefore(), List.copyOf(anchors));
    }
}
