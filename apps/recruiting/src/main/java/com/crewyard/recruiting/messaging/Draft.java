package com.crewyard.recruiting.messaging;

import com.crewyard.kernel.Violations;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A subject and a plain-text body in which merge fields may stand. */
public record Draft(String subject, String body) {

    private static final int LONGEST_SUBJECT = 300;
    private static final int LONGEST_BODY = 20_000;
    private static final Pattern FIELD = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*}}");

    /** A draft with its values in place, or why it cannot be. */
    public sealed interface Filled {
        /** Nothing is missing. */
        record Complete(Draft text) implements Filled {}

        /** @param problems sentences that name each field */
        record Incomplete(List<String> problems) implements Filled {}
    }

    /** Puts {@code values} in place of the fields. */
    public Filled fill(Map<MergeField, String> values) {
        Set<String> problems = new TreeSet<>();
        for (String name : unknownFields()) {
            problems.add(unknown(name));
        }
        for (MergeField field : MergeField.values()) {
            if (uses(field) && values.getOrDefault(field, "").isBlank()) {
                problems.add("%s has no value in this message".formatted(field.placeholder()));
            }
        }
        if (hasStrayBraces(subject) || hasStrayBraces(body)) {
            problems.add("a pair of braces is not closed");
        }
        return problems.isEmpty()
                ? new Filled.Complete(new Draft(oneLine(replace(subject, values)), replace(body, values)))
                : new Filled.Incomplete(List.copyOf(problems));
    }

    boolean uses(MergeField field) {
        return fields(subject).contains(field.code()) || fields(body).contains(field.code());
    }

    /** The draft with each private field standing for itself, to be filled when it is sent. */
    Filled fillExceptPrivate(Map<MergeField, String> values) {
        return switch (fill(values)) {
            case Filled.Incomplete incomplete -> incomplete;
            case Filled.Complete _ ->
                new Filled.Complete(new Draft(
                        oneLine(replace(subject, withoutPrivate(values))), replace(body, withoutPrivate(values))));
        };
    }

    void check(Violations violations) {
        violations.require(
                !subject.isBlank()
                        && subject.length() <= LONGEST_SUBJECT
                        && subject.lines().count() == 1,
                "subject",
                "A subject is one line of 1 to 300 characters.");
        violations.require(
                !body.isBlank() && body.length() <= LONGEST_BODY, "body", "A message has 1 to 20,000 characters.");
        checkFields(violations, "subject", subject);
        checkFields(violations, "body", body);
        violations.require(
                fields(subject).stream()
                        .flatMap(name -> MergeField.ofCode(name).stream())
                        .noneMatch(MergeField::isPrivate),
                "subject",
                "A private link belongs in the message, not in its subject.");
    }

    private static void checkFields(Violations violations, String name, String text) {
        unknownIn(text).forEach(field -> violations.add(name, unknown(field) + "."));
        violations.require(!hasStrayBraces(text), name, "A pair of braces is not closed.");
    }

    private Set<String> unknownFields() {
        Set<String> unknown = new TreeSet<>(unknownIn(subject));
        unknown.addAll(unknownIn(body));
        return unknown;
    }

    private static List<String> unknownIn(String text) {
        return fields(text).stream()
                .distinct()
                .filter(name -> MergeField.ofCode(name).isEmpty())
                .toList();
    }

    private static String unknown(String name) {
        return "{{%s}} is not a field; the fields are %s".formatted(name, MergeField.all());
    }

    private static List<String> fields(String text) {
        List<String> names = new ArrayList<>();
        FIELD.matcher(text).results().map(match -> match.group(1)).forEach(names::add);
        return names;
    }

    private static boolean hasStrayBraces(String text) {
        String rest = FIELD.matcher(text).replaceAll("");
        return rest.contains("{{") || rest.contains("}}");
    }

    private static Map<MergeField, String> withoutPrivate(Map<MergeField, String> values) {
        Map<MergeField, String> shown = new EnumMap<>(MergeField.class);
        values.forEach((field, value) -> {
            if (!field.isPrivate()) {
                shown.put(field, value);
            }
        });
        return shown;
    }

    private static String replace(String text, Map<MergeField, String> values) {
        return FIELD.matcher(text).replaceAll(match -> Matcher.quoteReplacement(valueOf(match, values)));
    }

    private static String valueOf(MatchResult match, Map<MergeField, String> values) {
        return MergeField.ofCode(match.group(1))
                .map(field -> values.containsKey(field) ? withoutBraces(values.get(field)) : field.placeholder())
                .orElse(match.group());
    }

    /** A value never becomes a field itself: somebody's name may be typed as {{status_link}}. */
    private static String withoutBraces(String value) {
        return value.replace("{{", "").replace("}}", "");
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
