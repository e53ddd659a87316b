package com.crewyard.recruiting.taxonomy.internal;

/** Labels as identifiers: signs that tell names apart (C, C++, C#, .NET) become words, everything else hyphens. */
public final class Slug {
    private Slug() {}

    public static String of(String label) {
        StringBuilder slug = new StringBuilder(label.length() + 8);
        boolean separate = false;
        for (int i = 0; i < label.length(); i++) {
            char c = Characters.fold(label.charAt(i));
            if (isPlain(c)) {
                separate(slug, separate);
                slug.append(c);
                separate = false;
            } else {
                String word = word(c, i);
                if (!word.isEmpty()) {
                    separate(slug, true);
                    slug.append(word);
                }
                separate = true;
            }
        }
        return slug.toString();
    }

    private static void separate(StringBuilder slug, boolean separate) {
        if (separate && !slug.isEmpty()) {
            slug.append('-');
        }
    }

    public static void require(String value) {
        boolean valid = !value.isEmpty() && value.charAt(0) != '-';
        for (int i = 0; valid && i < value.length(); i++) {
            char c = value.charAt(i);
            valid = isPlain(c) || c == '-';
        }
        if (!valid) {
            throw new IllegalArgumentException(
                    "Identifier \"%s\" is not a slug of lower-case letters, digits and hyphens".formatted(value));
        }
    }

    private static boolean isPlain(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }

    private static String word(char sign, int index) {
        return switch (sign) {
            case '+' -> "plus";
            case '#' -> "sharp";
            case '&' -> "and";
            case '.' -> index == 0 ? "dot" : "";
            default -> "";
        };
    }
}
