package com.crewyard.recruiting.search;

import com.crewyard.kernel.Violations;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Requests as addresses carry them: {@code q=welder&kind=candidate&skill=TIG&skill=MIG&sort=newest}. The parameters of
 * facets are their codes.
 */
public final class SearchParameters {

    private static final int LONGEST_CURSOR = 2_000;

    private SearchParameters() {}

    /** What does not hold is added to the violations, and the request is made without it. */
    public static SearchRequest read(Map<String, List<String>> parameters, int usualLimit, Violations violations) {
        Set<Kind> kinds = text(parameters, "kind")
                .flatMap(code -> accepted(
                        Kind.ofCode(code),
                        "kind",
                        "\"%s\" is no kind; it is candidate or job.".formatted(code),
                        violations))
                .map(Set::of)
                .orElse(Set.of(Kind.values()));
        Order order = text(parameters, "sort")
                .flatMap(code -> accepted(
                        Order.ofCode(code),
                        "sort",
                        "\"%s\" is no order; the orders are %s.".formatted(code, Order.codes()),
                        violations))
                .orElse(Order.RELEVANCE);
        Optional<DocumentKey> like = text(parameters, "like")
                .flatMap(key -> accepted(
                        DocumentKey.read(key),
                        "like",
                        "\"%s\" is nothing to compare with; write candidate-12 or job-5.".formatted(key),
                        violations));
        return new SearchRequest(
                text(parameters, "q").orElse(""),
                kinds,
                filters(parameters),
                order,
                limit(parameters, usualLimit, violations),
                text(parameters, "after").filter(cursor -> cursor.length() <= LONGEST_CURSOR),
                text(parameters, "typing").filter("true"::equals).isPresent(),
                like,
                Set.of(),
                text(parameters, "facets").filter("false"::equals).isEmpty());
    }

    /** What stands in an address after the question mark. */
    public static Map<String, List<String>> parse(String written) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String part : written.split("&")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parameters
                        .computeIfAbsent(decoded(part.substring(0, equals)), _ -> new ArrayList<>())
                        .add(decoded(part.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return part;
        }
    }

    /** Of a request, without the page it is at: what {@link #read} reads the same search from. */
    public static String write(SearchRequest request) {
        List<String> parts = new ArrayList<>();
        add(parts, "q", request.query());
        if (request.kinds().size() == 1) {
            add(parts, "kind", request.kinds().iterator().next().code());
        }
        for (Facet facet : Facet.values()) {
            request.filters().getOrDefault(facet, List.of()).forEach(value -> add(parts, facet.code(), value));
        }
        if (request.order() != Order.RELEVANCE) {
            add(parts, "sort", request.order().code());
        }
        request.like().ifPresent(other -> add(parts, "like", other.toString()));
        return String.join("&", parts);
    }

    private static void add(List<String> parts, String name, String value) {
        parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    private static Map<Facet, List<String>> filters(Map<String, List<String>> parameters) {
        Map<Facet, List<String>> filters = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            List<String> values = new ArrayList<>();
            if (facet != Facet.KIND) {
                parameters.getOrDefault(facet.code(), List.of()).stream()
                        .map(String::strip)
                        .filter(value -> !value.isEmpty())
                        .forEach(values::add);
            }
            if (!values.isEmpty()) {
                filters.put(facet, List.copyOf(values));
            }
        }
        return filters;
    }

    private static int limit(Map<String, List<String>> parameters, int usual, Violations violations) {
        Optional<String> written = text(parameters, "limit");
        if (written.isEmpty()) {
            return usual;
        }
        boolean valid = written.get().matches("\\d{1,3}")
                && Integer.parseInt(written.get()) >= 1
                && Integer.parseInt(written.get()) <= SearchRequest.LONGEST;
        violations.require(valid, "limit", "limit is %s, outside 1 to 100.".formatted(written.get()));
        return valid ? Integer.parseInt(written.get()) : usual;
    }

    private static <T> Optional<T> accepted(Optional<T> value, String field, String refusal, Violations violations) {
        violations.require(value.isPresent(), field, refusal);
        return value;
    }

    private static Optional<String> text(Map<String, List<String>> parameters, String name) {
        return parameters.getOrDefault(name, List.of()).stream().findFirst().filter(value -> !value.isBlank());
    }
}
