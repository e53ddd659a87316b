package com.crewyard.recruiting.matching.internal.embedding;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Cuts text into the numbered word pieces that BERT models read (Devlin et al. 2019, uncased): lower case without marks,
 * each mark of punctuation and each ideograph by itself, and words as the longest pieces the vocabulary has.
 */
final class WordPieces {

    private static final long UNKNOWN = 100;
    private static final long START = 101;
    private static final long END = 102;
    private static final int LONGEST_WORD = 100;
    private static final int MOST_CHARACTERS_A_PIECE = 40;

    private final Map<String, Long> pieces;

    private WordPieces(Map<String, Long> pieces) {
        this.pieces = pieces;
    }

    /** @param tokenizer a {@code tokenizer.json} of Hugging Face's library, with a WordPiece model */
    static WordPieces of(JsonNode tokenizer) {
        Map<String, Long> pieces = new HashMap<>();
        tokenizer
                .path("model")
                .path("vocab")
                .properties()
                .forEach(entry -> pieces.put(entry.getKey(), entry.getValue().longValue()));
        if (pieces.isEmpty()) {
            throw new IllegalArgumentException("the tokenizer has no WordPiece vocabulary");
        }
        return new WordPieces(pieces);
    }

    /**
     * The beginning of a text as numbers, with the marks of start and end.
     *
     * @param most numbers, at least 2
     */
    long[] of(String text, int most) {
        Cutter cutter = new Cutter(most);
        String bounded = text.substring(0, Math.min(text.length(), most * MOST_CHARACTERS_A_PIECE));
        Normalizer.normalize(bounded.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .codePoints()
                .takeWhile(_ -> !cutter.isFull())
                .forEach(cutter::read);
        return cutter.end();
    }

    private final class Cutter {

        private final long[] numbers;
        private final StringBuilder word = new StringBuilder();
        private int count;

        Cutter(int most) {
            numbers = new long[most];
            numbers[count++] = START;
        }

        boolean isFull() {
            return count >= numbers.length - 1;
        }

        void read(int character) {
            if (Character.isWhitespace(character) || Character.isSpaceChar(character)) {
                endWord();
            } else if (standsAlone(character)) {
                endWord();
                word.appendCodePoint(character);
                endWord();
            } else if (!isInvisible(character)) {
                word.appendCodePoint(character);
            }
        }

        long[] end() {
            endWord();
            numbers[count++] = END;
            return Arrays.copyOf(numbers, count);
        }

        private void endWord() {
            if (!word.isEmpty() && !isFull()) {
                cut(word.toString());
            }
            word.setLength(0);
        }

        private void cut(String whole) {
            int before = count;
            int start = 0;
            while (start < whole.length() && !isFull()) {
                int end = whole.length() > LONGEST_WORD ? start : endOfLongestPiece(whole, start);
                if (end == start) {
                    count = before;
                    numbers[count++] = UNKNOWN;
                    return;
                }
                numbers[count++] = pieces.getOrDefault(piece(whole, start, end), UNKNOWN);
                start = end;
            }
        }
    }

    private int endOfLongestPiece(String word, int start) {
        int end = word.length();
        while (end > start && !pieces.containsKey(piece(word, start, end))) {
            end--;
        }
        return end;
    }

    private static String piece(String word, int start, int end) {
        return (start == 0 ? "" : "##") + word.substring(start, end);
    }

    private static boolean standsAlone(int character) {
        boolean isAsciiSign = character > ' ' && character < 127 && !Character.isLetterOrDigit(character);
        return isAsciiSign
                || Character.isIdeographic(character)
                || switch (Character.getType(character)) {
                    case Character.DASH_PUNCTUATION,
                            Character.START_PUNCTUATION,
                            Character.END_PUNCTUATION,
                            Character.CONNECTOR_PUNCTUATION,
                            Character.OTHER_PUNCTUATION,
                            Character.INITIAL_QUOTE_PUNCTUATION,
                            Character.FINAL_QUOTE_PUNCTUATION -> true;
                    default -> false;
                };
    }

    private static boolean isInvisible(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.CONTROL, Character.FORMAT, Character.SURROGATE -> true;
            default -> character == 0xFFFD;
        };
    }
}
