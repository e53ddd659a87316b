package com.crewyard.recruiting.candidates.web;

import com.crewyard.kernel.CrewyardException;
import com.crewyard.recruiting.candidates.ProfileField;
import com.crewyard.recruiting.candidates.ProfileValue;
import com.crewyard.recruiting.candidates.ProfileValue.Position;
import com.crewyard.recruiting.candidates.ProfileValue.Study;
import com.crewyard.recruiting.parsing.PartialDate;
import com.crewyard.web.Form;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Reads a correction as its form sends it. */
final class ProfileForm {

    private static final Pattern DATE = Pattern.compile("([12]\\d{3})(?:-(0[1-9]|1[0-2]))?");
    private static final String PRESENT = "present";

    private ProfileForm() {}

    /** @throws CrewyardException when a date is none */
    static ProfileValue read(ProfileField field, Form form) {
        return switch (field.shape()) {
            case TEXT -> new ProfileValue.Text(form.value("value").strip());
            case TEXTS ->
                new ProfileValue.Texts(form.value("value")
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .distinct()
                        .toList());
            case POSITIONS -> new ProfileValue.Positions(positions(field, form));
            case STUDIES -> new ProfileValue.Studies(studies(field, form));
        };
    }

    private static List<Position> positions(ProfileField field, Form form) {
        return rows(form, "title")
                .mapToObj(row -> new Position(
                        text(form, "employer", row),
                        text(form, "title", row),
                        text(form, "place", row),
                        date(field, form, "start", row),
                        isPresent(form, row) ? Optional.empty() : date(field, form, "end", row),
                        isPresent(form, row),
                        text(form, "description", row)))
                .filter(position ->
                        position.employer().isPresent() || position.title().isPresent())
                .toList();
    }

    private static List<Study> studies(ProfileField field, Form form) {
        return rows(form, "institution")
                .mapToObj(row -> new Study(
                        text(form, "institution", row),
                        text(form, "degree", row),
                        text(form, "area", row),
                        date(field, form, "start", row),
                        date(field, form, "end", row)))
                .filter(study ->
                        study.institution().isPresent() || study.degree().isPresent())
                .toList();
    }

    private static IntStream rows(Form form, String name) {
        return IntStream.range(0, form.all(name).size());
    }

    private static boolean isPresent(Form form, int row) {
        return text(form, "end", row)
                .filter(end -> end.toLowerCase(Locale.ROOT).equals(PRESENT))
                .isPresent();
    }

    private static Optional<String> text(Form form, String name, int row) {
        List<String> values = form.all(name);
        return row < values.size()
                ? Optional.of(values.get(row).strip()).filter(value -> !value.isEmpty())
                : Optional.empty();
    }

    private static Optional<PartialDate> date(ProfileField field, Form form, String name, int row) {
        return text(form, name, row).map(text -> {
            Matcher date = DATE.matcher(text);
            if (!date.matches()) {
                throw CrewyardException.invalid(
                        field.code(), "\"%s\" is not a date like 2019-03 or 2019.".formatted(text));
            }
            int year = Integer.parseInt(date.group(1));
            return date.group(2) == null ? PartialDate.of(year) : PartialDate.of(year, Integer.parseInt(date.group(2)));
        });
    }
}
