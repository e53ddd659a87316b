package com.crewyard.recruiting.parsing.internal.profile;

import com.crewyard.recruiting.parsing.Found;
import com.crewyard.recruiting.parsing.Span;
import com.crewyard.recruiting.parsing.internal.vocabulary.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What somebody said they are called when they sent the resume. The line that says the same is read as nothing else: Greg
 * Baker is no baker, and Paris Washington lives in neither. So the rest reads alike whoever stands above it.
 */
record KnownName(List<String> words) {

    private static final int LOOK_AT = 60;
    private static final double CONFIDENCE = .98;

    static KnownName of(String name) {
        return new KnownName(words(name));
    }

    /** The first line that says the name and nothing else. */
    Optional<DocLine> line(List<DocLine> lines) {
        return words.isEmpty()
                ? Optional.empty()
                : lines.stream()
                        .limit(LOOK_AT)
                        .filter(line -> isSaidBy(line.text()))
                        .findFirst();
    }

    Found<String> in(DocLine line) {
        Slice name = line.content().strip();
        return new Found<>(NameReader.written(name.text()), CONFIDENCE, List.<Span>of(name.span()));
    }

    /** Whole, turned round, or with or without what stands in the middle. */
    private boolean isSaidBy(String text) {
        List<String> said = words(text);
        if (said.size() < 2 || words.size() < 2) {
            return said.equals(words);
        }
        return said.equals(words)
                || ends(said).equals(ends(words)) && Math.min(said.size(), words.size()) == 2
                || Stream.concat(Stream.of(said.getLast()), said.stream().limit(said.size() - 1L))
                        .toList()
                        .equals(words)
                || Stream.concat(said.stream().skip(1), Stream.of(said.getFirst()))
                        .toList()
                        .equals(words);
    }

    private static List<String> ends(List<String> words) {
        return List.of(words.getFirst(), words.getLast());
    }

    private static List<String> words(String text) {
        return Arrays.stream(Words.fold(text).split("[^\\p{L}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
