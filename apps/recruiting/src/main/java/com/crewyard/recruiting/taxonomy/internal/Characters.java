package com.crewyard.recruiting.taxonomy.internal;

import java.util.List;

/** One character at a time: what belongs to a word, and what letters count as the same. */
final class Characters {
    private static final int TABLE = 0x250;

    /** Each entry: a base letter, then the letters that are read as it. A table, because Normalizer is slow to load. */
    private static final List<String> VARIANTS = List.of(
            "aàáâãäåāăą",
            "cçćĉċč",
            "dďđ",
            "eèéêëēĕėęě",
            "gĝğġģ",
            "hĥħ",
            "iìíîïĩīĭįı",
            "jĵ",
            "kķ",
            "lĺļľŀł",
            "nñńņňŋ",
            "oòóôõöøōŏő",
            "rŕŗř",
            "sśŝşšș",
            "tţťŧț",
            "uùúûüũūŭůűų",
            "wŵ",
            "yýÿŷ",
            "zźżž");

    private static final char[] FOLDED = folded();

    private Characters() {}

    /** Lower case, without diacritics where the Latin script has them. */
    static char fold(char c) {
        return c < TABLE ? FOLDED[c] : Character.toLowerCase(c);
    }

    static boolean inWord(char c) {
        if (c < 0x80) {
            return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
        }
        return Character.isLetterOrDigit(c) || isMark(c);
    }

    /** PDF text often holds letters decomposed: the mark belongs to the word and is not compared. */
    static boolean isCombiningAccent(char c) {
        return c >= 0x300 && c <= 0x36F;
    }

    private static boolean isMark(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static char[] folded() {
        char[] table = new char[TABLE];
        for (char c = 0; c < TABLE; c++) {
            table[c] = Character.toLowerCase(c);
        }
        for (String letters : VARIANTS) {
            for (int i = 1; i < letters.length(); i++) {
                table[letters.charAt(i)] = letters.charAt(0);
                table[Character.toUpperCase(letters.charAt(i))] = letters.charAt(0);
            }
        }
        table['I'] = 'i';
        return table;
    }
}
