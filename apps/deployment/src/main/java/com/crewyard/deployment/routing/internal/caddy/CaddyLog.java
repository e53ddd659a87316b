package com.crewyard.deployment.routing.internal.caddy;

import com.crewyard.deployment.routing.internal.accesslog.Entry;
import com.crewyard.deployment.routing.internal.accesslog.Entry.Attempt;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lines such as {@code {"user_id":"127.0.0.1:9000|1.5","duration":0.0017,"status":200}}. */
final class CaddyLog {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int SWITCHING = 101;
    private static final double MILLISECONDS = 1000;

    private CaddyLog() {}

    static Optional<Entry> read(String line) {
        if (!line.startsWith("{")) {
            return Optional.empty();
        }
        try {
            JsonNode entry = JSON.readTree(line);
            int status = entry.path("status").asInt(0);
            String[] who = entry.path("user_id").asString("").split("\\|", -1);
            if (who.length != 2 || who[0].isEmpty()) {
                return Optional.of(new Entry(status, List.of()));
            }
            boolean answered = !who[1].isEmpty();
            double seconds = answered ? Double.parseDouble(who[1]) / MILLISECONDS : 0;
            // A connection that was handed over to a WebSocket is written down without a status.
            int told = status == 0 && answered ? SWITCHING : status;
            return Optional.of(new Entry(told, List.of(new Attempt(who[0], answered, seconds))));
        } catch (JacksonException | NumberFormatException _) {
            return Optional.empty();
        }
    }
}
