package com.crewyard.hosting.research;

import com.crewyard.hosting.Finding;
import com.crewyard.hosting.research.Outline.Row;
import com.crewyard.hosting.research.Outline.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the lines of a pipe table (github.github.com/gfm, section 4.10), the malformed ones too. */
final class TableReader {

    private static final Pattern DELIMITER = Pattern.compile("[\\s|:-]*-[\\s|:-]*");
    private static final Pattern LINK = Pattern.compile("!?\\[([^\\]]*)]\\([^)]*\\)");
    private static final Pattern BREAK = Pattern.compile("(?i)<br\\s*/?>");
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^>]*>");
    private static final Pattern EMPHASIS = Pattern.compile("\\*\\*|__|`|~~|(?<!\\w)[*_](?=\\S)|(?<=\\S)[*_](?!\\w)");

    private final String file;
    private final List<Finding> findings;

    TableReader(String file, List<Finding> findings) {
        this.file = file;
        this.findings = findings;
    }

    static boolean looksLikeOne(List<String> lines) {
        return lines.size() >= 2
                && lines.stream().limit(3).allMatch(line -> line.strip().startsWith("|"));
    }

    /** @param first the number of the first line */
    Table read(List<String> lines, int first) {
        List<String> header = cells(lines.getFirst());
        int body = 1;
        if (lines.size() > 1 && DELIMITER.matcher(lines.get(1)).matches()) {
            body = 2;
            int delimiters = cells(lines.get(1)).size();
            if (delimiters != header.size()) {
                findings.add(Finding.error(
                        file,
                        first + 1,
                        "malformed table: the header has %d columns and the line below it %d"
                                .formatted(header.size(), delimiters)));
            }
        } else {
            findings.add(Finding.error(
                    file, first, "malformed table: the line below the header must be | --- | for each column"));
        }
        List<Row> rows = new ArrayList<>();
        for (int i = body; i < lines.size(); i++) {
            List<String> cells = cells(lines.get(i));
            if (cells.stream().allMatch(String::isBlank)) {
                continue;
            }
            if (cells.size() != header.size()) {
                findings.add(Finding.error(
                        file,
                        first + i,
                        "malformed row: it has %d cells and the header %d".formatted(cells.size(), header.size())));
            }
            rows.add(new Row(fitted(cells, header.size()), first + i));
        }
        return new Table(header, List.copyOf(rows), first);
    }

    private static List<String> fitted(List<String> cells, int size) {
        List<String> fitted = new ArrayList<>(cells.subList(0, Math.min(size, cells.size())));
        fitted.addAll(Collections.nCopies(size - fitted.size(), ""));
        return List.copyOf(fitted);
    }

    private static List<String> cells(String line) {
        String row = line.strip();
        if (row.startsWith("|")) {
            row = row.substring(1);
        }
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean closed = false;
        for (int i = 0; i < row.length(); i++) {
            char c = row.charAt(i);
            if (c == '\\' && i + 1 < row.length() && row.charAt(i + 1) == '|') {
                cell.append('|');
                i++;
            } else if (c == '|') {
                cells.add(plain(cell.toString()));
                cell.setLength(0);
                closed = true;
                continue;
            } else {
                cell.append(c);
            }
            closed = false;
        }
        if (!closed) {
            cells.add(plain(cell.toString()));
        }
        return cells;
    }

    /** The words of inline Markdown without its marks. */
    static String plain(String markdown) {
        String text = BREAK.matcher(markdown).replaceAll(", ");
        text = LINK.matcher(text).replaceAll("$1");
        text = TAG.matcher(text).replaceAll("");
        return EMPHASIS.matcher(text).replaceAll("").strip();
    }
}
