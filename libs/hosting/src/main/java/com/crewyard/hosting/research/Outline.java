package com.crewyard.hosting.research;

import java.util.List;

/** A document as a reader sees it: sections in order, each with its blocks and the lines they stand on. */
record Outline(List<Section> sections) {

    /** @param under the headings above it, outermost first */
    record Section(int level, String heading, List<String> under, int line, List<Block> blocks) {

        /** Whether its heading, or one above it, speaks of something. */
        boolean speaksOf(java.util.regex.Pattern words) {
            return words.matcher(heading).find()
                    || under.stream().anyMatch(above -> words.matcher(above).find());
        }
    }

    sealed interface Block {
        int line();
    }

    record Table(List<String> header, List<Row> rows, int line) implements Block {

        /** The cells of a column, in the order of the rows. */
        List<String> column(int index) {
            return rows.stream().map(row -> row.cells().get(index)).toList();
        }
    }

    /** @param cells as many as the header has */
    record Row(List<String> cells, int line) {}

    /** @param marker {@code + - *} of a bullet list, {@code 1} of an ordered one */
    record Items(String marker, List<Item> items, int line) implements Block {}

    /** @param depth 0 for the list's own items, more for those of lists inside it */
    record Item(String text, List<String> links, int depth, int line) {}

    /** @param line of its first line of content */
    record Code(String info, List<String> lines, int line) implements Block {}

    record Prose(String text, int line) implements Block {}
}
