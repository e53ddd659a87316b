package com.crewyard.deployment.engine;

import com.crewyard.deployment.targets.LogLine;
import com.crewyard.deployment.targets.LogPage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the instances of one environment said. It outlives the engine that gave it. */
public interface LogReader {

    /** The end of it, the latest last. */
    List<LogLine> last(Optional<String> service, int lines);

    /** What was said since a cursor, and the next cursor; empty to begin with the oldest. */
    LogPage since(Optional<String> service, Map<String, Long> cursor);

    /** The cursor behind all that was said. */
    default Map<String, Long> end(Optional<String> service) {
        LogPage page = since(service, Map.of());
        while (!page.lines().isEmpty()) {
            page = since(service, page.cursor());
        }
        return page.cursor();
    }
}
