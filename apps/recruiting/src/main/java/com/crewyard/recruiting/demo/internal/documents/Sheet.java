package com.crewyard.recruiting.demo.internal.documents;

import java.util.List;

/** A resume with its wording and order decided, ready to be set in any format. */
record Sheet(
        long number,
        String language,
        String name,
        String headline,
        List<String> contacts,
        List<Section> sections,
        Design design) {

    enum Part {
        SUMMARY,
        WORK,
        EDUCATION,
        SKILLS,
        LANGUAGES,
        CERTIFICATES;

        /** Short enough for a narrow column. */
        boolean fitsBeside() {
            return this == SKILLS || this == LANGUAGES || this == CERTIFICATES;
        }
    }

    record Section(Part part, String heading, List<Block> blocks) {}

    sealed interface Block {
        /**
         * A job or a study.
         *
         * @param right dates, at the right margin where the format has one
         * @param below second line, empty for none
         */
        record Entry(String left, String right, String below) implements Block {}

        record Paragraph(String text) implements Block {}

        record Bullet(String text) implements Block {}
    }

    /**
     * How it looks.
     *
     * @param accent colour as {@code 0xRRGGBB}
     * @param loud headings in capitals
     * @param centered name and contacts in the middle
     */
    record Design(int accent, boolean serif, boolean loud, boolean centered, boolean ruled) {

        String accentHex() {
            return "%06x".formatted(accent);
        }
    }

    String heading(Section section) {
        return design.loud()
                ? section.heading().toUpperCase(java.util.Locale.forLanguageTag(language))
                : section.heading();
    }

    /** Everything that will be printed, to find out which characters a font needs. */
    String allText() {
        StringBuilder text = new StringBuilder(name).append(headline);
        contacts.forEach(text::append);
        for (Section section : sections) {
            text.append(heading(section));
            for (Block block : section.blocks()) {
                switch (block) {
                    case Block.Entry(String left, String right, String below) ->
                        text.append(left).append(right).append(below);
                    case Block.Paragraph(String words) -> text.append(words);
                    case Block.Bullet(String words) -> text.append(words);
                }
            }
        }
        return text.toString();
    }
}
