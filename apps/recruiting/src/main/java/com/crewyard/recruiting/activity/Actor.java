package com.crewyard.recruiting.activity;

import com.crewyard.kernel.UserId;
import java.util.Locale;
import java.util.Optional;

/**
 * Who did it.
 *
 * @param name as people read it, kept as it was at the time
 */
public record Actor(Kind kind, Optional<Long> id, String name) {

    /** Crewyard itself, in background work. */
    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, Optional.empty(), "Crewyard");

    /** What does things in an organization. */
    public enum Kind {
        USER,
        CANDIDATE,
        SYSTEM;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    public static Actor user(UserId id, String name) {
        return new Actor(Kind.USER, Optional.of(id.value()), name);
    }

    /** A person who applies; the name is the one they gave. */
    public static Actor candidate(String name) {
        return new Actor(Kind.CANDIDATE, Optional.empty(), name);
    }

    String kindCode() {
        return kind.code();
    }

    static Actor read(String kind, Optional<Long> id, String name) {
        return new Actor(Kind.ofCode(kind), id, name);
    }
}
