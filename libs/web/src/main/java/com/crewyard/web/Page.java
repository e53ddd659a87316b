package com.crewyard.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What every page knows of its request. Templates take it as {@code @param Page page}; it is there without being passed.
 *
 * @param address scheme, host and port as the reader sees them, without a slash at the end
 * @param path of the request, without the query
 * @param theme light, dark or system
 * @param partial whether the request asks for a part of a page rather than a whole one (htmx)
 */
public record Page(
        String address,
        String path,
        String theme,
        Optional<Viewer> viewer,
        CsrfField csrf,
        Optional<Flash> flash,
        Words words,
        Times times,
        Assets assets,
        boolean partial) {

    /** A text of the bundles, in the language of the page. */
    public String text(String key, Object... arguments) {
        return words.of(key, arguments);
    }

    /** BCP 47, for the {@code lang} attribute. */
    public String language() {
        return words.locale().getLanguage();
    }

    public String asset(String plainName) {
        return assets.url(plainName);
    }

    public boolean may(String permission) {
        return viewer.filter(reader -> reader.may(permission)).isPresent();
    }

    public boolean may(Enum<?> permission) {
        return may(permission.name());
    }

    /** Who is signed in, on pages that only they can reach. */
    public Viewer reader() {
        return viewer.orElseThrow(() -> new IllegalStateException("Nobody is signed in at %s".formatted(path)));
    }

    public String date(Instant instant) {
        return times.date(instant);
    }

    public String date(LocalDate date) {
        return times.date(date);
    }

    public String number(long value) {
        return words.number(value);
    }

    /** Whole units of a currency (ISO 4217) the reader's way; the code itself for one that is not known. */
    public String money(long amount, String currency) {
        try {
            return words.money(amount, currency);
        } catch (IllegalArgumentException _) {
            return words.number(amount) + " " + currency;
        }
    }

    /** A full address of a path of this site, for canonical links and mail. */
    public String absolute(String localPath) {
        return address + localPath;
    }
}
