package com.crewyard.recruiting.search.internal.opensearch;

import com.crewyard.recruiting.search.Order;
import com.crewyard.recruiting.search.internal.SearchDocument.NumberField;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The orders of results, and where a page ends in them. The newest come first where nothing else decides, so that no two
 * are equal.
 */
final class Sorting {

    private static final String SEPARATOR = "\u001f";
    private static final Map<String, Object> LATEST = Map.of(Mapping.BY_KEY, "desc");
    private static final Map<String, Object> EARLIEST = Map.of(Mapping.BY_KEY, "asc");

    private Sorting() {}

    static List<Map<String, Object>> of(Order order) {
        return switch (order) {
            case RELEVANCE -> List.of(Map.of("_score", "desc"), LATEST);
            case NAME -> List.of(Map.of(Mapping.BY_NAME, "asc"), LATEST);
            case NAME_DESCENDING -> List.of(Map.of(Mapping.BY_NAME, "desc"), LATEST);
            case NEWEST -> List.of(number(NumberField.CREATED, "desc"), LATEST);
            case OLDEST -> List.of(number(NumberField.CREATED, "asc"), EARLIEST);
            case CHANGED -> List.of(number(NumberField.CHANGED, "desc"), LATEST);
            case YEARS -> List.of(number(NumberField.YEARS, "desc"), LATEST);
            case YEARS_ASCENDING -> List.of(number(NumberField.YEARS, "asc"), LATEST);
            case SALARY -> List.of(number(NumberField.SALARY_MAX, "desc"), LATEST);
            case SALARY_ASCENDING -> List.of(number(NumberField.SALARY_MIN, "asc"), LATEST);
        };
    }

    private static Map<String, Object> number(NumberField field, String direction) {
        return Map.of(Mapping.of(field), Map.of("order", direction, "missing", "_last"));
    }

    static List<Map<String, Object>> byKey() {
        return List.of(EARLIEST);
    }

    /** @param last the values by which the last result of a page is ordered */
    static String cursor(Order order, JsonNode last) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((order.code() + SEPARATOR + last).getBytes(StandardCharsets.UTF_8));
    }

    /** Empty for what is no cursor of this order. */
    static Optional<JsonNode> read(String cursor, Order order) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int at = text.indexOf(SEPARATOR);
            if (at < 0 || !text.substring(0, at).equals(order.code())) {
                return Optional.empty();
            }
            JsonNode values = Cluster.JSON.readTree(text.substring(at + 1));
            boolean fits = values.isArray()
                    && values.size() == 2
                    && isOf(order, values.path(0))
                    && values.path(1).isIntegralNumber();
            return fits ? Optional.of(values) : Optional.empty();
        } catch (IllegalArgumentException | JacksonException _) {
            return Optional.empty();
        }
    }

    private static boolean isOf(Order order, JsonNode value) {
        return switch (order) {
            case RELEVANCE -> value.isNumber();
            case NAME, NAME_DESCENDING -> value.isString();
            case NEWEST, OLDEST, CHANGED, YEARS, YEARS_ASCENDING, SALARY, SALARY_ASCENDING -> value.isIntegralNumber();
        };
    }
}
