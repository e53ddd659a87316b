package com.crewyard.hosting.artifacts;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text with places named {@code @{name}}, a form that none of the written languages uses for itself. */
final class Template {

    private static final Pattern PLACE = Pattern.compile("@\\{(\\w+)}");

    private Template() {}

    /**
     * Fills every place once; what is filled in is not looked at again.
     *
     * @throws IllegalArgumentException when a place has no value, which is a mistake in a generator
     */
    static String fill(String text, Object... pairs) {
        Matcher matcher = PLACE.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(filled, Matcher.quoteReplacement(value(matcher.group(1), pairs)));
        }
        return matcher.appendTail(filled).toString();
    }

    private static String value(String name, Object... pairs) {
        for (int i = 0; i < pairs.length; i += 2) {
            if (name.equals(pairs[i])) {
                return String.valueOf(pairs[i + 1]);
            }
        }
        throw new IllegalArgumentException("nothing for @{%s}".formatted(name));
    }
}
