package com.crewyard.recruiting.taxonomy.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values by name, where case, punctuation, accents and plurals of the name do not matter. */
final class Phrases<T> {
    private final TokenDictionary dictionary = new TokenDictionary();
    private final PhraseTrie trie = new PhraseTrie();
    private final List<T> values = new ArrayList<>();

    record Match<T>(T value, int firstToken, int tokens) {}

    /** Returns the value the name stands for: this one, or the one that had it first. */
    T add(String name, T value) {
        int number = trie.add(Tokens.interning(name, dictionary), values.size());
        values.add(value);
        return number == PhraseTrie.NONE ? value : values.get(number);
    }

    Optional<T> exact(CharSequence name) {
        Tokens tokens = tokens(name);
        int node = PhraseTrie.ROOT;
        for (int i = 0; i < tokens.size(); i++) {
            node = trie.step(node, tokens, i);
            if (node == PhraseTrie.NONE) {
                return Optional.empty();
            }
        }
        int ending = trie.ending(node);
        return ending == PhraseTrie.NONE ? Optional.empty() : Optional.of(values.get(ending));
    }

    /** The node one word further, or {@link PhraseTrie#NONE}; for walks that judge each name they pass. */
    int step(int node, Tokens tokens, int token) {
        return trie.step(node, tokens, token);
    }

    @Nullable
    T endingAt(int node) {
        int ending = trie.ending(node);
        return ending == PhraseTrie.NONE ? null : values.get(ending);
    }

    Tokens tokens(CharSequence text) {
        return Tokens.of(text, dictionary);
    }

    Optional<Match<T>> longestAt(Tokens tokens, int first) {
        int node = PhraseTrie.ROOT;
        @Nullable Match<T> longest = null;
        for (int i = first; i < tokens.size(); i++) {
            node = trie.step(node, tokens, i);
            if (node == PhraseTrie.NONE) {
                break;
            }
            if (trie.ending(node) != PhraseTrie.NONE) {
                longest = new Match<>(values.get(trie.ending(node)), first, i - first + 1);
            }
        }
        return Optional.ofNullable(longest);
    }
}
