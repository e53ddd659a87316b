package com.crewyard.recruiting.intake.internal;

import com.crewyard.kernel.Violations;
import com.crewyard.recruiting.intake.ApplicationForm;
import com.crewyard.recruiting.jobs.Question;
import com.crewyard.recruiting.jobs.QuestionKind;
import com.crewyard.recruiting.pipeline.Answer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** @param value empty for a file, whose name and digest are known once it is stored */
record GivenAnswer(Question question, String value) {

    private static final int LONGEST_LINE = 500;
    private static final int LONGEST_TEXT = 10_000;
    private static final int MOST_DIGITS = 30;

    static Optional<GivenAnswer> read(
            Question question, ApplicationForm form, IncomingFiles.Checked files, Violations violations) {
        if (question.kind() == QuestionKind.FILE) {
            violations.require(
                    !question.required() || files.has(question.field()) || files.isRefused(question.field()),
                    question.field(),
                    "Choose a file for \"%s\".".formatted(question.label()));
            return files.has(question.field()) ? Optional.of(new GivenAnswer(question, "")) : Optional.empty();
        }
        List<String> given = form.answers().getOrDefault(question.field(), List.of()).stream()
                .map(value -> CheckedForm.printable(value).strip())
                .filter(value -> !value.isEmpty())
                .toList();
        if (given.isEmpty()) {
            violations.require(!question.required(), question.field(), "Answer \"%s\".".formatted(question.label()));
            return Optional.empty();
        }
        return check(question, given, violations).map(value -> new GivenAnswer(question, value));
    }

    Answer stored(IncomingFiles.Stored files) {
        Optional<IncomingFiles.StoredUpload> file = files.find(question.field());
        return new Answer(
                Optional.of(question.id()),
                question.label(),
                question.kind().code(),
                file.map(IncomingFiles.StoredUpload::fileName).orElse(value),
                file.map(IncomingFiles.StoredUpload::sha256));
    }

    private static Optional<String> check(Question question, List<String> given, Violations violations) {
        String first = given.getFirst();
        return switch (question.kind()) {
            case SHORT_TEXT -> text(question, CheckedForm.oneLine(first), LONGEST_LINE, violations);
            case LONG_TEXT -> text(question, first, LONGEST_TEXT, violations);
            case YES_NO ->
                accepted(
                        question,
                        first.toLowerCase(Locale.ROOT),
                        List.of("yes", "no").contains(first.toLowerCase(Locale.ROOT)),
                        "Answer \"%s\" with yes or no.".formatted(question.label()),
                        violations);
            case SINGLE_SELECT ->
                accepted(question, first, question.options().contains(first), choose(question, first), violations);
            case MULTI_SELECT ->
                accepted(
                        question,
                        String.join("\n", given.stream().distinct().toList()),
                        question.options().containsAll(given),
                        choose(question, first),
                        violations);
            case NUMBER ->
                accepted(
                        question,
                        first,
                        isNumber(first),
                        "\"%s\" is not a number like 12 or 12.5.".formatted(first),
                        violations);
            case DATE ->
                accepted(
                        question,
                        first,
                        isDate(first),
                        "\"%s\" is not a date like 2030-01-31.".formatted(first),
                        violations);
            case FILE -> Optional.empty();
        };
    }

    private static Optional<String> text(Question question, String value, int longest, Violations violations) {
        return accepted(
                question,
                value,
                value.length() <= longest,
                "This has %,d characters; at most %,d are kept.".formatted(value.length(), longest),
                violations);
    }

    private static Optional<String> accepted(
            Question question, String value, boolean holds, String otherwise, Violations violations) {
        violations.require(holds, question.field(), otherwise);
        return holds ? Optional.of(value) : Optional.empty();
    }

    private static String choose(Question question, String value) {
        return "\"%s\" is not among the choices: %s.".formatted(value, String.join(", ", question.options()));
    }

    private static boolean isNumber(String text) {
        try {
            return text.length() <= MOST_DIGITS && new BigDecimal(text).scale() <= MOST_DIGITS;
        } catch (NumberFormatException _) {
            return false;
        }
    }

    private static boolean isDate(String text) {
        try {
            return LocalDate.parse(text).getYear() > 0;
        } catch (DateTimeParseException _) {
            return false;
        }
    }
}
