package com.crewyard.recruiting.messaging;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a template may have filled in, written {@code {{candidate_name}}}. */
public enum MergeField {
    CANDIDATE_NAME("the candidate's full name"),
    CANDIDATE_FIRST_NAME("the first word of it"),
    JOB_TITLE("the job they applied for"),
    /** Filled in by {@link Messages} itself. */
    ORGANIZATION_NAME("your organization"),
    REFERENCE("the reference of the application"),
    /** Opens the application to whoever has it, so it is sealed until it is sent and shown to nobody else. */
    STATUS_LINK("the candidate's private link to their application"),
    SENDER_NAME("whoever sends it");

    private final String meaning;

    MergeField(String meaning) {
        this.meaning = meaning;
    }

    public String meaning() {
        return meaning;
    }

    public boolean isPrivate() {
        return this == STATUS_LINK;
    }

    /** {@code candidate_name} */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** <code>{{candidate_name}}</code> */
    public String placeholder() {
        return "{{" + code() + "}}";
    }

    public static Optional<MergeField> ofCode(String code) {
        return Arrays.stream(values())
                .filter(field -> field.code().equals(code))
                .findFirst();
    }

    static String all() {
        return Arrays.stream(values()).map(MergeField::placeholder).collect(Collectors.joining(", "));
    }
}
