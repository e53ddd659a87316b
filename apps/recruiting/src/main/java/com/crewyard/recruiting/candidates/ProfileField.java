package com.crewyard.recruiting.candidates;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A field of a profile that a person can correct as a whole. */
public enum ProfileField {
    NAME("Name", Shape.TEXT),
    HEADLINE("Headline", Shape.TEXT),
    LOCATION("Location", Shape.TEXT),
    SUMMARY("Summary", Shape.TEXT),
    EXPERIENCE_YEARS("Years of experience", Shape.TEXT),
    EMAILS("Emails", Shape.TEXTS),
    PHONES("Phones", Shape.TEXTS),
    LINKS("Links", Shape.TEXTS),
    WORK("Work", Shape.POSITIONS),
    EDUCATION("Education", Shape.STUDIES),
    SKILLS("Skills", Shape.TEXTS),
    LANGUAGES("Languages", Shape.TEXTS),
    CERTIFICATIONS("Certifications", Shape.TEXTS);

    /** The form of a field's value. */
    public enum Shape {
        TEXT,
        TEXTS,
        POSITIONS,
        STUDIES
    }

    private final String label;
    private final Shape shape;

    ProfileField(String label, Shape shape) {
        this.label = label;
        this.shape = shape;
    }

    /** For people to read. */
    public String label() {
        return label;
    }

    public Shape shape() {
        return shape;
    }

    /** As on the wire and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ProfileField> ofCode(String code) {
        return Arrays.stream(values())
                .filter(field -> field.code().equals(code))
                .findFirst();
    }
}
