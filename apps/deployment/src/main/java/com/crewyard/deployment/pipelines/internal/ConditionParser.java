package com.crewyard.deployment.pipelines.internal;

import com.crewyard.deployment.pipelines.internal.Condition.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a {@link Condition}: or binds weakest, then and, not, comparisons. */
final class ConditionParser {

    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(?<text>'[^']*'|\"[^\"]*\")|(?<number>-?\\d+(?:\\.\\d+)?)|(?<name>[A-Za-z_][\\w.-]*)|(?<sign>==|!=|<=|>=|&&|\\|\\||[<>!()\\[\\],]))");
    private static final Map<String, Comparison> COMPARISONS = Map.of(
            "==", Comparison.EQUAL,
            "!=", Comparison.UNEQUAL,
            "<", Comparison.LESS,
            "<=", Comparison.AT_MOST,
            ">", Comparison.MORE,
            ">=", Comparison.AT_LEAST);
    private static final Map<String, Condition.Word> WORDS = Map.of(
            "passed", Condition.Word.PASSED,
            "failed", Condition.Word.FAILED,
            "always", Condition.Word.ALWAYS);
    private static final int LONGEST = 1000;
    private static final int DEEPEST = 30;

    private enum Kind {
        TEXT,
        NUMBER,
        NAME,
        SIGN,
        END
    }

    private record Token(Kind kind, String text, int at) {}

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int next;
    private int depth;

    ConditionParser(String text) {
        this.text = text;
    }

    Condition parse() {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("a condition has at most %d characters".formatted(LONGEST));
        }
        split();
        Condition condition = either();
        if (peek().kind() != Kind.END) {
            throw unexpected("nothing more");
        }
        return condition;
    }

    private void split() {
        Matcher matcher = TOKEN.matcher(text);
        int at = 0;
        while (!text.substring(at).isBlank()) {
            if (!matcher.region(at, text.length()).lookingAt()) {
                throw new IllegalArgumentException("\"%s\" is not understood at its character %d"
                        .formatted(
                                text,
                                at
                                        + 1
                                        + text.substring(at)
                                                .indexOf(text.substring(at).strip())));
            }
            for (Kind kind : List.of(Kind.TEXT, Kind.NUMBER, Kind.NAME, Kind.SIGN)) {
                String group = kind.name().toLowerCase(java.util.Locale.ROOT);
                if (matcher.group(group) != null) {
                    tokens.add(new Token(kind, matcher.group(group), matcher.start(group)));
                }
            }
            at = matcher.end();
        }
        tokens.add(new Token(Kind.END, "its end", text.length()));
    }

    private Condition either() {
        Condition left = both();
        while (takes("||")) {
            left = new Condition.Either(left, both());
        }
        return left;
    }

    private Condition both() {
        Condition left = not();
        while (takes("&&")) {
            left = new Condition.Both(left, not());
        }
        return left;
    }

    private Condition not() {
        if (++depth > DEEPEST) {
            throw new IllegalArgumentException("a condition goes at most %d brackets deep".formatted(DEEPEST));
        }
        try {
            return takes("!") ? new Condition.Not(not()) : compared();
        } finally {
            depth--;
        }
    }

    private Condition compared() {
        Condition left = value();
        if (peek().kind() == Kind.NAME && peek().text().equals("in")) {
            next++;
            expect("[");
            List<Condition> values = new ArrayList<>(List.of(value()));
            while (takes(",")) {
                values.add(value());
            }
            expect("]");
            return new Condition.Among(left, List.copyOf(values));
        }
        Comparison comparison = peek().kind() == Kind.SIGN ? COMPARISONS.get(peek().text()) : null;
        if (comparison == null) {
            return left;
        }
        next++;
        return new Condition.Compared(left, comparison, value());
    }

    private Condition value() {
        Token token = peek();
        if (takes("(")) {
            Condition inner = either();
            expect(")");
            return inner;
        }
        return switch (token.kind()) {
            case TEXT -> {
                next++;
                yield new Condition.Literal(
                        token.text().substring(1, token.text().length() - 1));
            }
            case NUMBER -> {
                next++;
                yield new Condition.Literal(token.text());
            }
            case NAME -> named(token);
            case SIGN, END -> throw unexpected("a value");
        };
    }

    private Condition named(Token token) {
        next++;
        if (token.text().equals("true") || token.text().equals("false")) {
            return new Condition.Literal(token.text());
        }
        Condition.Word word = WORDS.get(token.text());
        if (word != null) {
            expect("(");
            expect(")");
            return new Condition.Fate(word);
        }
        return new Condition.Path(token.text());
    }

    private Token peek() {
        return tokens.get(next);
    }

    private boolean takes(String sign) {
        boolean there = peek().kind() == Kind.SIGN && peek().text().equals(sign);
        if (there) {
            next++;
        }
        return there;
    }

    private void expect(String sign) {
        if (!takes(sign)) {
            throw unexpected("\"%s\"".formatted(sign));
        }
    }

    private IllegalArgumentException unexpected(String wanted) {
        Token token = peek();
        return new IllegalArgumentException("\"%s\" has %s at its character %d, where %s belongs"
                .formatted(
                        text,
                        token.kind() == Kind.END ? token.text() : "\"%s\"".formatted(token.text()),
                        token.at() + 1,
                        wanted));
    }
}
