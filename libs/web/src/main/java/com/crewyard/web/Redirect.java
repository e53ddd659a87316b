package com.crewyard.web;

import java.util.Optional;

/** Sends the browser elsewhere with a GET (RFC 9110, section 15.4.4). */
public record Redirect(String path, Optional<Flash> flash) implements Reply {

    /** @throws IllegalArgumentException for anything but a path of this site */
    public Redirect {
        if (!path.startsWith("/") || path.startsWith("//") || path.startsWith("/\\")) {
            throw new IllegalArgumentException("%s is not a path of this site".formatted(path));
        }
    }

    public static Redirect to(String path) {
        return new Redirect(path, Optional.empty());
    }

    public Redirect saying(Flash message) {
        return new Redirect(path, Optional.of(message));
    }
}
