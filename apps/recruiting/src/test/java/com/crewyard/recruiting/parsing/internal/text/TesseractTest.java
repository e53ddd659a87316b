package com.crewyard.recruiting.parsing.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.recruiting.parsing.internal.text.PdfPage.Word;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TesseractTest {

    @Test
    void setsTheWordsOfALineOnOneBaselineAndLeavesOutWhatItDoubts() {
        List<Word> words = Tesseract.words("""
                level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext
                1\t1\t0\t0\t0\t0\t0\t0\t1654\t2339\t-1\t
                4\t1\t1\t1\t1\t0\t200\t400\t600\t50\t-1\t
                5\t1\t1\t1\t1\t1\t200\t410\t100\t30\t96.5\tJane
                5\t1\t1\t1\t1\t2\t320\t400\t100\t50\t91\tgyp
                5\t1\t1\t1\t1\t3\t500\t400\t100\t50\t12.5\t~~|
                5\t1\t1\t1\t1\t4\t700\t400\t100\t50\t95\t\s
                """);

        assertThat(words).extracting(Word::text).containsExactly("Jane", "gyp");
        assertThat(words).allSatisfy(word -> {
            assertThat(word.baseline()).isCloseTo((400 + 40) * .36, Offset.offset(1e-9));
            assertThat(word.size()).isCloseTo(40 * .36, Offset.offset(1e-9));
        });
        assertThat(words.getFirst().left()).isCloseTo(72, Offset.offset(1e-9));
    }
}
