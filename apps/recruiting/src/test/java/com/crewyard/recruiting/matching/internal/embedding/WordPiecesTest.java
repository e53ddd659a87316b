package com.crewyard.recruiting.matching.internal.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class WordPiecesTest {

    private static final WordPieces PIECES =
            WordPieces.of(JsonMapper.builder().build().readTree("""
                    {"model": {"vocab": {"[UNK]": 100, "[CLS]": 101, "[SEP]": 102, "chef": 5, "##s": 6, "cook": 7,
                      "##ing": 8, ",": 9, "c": 10, "+": 11, "cafe": 12, "経": 13, "##chef": 14}}}"""));

    @Test
    void takesTheLongestPiecesOfLowerCaseWordsWithoutMarks() {
        assertThat(PIECES.of("Chefs, COOKING café", 512)).containsExactly(101, 5, 6, 9, 7, 8, 12, 102);
    }

    @Test
    void setsSignsAndIdeographsApart() {
        assertThat(PIECES.of("C++ 経経", 512)).containsExactly(101, 10, 11, 11, 13, 13, 102);
    }

    @Test
    void callsAWordUnknownThatItCannotPutTogether() {
        assertThat(PIECES.of("chefx cook", 512)).containsExactly(101, 100, 7, 102);
        assertThat(PIECES.of("chef".repeat(26) + " cook", 512)).containsExactly(101, 100, 7, 102);
    }

    @Test
    void endsWhereThereIsNoMoreRoom() {
        assertThat(PIECES.of("chefs cook chef", 4)).containsExactly(101, 5, 6, 102);
        assertThat(PIECES.of("", 4)).containsExactly(101, 102);
    }
}
