package com.crewyard.recruiting.candidates;

import java.util.Locale;
import java.util.Set;

/** A candidate who may be the same person, and why. */
public record Duplicate(Candidate candidate, Set<Reason> reasons) {

    public Duplicate {
        reasons = Set.copyOf(reasons);
    }

    /** What two candidates share, the strongest first. */
    public enum Reason {
        EMAIL("same email"),
        PHONE("same phone"),
        LINKEDIN("same LinkedIn profile"),
        /** A hint only: fathers and sons have worked at one place. */
        NAME_AND_EMPLOYER("same name and employer");

        private final String label;

        Reason(String label) {
            this.label = label;
        }

        /** For people to read. */
        public String label() {
            return label;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
