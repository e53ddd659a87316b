package com.crewyard.recruiting.platform;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The origins whose pages may call the API, as {@code BACKEND_CORS_ORIGINS} lists them. */
public final class CorsOrigins {

    private static final Pattern ORIGIN = Pattern.compile("\\*|https?://[^/\\s\"',]+");

    private CorsOrigins() {}

    /**
     * Reads {@code https://a.example,https://b.example} or {@code ["https://a.example"]}.
     *
     * @throws IllegalArgumentException naming an entry that is no origin
     */
    public static List<String> parse(String text) {
        String inner = text.strip();
        if (inner.startsWith("[") && inner.endsWith("]")) {
            inner = inner.substring(1, inner.length() - 1);
        }
        return Arrays.stream(inner.split(",", -1))
                .map(entry -> entry.strip().replaceAll("^[\"']|[\"']$", "").replaceAll("/$", ""))
                .filter(entry -> !entry.isEmpty())
                .peek(CorsOrigins::check)
                .toList();
    }

    private static void check(String entry) {
        if (!ORIGIN.matcher(entry).matches()) {
            throw new IllegalArgumentException(
                    "BACKEND_CORS_ORIGINS has \"%s\", which is not an origin like https://app.example.com"
                            .formatted(entry));
        }
    }
}
