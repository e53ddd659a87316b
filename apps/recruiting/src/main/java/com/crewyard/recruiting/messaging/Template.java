package com.crewyard.recruiting.messaging;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A draft that the organization keeps.
 *
 * @param purpose set on those that Crewyard itself sends or suggests
 * @param version raised by each change
 */
public record Template(TemplateId id, Optional<Purpose> purpose, String name, Draft draft, int version) {

    /** What a template is for, when Crewyard picks it. */
    public enum Purpose {
        /** Sent when somebody has applied on the careers site. */
        APPLICATION_RECEIVED,
        /** Suggested when an application is rejected. */
        REJECTION,
        /** Suggested when somebody is invited to talk. */
        INVITATION;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Purpose> ofCode(String code) {
            return Arrays.stream(values())
                    .filter(purpose -> purpose.code().equals(code))
                    .findFirst();
        }
    }
}
