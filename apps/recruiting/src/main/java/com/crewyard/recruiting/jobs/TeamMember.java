package com.crewyard.recruiting.jobs;

import com.crewyard.kernel.UserId;
import java.util.Locale;

/** Somebody who works on filling a job. */
public record TeamMember(UserId user, String fullName, Part part) {

    /** What they do for this job, whatever their role in the organization. */
    public enum Part {
        RECRUITER("Recruiter"),
        HIRING_MANAGER("Hiring manager"),
        INTERVIEWER("Interviewer"),
        COORDINATOR("Coordinator");

        private final String label;

        Part(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Part ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
