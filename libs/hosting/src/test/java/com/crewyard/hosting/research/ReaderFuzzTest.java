package com.crewyard.hosting.research;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.hosting.Finding;
import com.crewyard.hosting.Seeds;
import com.crewyard.hosting.research.ResearchReader.Reading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** Nothing a document contains makes the reader throw or hang, and its findings point into the document. */
class ReaderFuzzTest {

    private static final List<String> PIECES = List.of(
            "|",
            "||",
            "---",
            "| --- |",
            "#",
            "**",
            "`",
            "```mermaid",
            "```",
            "- ",
            "+ ",
            "1. ",
            "> ",
            "{",
            "}",
            "[",
            "](",
            "(",
            ")",
            "-->",
            "-- yes -->",
            "subgraph",
            "end",
            ">= 5 req/s",
            "999999999999 GB",
            "5/5",
            "★★★★★★",
            "as of 2025-99",
            "Weeks 0-",
            "\t",
            "\u0000",
            "\uFFFF",
            "é",
            "<br>",
            "<!--",
            "&amp;",
            "\\|",
            "Phase 9999999",
            "version: [",
            ": :");

    @Property(tries = 400)
    void mutatedSeeds(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int mutations) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(Seeds.text(random.nextBoolean() ? Seeds.EMPLOYMENT : Seeds.DEPLOYMENT));
        for (int i = 0; i < mutations && !text.isEmpty(); i++) {
            int at = random.nextInt(text.length());
            int to = Math.min(text.length(), at + 1 + random.nextInt(80));
            switch (random.nextInt(4)) {
                case 0 -> text.delete(at, to);
                case 1 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 2 -> text.insert(at, text.substring(at, to));
                default -> text.setCharAt(at, (char) random.nextInt(0x3000));
            }
        }
        check(text.toString());
    }

    @Property(tries = 300)
    void anyText(@ForAll @StringLength(max = 300) String text) {
        check(text);
        check("---\n" + text + "\n---\n| a | b |\n|---|---|\n| " + text + " | 5 |\n```mermaid\nflowchart LR\n" + text
                + "\n```\n");
    }

    @Test
    void repeatedPieces() {
        for (String piece : PIECES) {
            check(piece.repeat(2_000));
            check("## Decision matrix\n" + (piece + "\n").repeat(500));
            check("```mermaid\nflowchart LR\n" + "A" + piece.repeat(500) + "\n```\n");
        }
    }

    private static void check(String text) {
        long start = System.nanoTime();
        Reading reading = ResearchReader.read("fuzz.md", text);
        Research merged = ResearchMerger.merge(new ArrayList<>(
                List.of(reading.document(), Seeds.reading(Seeds.EMPLOYMENT).document())));
        long lines = Math.max(1, text.lines().count());

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        assertThat(reading.findings()).extracting(Finding::line).allMatch(line -> line >= 1 && line <= lines + 1);
        assertThat(merged.documents()).isNotEmpty();
    }
}
