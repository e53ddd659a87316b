package com.crewyard.recruiting.taxonomy.internal;

import java.util.Arrays;

/**
 * A text cut into words, each with its place in the text and its number in a dictionary. {@code C++}, {@code C#} and
 * {@code .NET} are one word; {@code &} reads as "and"; {@code Node.js} is two words with a dot between.
 */
final class Tokens {
    /** Longer runs of letters are no names; they stay unknown. */
    private static final int LONGEST_WORD = 64;

    private final CharSequence text;
    private final TokenDictionary dictionary;
    private final boolean interning;
    private final char[] word = new char[LONGEST_WORD];
    private int wordLength;

    private int[] starts;
    private int[] ends;
    private int[] numbers;
    private int[] singulars;
    private int size;

    private Tokens(CharSequence text, TokenDictionary dictionary, boolean interning) {
        this.text = text;
        this.dictionary = dictionary;
        this.interning = interning;
        int expected = text.length() / 5 + 4;
        starts = new int[expected];
        ends = new int[expected];
        numbers = new int[expected];
        singulars = new int[expected];
        scan();
    }

    static Tokens of(CharSequence text, TokenDictionary dictionary) {
        return new Tokens(text, dictionary, false);
    }

    /** Words the dictionary lacks are added to it. */
    static Tokens interning(CharSequence text, TokenDictionary dictionary) {
        return new Tokens(text, dictionary, true);
    }

    int size() {
        return size;
    }

    int start(int token) {
        return starts[token];
    }

    int end(int token) {
        return ends[token];
    }

    int number(int token) {
        return numbers[token];
    }

    /** The number of the word without its plural ending, or unknown. */
    int singular(int token) {
        return singulars[token];
    }

    CharSequence text() {
        return text;
    }

    private void scan() {
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (Characters.inWord(c)) {
                i = word(i, i);
            } else if (c == '&') {
                i = ampersand(i);
            } else if (c == '.' && opensDotNet(i)) {
                i = word(i, i + 1);
            } else {
                i++;
            }
        }
    }

    private int word(int start, int firstLetter) {
        int end = firstLetter;
        while (end < text.length() && Characters.inWord(text.charAt(end))) {
            end++;
        }
        int signs = signsAfter(end);
        if (signs > 0) {
            fold(start, end + signs);
            int number = number();
            if (number != TokenDictionary.UNKNOWN) {
                add(start, end + signs, number, TokenDictionary.UNKNOWN);
                return end + signs;
            }
        }
        fold(start, end);
        int number = number();
        add(start, end, number, interning ? TokenDictionary.UNKNOWN : singularNumber());
        return end;
    }

    private int ampersand(int at) {
        word[0] = 'a';
        word[1] = 'n';
        word[2] = 'd';
        wordLength = 3;
        add(at, at + 1, number(), TokenDictionary.UNKNOWN);
        return at + 1;
    }

    private boolean opensDotNet(int dot) {
        return (dot == 0 || !Characters.inWord(text.charAt(dot - 1)))
                && dot + 3 < text.length()
                && Characters.fold(text.charAt(dot + 1)) == 'n'
                && Characters.fold(text.charAt(dot + 2)) == 'e'
                && Characters.fold(text.charAt(dot + 3)) == 't'
                && (dot + 4 == text.length() || !Characters.inWord(text.charAt(dot + 4)));
    }

    private int signsAfter(int end) {
        if (end >= text.length()) {
            return 0;
        }
        char c = text.charAt(end);
        char next = end + 1 < text.length() ? text.charAt(end + 1) : ' ';
        if (c == '+') {
            return next == '+' ? 2 : Characters.inWord(next) ? 0 : 1;
        }
        return c == '#' ? 1 : 0;
    }

    private void fold(int start, int end) {
        wordLength = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (Characters.isCombiningAccent(c)) {
                continue;
            }
            if (wordLength == LONGEST_WORD) {
                wordLength = 0;
                return;
            }
            word[wordLength++] = Characters.fold(c);
        }
    }

    private int number() {
        if (wordLength == 0) {
            return TokenDictionary.UNKNOWN;
        }
        return interning ? dictionary.intern(word, wordLength) : dictionary.find(word, wordLength);
    }

    private int singularNumber() {
        if (wordLength < 4 || word[wordLength - 1] != 's' || word[wordLength - 2] == 's') {
            return TokenDictionary.UNKNOWN;
        }
        if (endsWith('i', 'e')) {
            word[wordLength - 3] = 'y';
            int number = dictionary.find(word, wordLength - 2);
            word[wordLength - 3] = 'i';
            return number != TokenDictionary.UNKNOWN ? number : dictionary.find(word, wordLength - 1);
        }
        int number = dictionary.find(word, wordLength - 1);
        if (number == TokenDictionary.UNKNOWN && (endsWith('s', 'e') || endsWith('x', 'e') || endsWith('h', 'e'))) {
            number = dictionary.find(word, wordLength - 2);
        }
        return number;
    }

    private boolean endsWith(char thirdLast, char secondLast) {
        return word[wordLength - 3] == thirdLast && word[wordLength - 2] == secondLast;
    }

    private void add(int start, int end, int number, int singular) {
        if (size == starts.length) {
            int capacity = size * 2;
            starts = Arrays.copyOf(starts, capacity);
            ends = Arrays.copyOf(ends, capacity);
            numbers = Arrays.copyOf(numbers, capacity);
            singulars = Arrays.copyOf(singulars, capacity);
        }
        starts[size] = start;
        ends[size] = end;
        numbers[size] = number;
        singulars[size] = singular;
        size++;
    }
}
