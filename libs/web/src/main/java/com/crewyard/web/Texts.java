package com.crewyard.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;

/**
 * The texts of every page, by key. English is complete; a language that lacks a text falls back to it.
 *
 * <p>Texts are {@link java.text.MessageFormat} patterns: write ’ for an apostrophe.
 */
public final class Texts {

    private static final Locale COMPLETE = Locale.ENGLISH;
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Map<Locale, Map<String, String>> texts = new LinkedHashMap<>();

    /**
     * @param languages beside English
     * @param bundles base names on the class path; a later one may replace a text of an earlier one
     */
    public Texts(Collection<Locale> languages, List<String> bundles) {
        Map<String, String> english = read(COMPLETE, bundles);
        texts.put(COMPLETE, Map.copyOf(english));
        for (Locale language : languages) {
            Map<String, String> complete = new LinkedHashMap<>(english);
            complete.putAll(read(language, bundles));
            texts.put(language, Map.copyOf(complete));
        }
    }

    /**
     * For a page: in the language the reader has chosen, or else in the best for what their browser accepts.
     *
     * @param chosen BCP 47; a language that is not ours counts for nothing
     */
    public Words forPage(Optional<String> chosen, String acceptLanguage) {
        Words accepted = negotiate(acceptLanguage);
        return chosen.map(Locale::forLanguageTag)
                .filter(texts::containsKey)
                .filter(language ->
                        !language.getLanguage().equals(accepted.locale().getLanguage()))
                .map(language -> words(language, ""))
                .orElse(accepted);
    }

    /** The best of our languages for what a browser accepts, with the reader's region for dates and numbers. */
    public Words negotiate(String acceptLanguage) {
        List<Locale> known = new ArrayList<>(texts.keySet());
        Optional<Locale.LanguageRange> first = Optional.empty();
        Locale language = COMPLETE;
        try {
            List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(acceptLanguage);
            first = ranges.stream().findFirst();
            language = Optional.ofNullable(Locale.lookup(ranges, known)).orElse(COMPLETE);
        } catch (IllegalArgumentException _) {
            // An unreadable header says nothing about the reader.
        }
        return words(language, region(first));
    }

    public Set<String> keys(Locale language) {
        return texts.getOrDefault(language, Map.of()).keySet();
    }

    private Words words(Locale language, String region) {
        Locale locale = new Locale.Builder()
                .setLanguage(language.getLanguage())
                .setRegion(region)
                .build();
        return new Words(locale, texts.getOrDefault(language, Map.of()));
    }

    private static String region(Optional<Locale.LanguageRange> range) {
        return range.map(Locale.LanguageRange::getRange)
                .map(Locale::forLanguageTag)
                .map(Locale::getCountry)
                .orElse("");
    }

    private static Map<String, String> read(Locale locale, List<String> bundles) {
        Map<String, String> read = new LinkedHashMap<>();
        for (String name : bundles) {
            ResourceBundle bundle = ResourceBundle.getBundle(
                    name, locale.equals(COMPLETE) ? Locale.ROOT : locale, Texts.class.getClassLoader(), EXACT);
            bundle.keySet().forEach(key -> read.put(key, bundle.getString(key)));
        }
        return read;
    }
}
