package com.crewyard.recruiting.parsing.internal.vocabulary;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises where something is, and in which country. */
public final class Places {

    private static final int MAX_LENGTH = 70;
    private static final Pattern POSTCODE_CITY =
            Pattern.compile("^(?:[A-Z]{1,2}-)?(\\d{4,5})\\s+(\\p{Lu}[\\p{L} .'/-]{2,40})$");
    private static final Pattern STATE_ZIP = Pattern.compile("^(\\p{Lu}{2})\\s+(\\d{5}(?:-\\d{4})?)$");
    private static final Pattern UK_POSTCODE = Pattern.compile("\\b[A-Z]{1,2}\\d[A-Z\\d]?\\s?\\d[A-Z]{2}\\b");
    private static final Pattern CANADIAN_POSTCODE = Pattern.compile("\\b[A-Z]\\d[A-Z]\\s?\\d[A-Z]\\d\\b");
    private static final Pattern NAME = Pattern.compile("\\p{Lu}[\\p{L}.'’-]*(?:[ -][\\p{L}.'’-]+){0,3}");

    private static final Set<String> STATES = new HashSet<>();
    private static final Set<String> STATE_NAMES = new HashSet<>();
    private static final Set<String> PROVINCES = new HashSet<>();
    private static final Set<String> REGIONS = new HashSet<>();
    private static final Set<String> REMOTE = new HashSet<>();
    private static final Map<String, String> CITIES = new HashMap<>();
    private static final Map<String, String> COUNTRIES = new HashMap<>();

    static {
        for (String code : Locale.getISOCountries()) {
            Locale country = Locale.of("", code);
            for (Locale language : List.of(
                    Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, Locale.of("es"), Locale.of("pt"), Locale.of("it"))) {
                COUNTRIES.put(Words.fold(country.getDisplayCountry(language)), code);
            }
        }
        Map.of(
                        "usa",
                        "US",
                        "us",
                        "US",
                        "united states of america",
                        "US",
                        "uk",
                        "GB",
                        "great britain",
                        "GB",
                        "england",
                        "GB",
                        "scotland",
                        "GB",
                        "wales",
                        "GB",
                        "uae",
                        "AE",
                        "turkey",
                        "TR")
                .forEach(COUNTRIES::put);
        Map.of(
                        "turkiye",
                        "TR",
                        "the netherlands",
                        "NL",
                        "holland",
                        "NL",
                        "czech republic",
                        "CZ",
                        "osterreich",
                        "AT",
                        "schweiz",
                        "CH",
                        "suisse",
                        "CH",
                        "ee uu",
                        "US",
                        "korea",
                        "KR",
                        "south korea",
                        "KR")
                .forEach(COUNTRIES::put);
        for (var entry : Words.load("places.txt").entrySet()) {
            switch (entry.getKey()) {
                case "STATES" -> STATES.addAll(entry.getValue());
                case "STATE_NAMES" -> STATE_NAMES.addAll(entry.getValue());
                case "PROVINCES" -> PROVINCES.addAll(entry.getValue());
                case "REGIONS" -> REGIONS.addAll(entry.getValue());
                case "REMOTE" -> REMOTE.addAll(entry.getValue());
                default -> entry.getValue().forEach(city -> CITIES.putIfAbsent(city, entry.getKey()));
            }
        }
    }

    private Places() {}

