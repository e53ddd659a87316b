package com.crewyard.deployment.pipelines.internal;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text with {@code ${path}} in it; {@code $${} stands for itself. */
public final class Template {

    private static final Pattern PLACE = Pattern.compile("\\$?\\$\\{([^}]*)\\}");

    private Template() {}

    /** The paths in it. */
    public static List<String> paths(String text) {
        return PLACE.matcher(text)
                .results()
                .filter(found -> !found.group().startsWith("$$"))
                .map(found -> found.group(1).strip())
                .toList();
    }

    public static String fill(String text, Scope scope) {
        return PLACE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(one(found, scope)));
    }

    private static String one(MatchResult found, Scope scope) {
        return found.group().startsWith("$$")
                ? found.group().substring(1)
                : scope.value(found.group(1).strip());
    }
}
