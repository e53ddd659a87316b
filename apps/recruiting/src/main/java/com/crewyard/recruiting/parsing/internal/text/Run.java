package com.crewyard.recruiting.parsing.internal.text;

import com.crewyard.recruiting.parsing.internal.text.PdfPage.Word;
import java.util.List;
import java.util.stream.Collectors;

/** Words of one line that stand close together. */
record Run(List<Word> words) {

    double left() {
        return words.getFirst().left();
    }

    double right() {
        return words.getLast().right();
    }

    double baseline() {
        return words.getFirst().baseline();
    }

    double size() {
        return words.stream().mapToDouble(Word::size).max().orElse(0);
    }

    double top() {
        return baseline() - size();
    }

    String text() {
        return words.stream().map(Word::text).collect(Collectors.joining(" "));
    }

    int characters() {
        return words.stream().mapToInt(word -> word.text().length()).sum();
    }
}