    /** Whether the whole phrase names a place: "Berlin", "Austin, TX", "10115 Berlin, Germany", "Remote". */
    public static boolean isPlace(String phrase) {
        String text = bare(phrase);
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return false;
        }
        String[] parts = text.split("\\s*[,/]\\s*|\\s+[–—|-]\\s+");
        if (parts.length == 0 || parts.length > 5 || Arrays.stream(parts).anyMatch(String::isBlank)) {
            return false;
        }
        String last = parts[parts.length - 1];
        if (parts.length == 1) {
            return isKnown(last)
                    || isCountry(last)
                    || POSTCODE_CITY.matcher(last).matches()
                    || isCityWithArea(last);
        }
        boolean closed = isCountry(last)
                || isState(last)
                || isKnown(last)
                || POSTCODE_CITY.matcher(last).matches();
        // Between a city and its country stands a state, or the phrase begins with something that is no place.
        for (int i = 1; i < parts.length - 1; i++) {
            if (!isKnown(parts[i])
                    && !isState(parts[i])
                    && !isCountry(parts[i])
                    && !POSTCODE_CITY.matcher(parts[i]).matches()) {
                return false;
            }
        }
        if (parts.length > 2 && !isState(parts[1]) && !isCountry(parts[1]) && !isKnown(parts[0])) {
            return false;
        }
        boolean country = isCountry(last) || isState(last);
        boolean named = isKnown(parts[parts.length - 2])
                || country && NAME.matcher(parts[parts.length - 2]).matches();
        // "Klinikum Süd, 10115 Berlin" is where an employer is, not only a place.
        boolean postcodeLast = POSTCODE_CITY.matcher(last).matches();
        return closed && (named || (parts.length > 2 && !postcodeLast) || isPostcodeCity(parts));
    }

    private static boolean isPostcodeCity(String[] parts) {
        return POSTCODE_CITY.matcher(parts[parts.length - 2]).matches();
    }

    private static String bare(String phrase) {
        String text = phrase.strip();
        if (text.startsWith("(") && text.endsWith(")")) {
            text = text.substring(1, text.length() - 1).strip();
        }
        String folded = Words.foldInPlace(text);
        for (String suffix : List.of("(remote)", "(hybrid)", "(on-site)", "(onsite)")) {
            if (folded.endsWith(suffix)) {
                return text.substring(0, text.length() - suffix.length()).strip();
            }
        }
        return text;
    }

    private static boolean isCityWithArea(String text) {
        String folded = Words.fold(text);
        return (folded.startsWith("greater ")
                        && CITIES.containsKey(folded.substring(8).replace(" area", "")))
                || (folded.endsWith(" area") && CITIES.containsKey(folded.substring(0, folded.length() - 5)));
    }

    private static boolean isKnown(String part) {
        String folded = Words.fold(part);
        return Character.isUpperCase(part.charAt(0)) && (CITIES.containsKey(folded) || STATE_NAMES.contains(folded))
                || REMOTE.contains(folded)
                || (REGIONS.contains(folded) && Character.isUpperCase(part.charAt(0)));
    }

    private static boolean isCountry(String part) {
        String folded = Words.fold(part).replace(".", "");
        // Two letters name a country only in capitals: "in" and "de" are words.
        return COUNTRIES.containsKey(folded)
                && Character.isUpperCase(part.charAt(0))
                && (folded.length() > 2 || part.equals(part.toUpperCase(Locale.ROOT)));
    }

    private static boolean isState(String part) {
        if (STATE_ZIP.matcher(part).matches()) {
            return STATES.contains(part.substring(0, 2).toLowerCase(Locale.ROOT));
        }
        String folded = Words.fold(part);
        boolean short2 = part.length() <= 3;
        return (STATES.contains(folded)
                        || PROVINCES.contains(folded)
                        || REGIONS.contains(folded)
                        || STATE_NAMES.contains(folded)
                        || isIsoCountry(part))
                && (short2 ? part.equals(part.toUpperCase(Locale.ROOT)) : Character.isUpperCase(part.charAt(0)));
    }

    private static boolean isIsoCountry(String part) {
        return part.length() == 2 && COUNTRIES.containsValue(part);
    }

    /** The country that a place phrase, or a line with an address in it, is evidence for. */
    public static Optional<String> country(String phrase) {
        String text = bare(phrase);
        if (UK_POSTCODE.matcher(text).find() && text.matches(".*[a-z].*")) {
            return Optional.of("GB");
        }
        if (CANADIAN_POSTCODE.matcher(text).find()) {
            return Optional.of("CA");
        }
        String[] parts = text.split("\\s*[,/|·•\\t]\\s*|\\s+[–—-]\\s+");
        for (int i = parts.length - 1; i >= 0; i--) {
            String part = parts[i].strip();
            if (part.length() > 2 && isCountry(part)) {
                return Optional.ofNullable(COUNTRIES.get(Words.fold(part).replace(".", "")));
            }
            if (i > 0 && isState(part)) {
                String code = Words.fold(part.substring(
                        0, Math.min(part.length(), part.indexOf(' ') > 0 ? part.indexOf(' ') : part.length())));
                return Optional.of(PROVINCES.contains(code) && !STATES.contains(code) ? "CA" : stateCountry(part));
            }
            if (part.equals("US") || part.equals("UK") || part.equals("DE") && i > 0) {
                return Optional.ofNullable(COUNTRIES.getOrDefault(part.toLowerCase(Locale.ROOT), part));
            }
        }
        for (String part : parts) {
            Matcher postcode = POSTCODE_CITY.matcher(part.strip());
            String name = postcode.matches() ? postcode.group(2) : part.strip();
            String city = CITIES.get(Words.fold(name));
            if (city != null) {
                return Optional.of(city);
            }
        }
        return Optional.empty();
    }

    private static String stateCountry(String part) {
        String folded = Words.fold(part);
        if (STATE_ZIP.matcher(part).matches() || STATES.contains(folded) || STATE_NAMES.contains(folded)) {
            return "US";
        }
        return isIsoCountry(part) ? part : "US";
    }
}
