package com.crewyard.recruiting.candidates.internal;

import com.crewyard.kernel.Violations;
import com.crewyard.recruiting.candidates.ProfileField;
import com.crewyard.recruiting.candidates.ProfileValue;
import java.util.regex.Pattern;

/** What a correction may say. */
public final class ProfileRules {

    private static final int LONGEST_TEXT = 10_000;
    private static final int LONGEST_ITEM = 500;
    private static final int MOST_ITEMS = 200;
    private static final Pattern YEARS = Pattern.compile("\\d{0,2}");

    private ProfileRules() {}

    /** @throws com.crewyard.kernel.CrewyardException when the value does not fit the field */
    public static void check(ProfileField field, ProfileValue value) {
        Violations violations = new Violations();
        boolean fits = switch (value) {
            case ProfileValue.Text _ -> field.shape() == ProfileField.Shape.TEXT;
            case ProfileValue.Texts _ -> field.shape() == ProfileField.Shape.TEXTS;
            case ProfileValue.Positions _ -> field.shape() == ProfileField.Shape.POSITIONS;
            case ProfileValue.Studies _ -> field.shape() == ProfileField.Shape.STUDIES;
        };
        violations.require(fits, field.code(), "%s takes another kind of value.".formatted(field.label()));
        switch (value) {
            case ProfileValue.Text(var text) -> checkText(violations, field, text);
            case ProfileValue.Texts(var texts) -> {
                checkCount(violations, field, texts.size());
                texts.stream()
                        .filter(text -> text.length() > LONGEST_ITEM)
                        .findFirst()
                        .ifPresent(text -> violations.add(
                                field.code(),
                                "\"%s…\" has %,d characters; an entry has at most %,d."
                                        .formatted(text.substring(0, 40), text.length(), LONGEST_ITEM)));
            }
            case ProfileValue.Positions(var positions) -> {
                checkCount(violations, field, positions.size());
                for (ProfileValue.Position position : positions) {
                    position.start()
                            .ifPresent(start -> position.end()
                                    .filter(end -> end.latest().isBefore(start.earliest()))
                                    .ifPresent(end -> violations.add(
                                            field.code(),
                                            "A position ends in %s before it starts in %s.".formatted(end, start))));
                }
            }
            case ProfileValue.Studies(var studies) -> checkCount(violations, field, studies.size());
        }
        violations.throwIfAny();
    }

    private static void checkText(Violations violations, ProfileField field, String text) {
        violations.require(
                text.length() <= LONGEST_TEXT,
                field.code(),
                "%s has %,d characters; at most %,d are kept.".formatted(field.label(), text.length(), LONGEST_TEXT));
        violations.require(
                field != ProfileField.EXPERIENCE_YEARS || YEARS.matcher(text).matches(),
                field.code(),
                "\"%s\" years of experience are outside 0 to 99.".formatted(text));
    }

    private static void checkCount(Violations violations, ProfileField field, int count) {
        violations.require(
                count <= MOST_ITEMS,
                field.code(),
                "%s has %,d entries; at most %,d are kept.".formatted(field.label(), count, MOST_ITEMS));
    }
}
