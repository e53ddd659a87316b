package com.crewyard.recruiting.parsing.internal.text;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** What characters of files become in our text. */
final class Characters {

    /** The sign every bullet becomes. */
    static final char BULLET = '•';

    /** Where a word may break; kept until {@link Hyphenation} has seen the end of the line. */
    static final char SOFT_HYPHEN = '\u00ad';

    private static final String BULLETS = "•●▪◦‣∙▸►■□○◆◇➢➤✓✔⁃⦁\uf0b7\uf0a7\uf0d8\uf076\uf0fc\uf0be\uf02d";
    private static final Pattern SPACED_LETTERS =
            Pattern.compile("(?<![^\\s])\\p{L}(?: \\p{L}){3,}(?:\\s{2,}\\p{L}(?: \\p{L})+)*(?![^\\s])");

    private Characters() {}

    static boolean isBullet(String word) {
        return word.length() == 1 && BULLETS.indexOf(word.charAt(0)) >= 0;
    }

    /** Ligatures and presentation forms apart, blanks plain, invisible and private characters gone. */
    static String clean(String raw) {
        boolean ordinary = true;
        for (int i = 0; i < raw.length() && ordinary; i++) {
            char c = raw.charAt(i);
            ordinary = (c >= 0x20 && c < 0x7f) || (c >= 0xc0 && c < 0x250);
        }
        if (ordinary) {
            return raw;
        }
        StringBuilder clean = new StringBuilder(raw.length());
        raw.codePoints().forEach(c -> append(clean, c));
        return Normalizer.isNormalized(clean, Normalizer.Form.NFC)
                ? clean.toString()
                : Normalizer.normalize(clean, Normalizer.Form.NFC);
    }

    private static void append(StringBuilder clean, int c) {
        if (c < 0x10000 && BULLETS.indexOf(c) >= 0) {
            clean.append(BULLET);
        } else if (c >= 0xfb00 && c <= 0xfb06) {
            clean.append(Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC));
        } else if (Character.isSpaceChar(c) || c == '\t' || c == 0x0b || c == '\f') {
            clean.append(c == '\t' ? '\t' : ' ');
        } else if (c == 0x2010 || c == 0x2011) {
            clean.append('-');
        } else if (c == '\n' || c == SOFT_HYPHEN) {
            clean.append((char) c);
        } else if (!isInvisible(c)) {
            clean.appendCodePoint(c);
        }
    }

    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            default -> c == 0xfffd;
        };
    }

    /** "E X P E R I E N C E" as designers set headings, back to a word. */
    static String closeSpacedLetters(String line) {
        if (line.length() > 120) {
            return line;
        }
        return SPACED_LETTERS
                .matcher(line)
                .replaceAll(match -> match.group()
                        .replaceAll("\\s{2,}", "\u0000")
                        .replace(" ", "")
                        .replace('\u0000', ' '));
    }
}
