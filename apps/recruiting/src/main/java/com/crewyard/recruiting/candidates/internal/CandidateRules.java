package com.crewyard.recruiting.candidates.internal;

import com.crewyard.kernel.Violations;
import com.crewyard.recruiting.candidates.CandidateChanges;
import com.crewyard.recruiting.candidates.CandidateField;
import com.crewyard.recruiting.candidates.Identifier;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the fields of a candidate's record may hold. */
public final class CandidateRules {

    private static final Pattern YEARS = Pattern.compile("\\d{1,2}");
    private static final Pattern SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:(?!\\d).*");
    private static final Pattern WEB = Pattern.compile("(?i)https?://\\S+");

    private CandidateRules() {}

    /** @throws com.crewyard.kernel.CrewyardException naming every field that does not hold */
    public static void check(CandidateChanges changes) {
        Violations violations = new Violations();
        changes.values().forEach((field, value) -> check(violations, field, value));
        violations.throwIfAny();
    }

    /** Whether the record takes the text. */
    static boolean holds(CandidateField field, String text) {
        Violations violations = new Violations();
        check(violations, field, Optional.of(text));
        return violations.isEmpty();
    }

    private static void check(Violations violations, CandidateField field, Optional<String> value) {
        if (value.isEmpty()) {
            violations.require(field != CandidateField.FULL_NAME, field.code(), "A candidate needs a name.");
            return;
        }
        String text = value.get();
        if (field == CandidateField.EXPERIENCE_YEARS) {
            violations.require(
                    YEARS.matcher(text).matches(),
                    field.code(),
                    "%s years of experience are outside 0 to 99.".formatted(text));
            return;
        }
        violations.require(
                text.length() <= field.longest(),
                field.code(),
                "%s has %,d characters; at most %,d are kept."
                        .formatted(field.label(), text.length(), field.longest()));
        if (field == CandidateField.EMAIL) {
            violations.require(
                    Identifier.email(text).isPresent(),
                    field.code(),
                    "\"%s\" is not an email address like name@example.com.".formatted(text));
        }
        if (field.isAddress()) {
            boolean isWeb = WEB.matcher(text).matches()
                    || !SCHEME.matcher(text).matches() && text.chars().noneMatch(Character::isWhitespace);
            violations.require(
                    isWeb, field.code(), "\"%s\" is not a web address like https://example.com.".formatted(text));
        }
    }
}
