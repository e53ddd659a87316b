package com.crewyard.deployment.advisor.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a request asks for: the parameters that say something, so that an address carries no more than these. */
record Asked(Map<String, List<String>> values) {

    /** A slider that was shown, and whether somebody moved it: a browser without scripts sends those that nobody touched too. */
    static final String SHOWN = "shown.";

    /** What is about one page, or about sending the form. */
    private static final List<String> PASSING = List.of("file", "documents", "_csrf");

    static Asked of(Map<String, String[]> parameters) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        parameters.forEach((name, all) -> {
            List<String> said = List.of(all).stream()
                    .filter(value -> !value.isBlank())
                    .filter(value -> !value.equals(first(parameters, SHOWN + name)))
                    .toList();
            if (!said.isEmpty() && !PASSING.contains(name) && !name.startsWith(SHOWN)) {
                values.put(name, said);
            }
        });
        return new Asked(values);
    }

    Asked with(String name, String value) {
        Map<String, List<String>> more = new LinkedHashMap<>(values);
        more.put(name, List.of(value));
        return new Asked(more);
    }

    Asked without(String name) {
        Map<String, List<String>> less = new LinkedHashMap<>(values);
        less.remove(name);
        return new Asked(less);
    }

    String value(String name) {
        return values.getOrDefault(name, List.of("")).getFirst();
    }

    /** For an address, without the question mark; empty when nothing was asked. */
    String query() {
        return values.entrySet().stream()
                .flatMap(
                        entry -> entry.getValue().stream().map(value -> encoded(entry.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
    }

    private static String first(Map<String, String[]> parameters, String name) {
        String[] all = parameters.get(name);
        return all == null || all.length == 0 ? "" : all[0];
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
