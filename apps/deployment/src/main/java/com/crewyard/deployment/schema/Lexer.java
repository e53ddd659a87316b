package com.crewyard.deployment.schema;

import com.crewyard.deployment.schema.Token.Kind;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads SQL piece by piece, by the lexical structure in PostgreSQL's documentation, section 4.1, with
 * {@code standard_conforming_strings} on, which is the default since 9.1.
 */
final class Lexer {

    private final String text;
    private int at;
    private int line = 1;
    private Optional<String> trouble = Optional.empty();

    Lexer(String text) {
        this.text = text;
    }

    /** What keeps the rest from being read. */
    Optional<String> trouble() {
        return trouble;
    }

    int line() {
        return line;
    }

    /** The next piece; empty at the end, and where something is not closed. */
    Optional<Token> next() {
        skipBlanksAndComments();
        if (at >= text.length() || trouble.isPresent()) {
            return Optional.empty();
        }
        char first = text.charAt(at);
        return switch (first) {
            case '\'' -> string(at, false);
            case '"' -> name();
            case '$' -> dollar();
            default -> {
                if (isNameStart(first)) {
                    yield word();
                }
                yield Optional.of(isDigit(first) ? number() : taken(Kind.SYMBOL, at + 1));
            }
        };
    }

    /** Leaves out the lines that {@code COPY … FROM STDIN} takes, up to the one that ends them. */
    void skipCopiedLines() {
        int end = text.indexOf("\n\\.", at);
        advance(end < 0 ? text.length() : end + "\n\\.".length());
    }

    private void skipBlanksAndComments() {
        while (at < text.length()) {
            if (isBlank(text.charAt(at))) {
                advance(at + 1);
            } else if (text.startsWith("--", at)) {
                int end = text.indexOf('\n', at);
                advance(end < 0 ? text.length() : end);
            } else if (text.startsWith("/*", at)) {
                skipComment();
            } else {
                return;
            }
        }
    }

    /** They nest, other than in C. */
    private void skipComment() {
        int begin = line;
        int depth = 0;
        do {
            if (text.startsWith("/*", at)) {
                depth++;
                advance(at + 2);
            } else if (text.startsWith("*/", at)) {
                depth--;
                advance(at + 2);
            } else if (at < text.length()) {
                advance(at + 1);
            } else {
                trouble = Optional.of("the comment that begins in line %d is not closed".formatted(begin));
                return;
            }
        } while (depth > 0);
    }

    private Optional<Token> word() {
        int end = at + 1;
        while (end < text.length() && isNamePart(text.charAt(end))) {
            end++;
        }
        String word = text.substring(at, end);
        boolean quoted = end < text.length() && text.charAt(end) == '\'';
        if (quoted && word.length() == 1 && "eEbBxXnN".contains(word)) {
            return string(end, word.equalsIgnoreCase("e"));
        }
        if (word.equalsIgnoreCase("u") && text.startsWith("&'", end)) {
            return string(end + 1, false);
        }
        if (word.equalsIgnoreCase("u") && text.startsWith("&\"", end)) {
            advance(end + 1);
            return name();
        }
        Token token = new Token(Kind.WORD, word.toLowerCase(Locale.ROOT), line);
        advance(end);
        return Optional.of(token);
    }

    /** @param escapes whether a backslash takes the next character with it */
    private Optional<Token> string(int quote, boolean escapes) {
        int end = closing(quote, '\'', escapes);
        while (end >= 0 && escapes && continues(end) >= 0) {
            end = closing(continues(end), '\'', true);
        }
        return closed(Kind.STRING, end, "the quoted string");
    }

    /** Where the same string goes on, on another line; below zero when it does not. Only escapes make a difference. */
    private int continues(int end) {
        int next = end;
        boolean newLine = false;
        while (next < text.length() && isBlank(text.charAt(next))) {
            newLine |= text.charAt(next) == '\n' || text.charAt(next) == '\r';
            next++;
        }
        return newLine && next < text.length() && text.charAt(next) == '\'' ? next : -1;
    }

    private Optional<Token> name() {
        int begin = at + 1;
        return closed(Kind.NAME, closing(at, '"', false), "the quoted name")
                .map(token -> new Token(Kind.NAME, text.substring(begin, at - 1).replace("\"\"", "\""), token.line()));
    }

    /** Behind the quote that closes; below zero when none does. A quote that is doubled is one within. */
    private int closing(int open, char quote, boolean escapes) {
        for (int i = open + 1; i < text.length(); i++) {
            if (escapes && text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == quote) {
                if (i + 1 >= text.length() || text.charAt(i + 1) != quote) {
                    return i + 1;
                }
                i++;
            }
        }
        return -1;
    }

    private Optional<Token> dollar() {
        int tag = at + 1;
        while (tag < text.length() && isNamePart(text.charAt(tag)) && text.charAt(tag) != '$') {
            tag++;
        }
        boolean opens =
                tag < text.length() && text.charAt(tag) == '$' && (tag == at + 1 || !isDigit(text.charAt(at + 1)));
        if (!opens) {
            return Optional.of(taken(Kind.SYMBOL, at + 1));
        }
        String delimiter = text.substring(at, tag + 1);
        int end = text.indexOf(delimiter, tag + 1);
        return closed(Kind.STRING, end < 0 ? -1 : end + delimiter.length(), "the string in %s".formatted(delimiter));
    }

    private Token number() {
        int end = at + 1;
        while (end < text.length() && (isNamePart(text.charAt(end)) || text.charAt(end) == '.')) {
            end++;
        }
        return taken(Kind.NUMBER, end);
    }

    private Optional<Token> closed(Kind kind, int end, String what) {
        if (end < 0) {
            trouble = Optional.of("%s that begins in line %d is not closed".formatted(what, line));
            return Optional.empty();
        }
        return Optional.of(taken(kind, end));
    }

    private Token taken(Kind kind, int end) {
        Token token = new Token(kind, text.substring(at, end), line);
        advance(end);
        return token;
    }

    private void advance(int to) {
        for (; at < to; at++) {
            if (text.charAt(at) == '\n') {
                line++;
            }
        }
    }

    private static boolean isBlank(char character) {
        return character == ' ' || (character >= '\t' && character <= '\r') || character == '\uFEFF';
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static boolean isNameStart(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || character == '_'
                || character >= 128;
    }

    private static boolean isNamePart(char character) {
        return isNameStart(character) || isDigit(character) || character == '$';
    }
}
