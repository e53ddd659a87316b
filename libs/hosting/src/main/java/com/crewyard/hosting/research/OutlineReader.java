package com.crewyard.hosting.research;

import com.crewyard.hosting.Finding;
import com.crewyard.hosting.research.Outline.Block;
import com.crewyard.hosting.research.Outline.Code;
import com.crewyard.hosting.research.Outline.Item;
import com.crewyard.hosting.research.Outline.Items;
import com.crewyard.hosting.research.Outline.Prose;
import com.crewyard.hosting.research.Outline.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Turns Markdown (CommonMark 0.31 with tables) into an {@link Outline}. */
final class OutlineReader {

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .build();
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s)>\\]|]+[^\\s)>\\]|.,;]");
    private static final int DEEPEST_LIST = 8;

    private final List<String> lines;
    private final TableReader tables;
    private final List<Section> sections = new ArrayList<>();
    private final List<Heading> path = new ArrayList<>();
    private List<Block> blocks = new ArrayList<>();

    private OutlineReader(String file, List<String> lines, List<Finding> findings) {
        this.lines = lines;
        this.tables = new TableReader(file, findings);
    }

    static Outline read(String file, List<String> lines, List<Finding> findings) {
        OutlineReader reader = new OutlineReader(file, lines, findings);
        reader.sections.add(new Section(0, "", List.of(), 1, reader.blocks));
        reader.walk(PARSER.parse(String.join("\n", lines)), 0);
        return new Outline(List.copyOf(reader.sections));
    }

    private void walk(Node parent, int depth) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case Heading heading -> open(heading);
                case TableBlock table -> blocks.add(tables.read(source(table), line(table)));
                case ListBlock list -> blocks.add(items(list));
                case FencedCodeBlock code -> blocks.add(code(code.getInfo(), code.getLiteral(), line(code) + 1));
                case IndentedCodeBlock code -> blocks.add(code("", code.getLiteral(), line(code)));
                case Paragraph paragraph -> paragraph(paragraph);
                default -> {
                    if (depth < DEEPEST_LIST) {
                        walk(node, depth + 1);
                    }
                }
            }
        }
    }

    private void open(Heading heading) {
        path.removeIf(above -> above.getLevel() >= heading.getLevel());
        List<String> under = path.stream().map(above -> text(above).text()).toList();
        path.add(heading);
        blocks = new ArrayList<>();
        sections.add(new Section(heading.getLevel(), text(heading).text(), under, line(heading), blocks));
    }

    private void paragraph(Paragraph paragraph) {
        List<String> source = source(paragraph);
        if (TableReader.looksLikeOne(source)) {
            blocks.add(tables.read(source, line(paragraph)));
        } else {
            blocks.add(new Prose(text(paragraph).text(), line(paragraph)));
        }
    }

    private Items items(ListBlock list) {
        List<Item> items = new ArrayList<>();
        collect(list, 0, items);
        String marker = list instanceof BulletList bullets ? String.valueOf(bullets.getMarker()) : "1";
        return new Items(marker, List.copyOf(items), line(list));
    }

    private void collect(Node list, int depth, List<Item> items) {
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            Words words = new Words(new StringBuilder(), new ArrayList<>());
            List<Node> nested = new ArrayList<>();
            for (Node child = item.getFirstChild(); child != null; child = child.getNext()) {
                switch (child) {
                    case ListBlock inner -> nested.add(inner);
                    case FencedCodeBlock code -> blocks.add(code(code.getInfo(), code.getLiteral(), line(code) + 1));
                    case TableBlock table -> blocks.add(tables.read(source(table), line(table)));
                    default -> {
                        words.space();
                        words.add(child, 0);
                    }
                }
            }
            items.add(new Item(words.text(), words.links(), depth, line(item)));
            if (depth < DEEPEST_LIST) {
                nested.forEach(inner -> collect(inner, depth + 1, items));
            }
        }
    }

    private static Code code(String info, String literal, int line) {
        return new Code(info == null ? "" : info.strip(), literal.lines().toList(), line);
    }

    private static Words text(Node node) {
        Words words = new Words(new StringBuilder(), new ArrayList<>());
        words.add(node, 0);
        return words;
    }

    private List<String> source(Node node) {
        if (node.getSourceSpans().isEmpty()) {
            return List.of("");
        }
        int first = node.getSourceSpans().getFirst().getLineIndex();
        int last = node.getSourceSpans().getLast().getLineIndex();
        return lines.subList(first, Math.min(last + 1, lines.size())).stream()
                .map(line -> line.replaceFirst("^[\\s>]+", ""))
                .toList();
    }

    private static int line(Node node) {
        return node.getSourceSpans().isEmpty()
                ? 1
                : node.getSourceSpans().getFirst().getLineIndex() + 1;
    }

    /** Collects the words and addresses of inline content. */
    private record Words(StringBuilder builder, List<String> addresses) {

        private static final int DEEPEST = 100;

        void add(Node node, int depth) {
            switch (node) {
                case Text text -> builder.append(text.getLiteral());
                case org.commonmark.node.Code code -> builder.append(code.getLiteral());
                case SoftLineBreak _, HardLineBreak _ -> builder.append(' ');
                case HtmlInline html when html.getLiteral().startsWith("<br") -> builder.append(", ");
                default -> {
                    if (node instanceof Link link && link.getDestination() != null) {
                        addresses.add(link.getDestination());
                    }
                    for (Node child = node.getFirstChild(); child != null && depth < DEEPEST; child = child.getNext()) {
                        add(child, depth + 1);
                    }
                }
            }
        }

        void space() {
            if (!builder.isEmpty()) {
                builder.append(' ');
            }
        }

        String text() {
            return builder.toString().strip().replaceAll("\\s+", " ");
        }

        List<String> links() {
            List<String> links = new ArrayList<>(addresses);
            for (Matcher m = ADDRESS.matcher(builder); m.find(); ) {
                if (!links.contains(m.group())) {
                    links.add(m.group());
                }
            }
            return List.copyOf(links);
        }
    }
}
