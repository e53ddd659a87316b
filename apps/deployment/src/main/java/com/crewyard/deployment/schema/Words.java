package com.crewyard.deployment.schema;

import com.crewyard.deployment.schema.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the pieces of a statement, or of a part of one, from the left. */
final class Words {

    private final List<Token> tokens;
    private int at;

    Words(List<Token> tokens) {
        this.tokens = tokens;
    }

    boolean isDone() {
        return at >= tokens.size();
    }

    Optional<Token> peek() {
        return isDone() ? Optional.empty() : Optional.of(tokens.get(at));
    }

    /** Takes these words when they come next, all or none of them. */
    boolean accept(String... words) {
        if (!startsAt(at, words)) {
            return false;
        }
        at += words.length;
        return true;
    }

    /** Takes one of these when it comes next. */
    Optional<String> acceptAny(String... words) {
        for (String word : words) {
            if (accept(word)) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }

    /** Takes as many of these as come next. */
    void skipAny(String... words) {
        boolean more = true;
        while (more) {
            more = acceptAny(words).isPresent();
        }
    }

    boolean acceptIfExists() {
        return accept("if", "exists") || accept("if", "not", "exists");
    }

    /** A name, qualified or not, as the catalogue has it; {@code public} is left out. */
    Optional<String> name() {
        List<String> parts = new ArrayList<>();
        while (!isDone() && tokens.get(at).isName()) {
            parts.add(written(tokens.get(at++)));
            if (!accept(".")) {
                break;
            }
        }
        if (parts.size() == 2 && parts.getFirst().equals("public")) {
            parts.removeFirst();
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(".", parts));
    }

    /** Names with commas between them; what follows each, such as {@code *}, is left out. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        do {
            accept("only");
            name().ifPresent(names::add);
            accept("*");
        } while (accept(","));
        return names;
    }

    /** What comes after the first place outside brackets where these words stand; empty when they do not. */
    Optional<Words> after(String... words) {
        int depth = 0;
        for (int i = at; i < tokens.size(); i++) {
            if (depth == 0 && startsAt(i, words)) {
                return Optional.of(new Words(tokens.subList(i + words.length, tokens.size())));
            }
            depth += depth(tokens.get(i));
        }
        return Optional.empty();
    }

    boolean has(String... words) {
        return after(words).isPresent();
    }

    /** As {@link #after}, everywhere and within brackets too. */
    List<Words> everywhereAfter(String... words) {
        List<Words> found = new ArrayList<>();
        for (int i = at; i < tokens.size(); i++) {
            if (startsAt(i, words)) {
                found.add(new Words(tokens.subList(i + words.length, tokens.size())));
            }
        }
        return found;
    }

    /** The parts between commas outside brackets. */
    List<Words> parts() {
        List<Words> parts = new ArrayList<>();
        int depth = 0;
        int begin = at;
        for (int i = at; i < tokens.size(); i++) {
            if (depth == 0 && tokens.get(i).is(",")) {
                parts.add(new Words(tokens.subList(begin, i)));
                begin = i + 1;
            }
            depth += depth(tokens.get(i));
        }
        parts.add(new Words(tokens.subList(begin, tokens.size())));
        return parts;
    }

    /** Names that are called: those before an opening bracket. */
    List<String> calls() {
        List<String> calls = new ArrayList<>();
        for (int i = at; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).isName() && tokens.get(i + 1).is("(")) {
                calls.add(tokens.get(i).text());
            }
        }
        return calls;
    }

    private boolean startsAt(int from, String... words) {
        if (from + words.length > tokens.size()) {
            return false;
        }
        for (int i = 0; i < words.length; i++) {
            if (!tokens.get(from + i).is(words[i])) {
                return false;
            }
        }
        return true;
    }

    private static int depth(Token token) {
        return token.is("(") ? 1 : token.is(")") ? -1 : 0;
    }

    private static String written(Token token) {
        return token.kind() == Kind.WORD || token.text().matches("[a-z_][a-z0-9_$]*")
                ? token.text()
                : "\"" + token.text().replace("\"", "\"\"") + "\"";
    }
}
