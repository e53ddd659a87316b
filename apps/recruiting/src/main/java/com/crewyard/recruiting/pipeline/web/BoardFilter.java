package com.crewyard.recruiting.pipeline.web;

import com.crewyard.recruiting.pipeline.Board.Filter;
import com.crewyard.recruiting.pipeline.Board.Order;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** The filter of a board as its address carries it. What cannot be read does not narrow. */
record BoardFilter(
        @Nullable String q,
        @Nullable String score,
        @Nullable String source,
        @Nullable String tag,
        @Nullable String show,
        @Nullable String order) {

    private static final String CLOSED = "closed";

    Filter read() {
        return new Filter(
                present(q),
                present(score).filter(text -> text.matches("\\d{1,3}")).map(Integer::valueOf),
                present(source),
                present(tag),
                CLOSED.equals(show),
                Order.ofCode(order == null ? "" : order));
    }

    /** Starts with a question mark unless empty. */
    String query() {
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        add(query, "q", q);
        add(query, "score", score);
        add(query, "source", source);
        add(query, "tag", tag);
        add(query, "show", show);
        add(query, "order", order);
        return query.toString();
    }

    private static void add(StringJoiner query, String name, @Nullable String value) {
        present(value).ifPresent(text -> query.add(name + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8)));
    }

    private static Optional<String> present(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(value -> !value.isEmpty());
    }
}
