package com.crewyard.recruiting.search.internal.lucene;

import com.crewyard.recruiting.search.Order;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.util.BytesRef;

/** Where a page ends, by the values it is ordered by: it stays true while documents come and go. */
final class Cursor {

    private static final String SEPARATOR = "\u001f";

    private Cursor() {}

    static String write(Order order, FieldDoc last) {
        List<String> parts = new ArrayList<>(List.of(order.code()));
        for (Object value : last.fields) {
            parts.add(
                    switch (value) {
                        case Float score -> "f" + Float.toHexString(score);
                        case Long number -> "l" + number;
                        case BytesRef text -> "b" + text.utf8ToString();
                        default -> throw new IllegalStateException("nothing is ordered by %s".formatted(value));
                    });
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8));
    }

    /** Empty for what is no cursor of this order. */
    static Optional<FieldDoc> read(String written, Order order, int documents) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(written), StandardCharsets.UTF_8);
            List<String> parts = Arrays.asList(text.split(SEPARATOR, -1));
            if (!parts.getFirst().equals(order.code())
                    || parts.size() != Sorting.of(order).getSort().length + 1) {
                return Optional.empty();
            }
            Object[] values = new Object[parts.size() - 1];
            for (int i = 0; i < values.length; i++) {
                values[i] = value(parts.get(i + 1), Sorting.type(order, i));
            }
            return Optional.of(new FieldDoc(Math.max(0, documents - 1), Float.NaN, values));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Object value(String written, char type) {
        if (written.isEmpty() || written.charAt(0) != type) {
            throw new IllegalArgumentException("no value of type %s".formatted(type));
        }
        String value = written.substring(1);
        return switch (type) {
            case 'f' -> Float.valueOf(value);
            case 'l' -> Long.valueOf(value);
            default -> new BytesRef(value);
        };
    }
}
