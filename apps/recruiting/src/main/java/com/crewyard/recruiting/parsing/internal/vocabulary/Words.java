package com.crewyard.recruiting.parsing.internal.vocabulary;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Word lists of the module: {@code key: word, word, …} a line, {@code #} starts a comment line. */
public final class Words {

    private Words() {}

    /** Lower case without accents, the form in which words are compared. */
    public static String fold(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        boolean ascii = true;
        for (int i = 0; i < lower.length() && ascii; i++) {
            ascii = lower.charAt(i) < 0x80;
        }
        if (ascii) {
            return lower;
        }
        StringBuilder folded = new StringBuilder(lower.length());
        String decomposed = Normalizer.normalize(lower, Normalizer.Form.NFD);
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            if (c == 'ß') {
                folded.append("ss");
            } else if (c == '’') {
                folded.append('\'');
            } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
                folded.append(c);
            }
        }
        return folded.toString();
    }

    /** Like {@link #fold} but every character keeps its offset, for patterns whose matches are spans. */
    public static String foldInPlace(String text) {
        char[] folded = text.toCharArray();
        for (int i = 0; i < folded.length; i++) {
            char c = Character.toLowerCase(folded[i]);
            if (c >= 0xc0 && c < 0x2000) {
                c = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD)
                        .charAt(0);
            } else if (c == '’') {
                c = '\'';
            }
            folded[i] = c;
        }
        return new String(folded);
    }

    /** Folded words by key, in the order of the list. */
    public static Map<String, List<String>> load(String name) {
        String path = "/parsing/" + name;
        try (InputStream stream = Objects.requireNonNull(Words.class.getResourceAsStream(path), path);
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            Map<String, List<String>> words = new LinkedHashMap<>();
            for (String line : reader.lines().toList()) {
                int colon = line.indexOf(':');
                if (colon > 0 && !line.startsWith("#")) {
                    List<String> more = Stream.of(line.substring(colon + 1).split(","))
                            .map(word -> fold(word.strip()))
                            .filter(word -> !word.isEmpty())
                            .toList();
                    words.merge(
                            line.substring(0, colon).strip(),
                            more,
                            (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
                }
            }
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException("The word list " + path + " cannot be read", e);
        }
    }

    static Set<String> set(Map<String, List<String>> words, String key) {
        return Objects.requireNonNull(words.get(key), key).stream().collect(Collectors.toUnmodifiableSet());
    }
}
