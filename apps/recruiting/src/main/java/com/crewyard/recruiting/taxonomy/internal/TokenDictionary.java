package com.crewyard.recruiting.taxonomy.internal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Numbers for the words names are made of. Open addressing over folded characters: a look-up allocates nothing. */
final class TokenDictionary {
    static final int UNKNOWN = -1;
    private static final int INITIAL_SLOTS = 1 << 11;

    private @Nullable String[] words = new String[INITIAL_SLOTS];
    private int[] numbers = new int[INITIAL_SLOTS];
    private int size;

    int find(char[] folded, int length) {
        int slot = slot(folded, length);
        return words[slot] == null ? UNKNOWN : numbers[slot];
    }

    int intern(char[] folded, int length) {
        int slot = slot(folded, length);
        if (words[slot] != null) {
            return numbers[slot];
        }
        words[slot] = new String(folded, 0, length);
        numbers[slot] = size++;
        int number = numbers[slot];
        if (size > words.length / 2) {
            grow();
        }
        return number;
    }

    private int slot(char[] folded, int length) {
        int hash = 0;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + folded[i];
        }
        int mask = words.length - 1;
        int slot = (hash ^ (hash >>> 15)) & mask;
        while (true) {
            String word = words[slot];
            if (word == null || same(word, folded, length)) {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
    }

    private static boolean same(String word, char[] folded, int length) {
        if (word.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (word.charAt(i) != folded[i]) {
                return false;
            }
        }
        return true;
    }

    private void grow() {
        @Nullable String[] oldWords = words;
        int[] oldNumbers = numbers;
        words = new String[oldWords.length * 2];
        numbers = Arrays.copyOf(numbers, oldNumbers.length * 2);
        for (int i = 0; i < oldWords.length; i++) {
            String word = oldWords[i];
            if (word != null) {
                int slot = slot(word.toCharArray(), word.length());
                words[slot] = word;
                numbers[slot] = oldNumbers[i];
            }
        }
    }
}
