package com.crewyard.deployment.pipelines.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether a stage runs: {@code ==}, {@code !=}, {@code <}, {@code <=}, {@code >}, {@code >=}, {@code in [..]}, {@code &&},
 * {@code ||}, {@code !}, brackets, texts in quotes, numbers, {@code true}, {@code false}, paths, and {@code passed()},
 * {@code failed()}, {@code always()}. A condition that calls none of the three holds only when everything needed is good.
 */
public sealed interface Condition {

    /** A text, a number, {@code true} or {@code false}. */
    record Literal(String text) implements Condition {}

    record Path(String path) implements Condition {}

    record Not(Condition inner) implements Condition {}

    record Both(Condition left, Condition right) implements Condition {}

    record Either(Condition left, Condition right) implements Condition {}

    record Compared(Condition left, Comparison comparison, Condition right) implements Condition {}

    record Among(Condition left, List<Condition> values) implements Condition {}

    record Fate(Word word) implements Condition {}

    enum Word {
        PASSED,
        FAILED,
        ALWAYS
    }

    enum Comparison {
        EQUAL,
        UNEQUAL,
        LESS,
        AT_MOST,
        MORE,
        AT_LEAST
    }

    /** @throws IllegalArgumentException with a clause that names the place */
    static Condition parse(String text) {
        return new ConditionParser(text).parse();
    }

    /** @throws IllegalArgumentException when it comes to no answer */
    static boolean holds(Condition condition, Scope scope) {
        return (saysWhen(condition) || scope.good()) && truth(condition, scope);
    }

    /** The paths in it. */
    static List<String> paths(Condition condition) {
        List<String> paths = new ArrayList<>();
        collect(condition, paths);
        return paths;
    }

    private static void collect(Condition condition, List<String> paths) {
        switch (condition) {
            case Path(String path) -> paths.add(path);
            case Not(Condition inner) -> collect(inner, paths);
            case Both(Condition left, Condition right) -> List.of(left, right).forEach(part -> collect(part, paths));
            case Either(Condition left, Condition right) -> List.of(left, right).forEach(part -> collect(part, paths));
            case Compared(Condition left, Comparison _, Condition right) ->
                List.of(left, right).forEach(part -> collect(part, paths));
            case Among(Condition left, List<Condition> values) -> {
                collect(left, paths);
                values.forEach(part -> collect(part, paths));
            }
            case Literal _, Fate _ -> {}
        }
    }

    private static boolean saysWhen(Condition condition) {
        return switch (condition) {
            case Fate _ -> true;
            case Not(Condition inner) -> saysWhen(inner);
            case Both(Condition left, Condition right) -> saysWhen(left) || saysWhen(right);
            case Either(Condition left, Condition right) -> saysWhen(left) || saysWhen(right);
            case Literal _, Path _, Compared _, Among _ -> false;
        };
    }

    private static boolean truth(Condition condition, Scope scope) {
        return switch (condition) {
            case Both(Condition left, Condition right) -> truth(left, scope) && truth(right, scope);
            case Either(Condition left, Condition right) -> truth(left, scope) || truth(right, scope);
            case Not(Condition inner) -> !truth(inner, scope);
            case Compared(Condition left, Comparison comparison, Condition right) ->
                compare(text(left, scope), comparison, text(right, scope));
            case Among(Condition left, List<Condition> values) ->
                values.stream().anyMatch(value -> same(text(left, scope), text(value, scope)));
            case Fate(Word word) ->
                switch (word) {
                    case PASSED -> scope.good();
                    case FAILED -> scope.bad();
                    case ALWAYS -> true;
                };
            case Literal _, Path _ ->
                switch (text(condition, scope)) {
                    case "true" -> true;
                    case "false", "" -> false;
                    case String other ->
                        throw new IllegalArgumentException("\"%s\" is neither true nor false".formatted(other));
                };
        };
    }

    private static String text(Condition condition, Scope scope) {
        return switch (condition) {
            case Literal(String text) -> text;
            case Path(String path) -> scope.value(path);
            case Not _, Both _, Either _, Compared _, Among _, Fate _ -> String.valueOf(truth(condition, scope));
        };
    }

    private static boolean compare(String left, Comparison comparison, String right) {
        return switch (comparison) {
            case EQUAL -> same(left, right);
            case UNEQUAL -> !same(left, right);
            case LESS -> number(left).compareTo(number(right)) < 0;
            case AT_MOST -> number(left).compareTo(number(right)) <= 0;
            case MORE -> number(left).compareTo(number(right)) > 0;
            case AT_LEAST -> number(left).compareTo(number(right)) >= 0;
        };
    }

    /** Numbers by value, everything else by letters. */
    private static boolean same(String left, String right) {
        Optional<BigDecimal> one = asNumber(left);
        Optional<BigDecimal> other = asNumber(right);
        return one.isPresent() && other.isPresent() ? one.get().compareTo(other.get()) == 0 : left.equals(right);
    }

    private static BigDecimal number(String text) {
        return asNumber(text).orElseThrow(() -> new IllegalArgumentException("\"%s\" is no number".formatted(text)));
    }

    private static Optional<BigDecimal> asNumber(String text) {
        return text.length() <= 30 && text.matches("-?\\d+(?:\\.\\d+)?")
                ? Optional.of(new BigDecimal(text))
                : Optional.empty();
    }
}
