package com.crewyard.recruiting.matching.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void tellsWhereAWordStands() {
        assertThat(Words.terms("Wrote Kotlin.")).contains(new Words.Token("kotlin", 6, 12));
    }

    @Test
    void keepsTheSignsOfLanguages() {
        assertThat(terms("C++, C# and node.js")).containsExactly("c++", "c#", "node", "js");
    }

    @Test
    void readsEveryScript() {
        assertThat(terms("Café in Köln, инженер_данных, µ-services"))
                .containsExactly("cafe", "koln", "инженер", "данных", "servic");
    }

    @Test
    void leavesOutNumbersAndWhatNobodyWouldWrite() {
        assertThat(terms("2019 " + "x".repeat(41) + " nurses")).containsExactly("nurse");
    }

    private static List<String> terms(String text) {
        return Words.terms(text).stream().map(Words.Token::term).toList();
    }
}
