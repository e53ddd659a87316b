package com.crewyard.recruiting.jobs;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How somebody is employed, in the terms of schema.org's JobPosting. Clients write it in their own way
 * ("full-time", "Full time", "FULL_TIME"); what they wrote is kept, and read through {@link #of}.
 */
public enum EmploymentType {
    FULL_TIME("Full-time", List.of("full time", "fulltime", "permanent", "vollzeit")),
    PART_TIME("Part-time", List.of("part time", "parttime", "teilzeit")),
    CONTRACTOR("Contract", List.of("contract", "contractor", "freelance", "fixed term", "befristet")),
    TEMPORARY("Temporary", List.of("temporary", "temp", "seasonal", "aushilfe")),
    INTERN("Internship", List.of("intern", "internship", "praktikum", "apprenticeship", "ausbildung")),
    VOLUNTEER("Volunteer", List.of("volunteer", "ehrenamt")),
    PER_DIEM("Per diem", List.of("per diem", "perdiem")),
    OTHER("Other", List.of("other"));

    private final String label;
    private final List<String> wordings;

    EmploymentType(String label, List<String> wordings) {
        this.label = label;
        this.wordings = wordings;
    }

    public String label() {
        return label;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<EmploymentType> of(String written) {
        String words = Wording.plain(written);
        return Arrays.stream(values())
                .filter(type -> type.code().replace('_', ' ').equals(words) || type.wordings.contains(words))
                .findFirst();
    }

    private static final class Wording {
        static String plain(String written) {
            return written.strip().toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
        }
    }
}
