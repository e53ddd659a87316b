package com.crewyard.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** A sentence about what just happened, shown once on the next page. Travels in a short-lived cookie. */
public record Flash(Kind kind, String message) {

    static final String COOKIE = "crewyard_flash";

    /** Of a cookie that every browser keeps (RFC 6265, section 6.1), with room for its name and attributes. */
    private static final int LONGEST_COOKIE = 3_000;

    public enum Kind {
        SUCCESS,
        INFO,
        WARNING,
        ERROR;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Flash success(String message) {
        return new Flash(Kind.SUCCESS, message);
    }

    public static Flash info(String message) {
        return new Flash(Kind.INFO, message);
    }

    public static Flash warning(String message) {
        return new Flash(Kind.WARNING, message);
    }

    public static Flash error(String message) {
        return new Flash(Kind.ERROR, message);
    }

    String encoded() {
        String text = kind.name() + "\n" + message;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Empty for anything that we did not write. */
    static Optional<Flash> decode(String cookie) {
        if (cookie.length() > LONGEST_COOKIE) {
            return Optional.empty();
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cookie), StandardCharsets.UTF_8);
            int end = text.indexOf('\n');
            return end < 0
                    ? Optional.empty()
                    : Optional.of(new Flash(Kind.valueOf(text.substring(0, end)), text.substring(end + 1)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
