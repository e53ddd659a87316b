package com.crewyard.recruiting.candidates;

import com.crewyard.recruiting.candidates.internal.Identifiers;
import java.util.Locale;
import java.util.Optional;

/**
 * By what a person is known again.
 *
 * @param value normalised, so that equal values mean the same address or number
 */
public record Identifier(Kind kind, String value) {

    /** Strongest first. */
    public enum Kind {
        EMAIL,
        PHONE,
        LINKEDIN;

        /** As in the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Kind ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** In lower case; empty when it is no address. */
    public static Optional<Identifier> email(String text) {
        return Identifiers.email(text).map(value -> new Identifier(Kind.EMAIL, value));
    }

    /** E.164 when the number says its country, otherwise its digits; empty when it is no number. */
    public static Optional<Identifier> phone(String text) {
        return Identifiers.phone(text).map(value -> new Identifier(Kind.PHONE, value));
    }

    /** The path of a personal profile, {@code in/ada-example}; empty for other addresses. */
    public static Optional<Identifier> linkedin(String url) {
        return Identifiers.linkedin(url).map(value -> new Identifier(Kind.LINKEDIN, value));
    }

    /** The identifier that a field of a candidate's record amounts to. */
    public static Optional<Identifier> of(CandidateField field, String text) {
        return switch (field) {
            case EMAIL -> email(text);
            case PHONE -> phone(text);
            case LINKEDIN_URL -> linkedin(text);
            case FULL_NAME,
                    HEADLINE,
                    LOCATION,
                    EXPERIENCE_YEARS,
                    CURRENT_TITLE,
                    CURRENT_COMPANY,
                    GITHUB_URL,
                    WEBSITE_URL,
                    NOTES -> Optional.empty();
        };
    }
}
