package com.crewyard.deployment.console;

import com.crewyard.deployment.access.Caller;
import com.crewyard.deployment.access.Callers;
import com.crewyard.deployment.access.DeniedException;
import com.crewyard.deployment.access.Guard;
import com.crewyard.deployment.access.Permission;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.engine.LogCursor;
import com.crewyard.deployment.engine.LogReader;
import com.crewyard.deployment.engine.Operations;
import com.crewyard.deployment.targets.EnvironmentRef;
import com.crewyard.deployment.targets.LogLine;
import com.crewyard.deployment.targets.LogPage;
import com.crewyard.deployment.targets.TargetException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.ConcurrentWebSocketSessionDecorator;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code /streams/logs?application=shop&environment=local&service=web&cursor=…}: what was said since the cursor, then what
 * comes. Each message carries the cursor behind it, with which a page whose connection dropped goes on without a gap.
 */
@Component
class LogSocket extends TextWebSocketHandler implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LogSocket.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long LOOK_EVERY_MILLIS = 200;
    private static final int SEND_LIMIT_MILLIS = 10_000;
    private static final int BUFFER_BYTES = 4 << 20;
    /** How long somebody may read on who may not any more. */
    private static final Duration CHECK_EVERY = Duration.ofSeconds(5);

    private static final int LINES_AT_FIRST = 500;
    private static final int LINES_A_MESSAGE = 1_000;

    private final Operations operations;
    private final Guard guard;
    private final Set<WebSocketSession> sessions = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    LogSocket(Operations operations, Guard guard) {
        this.operations = operations;
        this.guard = guard;
    }

    /** @param cursor behind these lines */
    private record Message(List<LogLine> lines, String cursor) {}

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        WebSocketSession safe = new ConcurrentWebSocketSessionDecorator(session, SEND_LIMIT_MILLIS, BUFFER_BYTES);
        sessions.add(safe);
        Map<String, String> query = session.getUri() == null
                ? Map.of()
                : UriComponentsBuilder.fromUri(session.getUri())
                        .build()
                        .getQueryParams()
                        .toSingleValueMap();
        Thread.ofVirtual().name("logs-" + session.getId()).start(() -> follow(safe, query));
    }

    @Override
    public void start() {
        running = true;
    }

    /** Pages reconnect, to whoever runs next (RFC 6455's registry: 1012, the service restarts). */
    @Override
    public void stop() {
        running = false;
        sessions.forEach(session -> close(session, CloseStatus.SERVICE_RESTARTED));
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void follow(WebSocketSession session, Map<String, String> query) {
        try {
            Caller caller = CallerOfSocket.of(session);
            EnvironmentRef ref =
                    new EnvironmentRef(query.getOrDefault("application", ""), query.getOrDefault("environment", ""));
            LogReader logs = Callers.as(caller, () -> operations.logs(ref));
            Optional<String> service = Optional.ofNullable(query.get("service")).filter(name -> !name.isEmpty());
            String given = query.getOrDefault("cursor", "");
            Map<String, Long> cursor = given.isEmpty() ? first(session, logs, service) : LogCursor.read(given);
            long checkAt = System.nanoTime() + CHECK_EVERY.toNanos();
            while (running && session.isOpen()) {
                if (System.nanoTime() > checkAt) {
                    if (!guard.stillMay(caller, Permission.VIEW, ref.toString())) {
                        close(session, CloseStatus.POLICY_VIOLATION.withReason("denied"));
                        return;
                    }
                    checkAt = System.nanoTime() + CHECK_EVERY.toNanos();
                }
                LogPage page = logs.since(service, cursor);
                cursor = page.cursor();
                if (page.lines().isEmpty()) {
                    Thread.sleep(LOOK_EVERY_MILLIS);
                } else {
                    send(session, page.lines(), cursor);
                }
            }
        } catch (RefusedException | TargetException e) {
            close(session, CloseStatus.POLICY_VIOLATION.withReason("gone"));
        } catch (DeniedException _) {
            close(session, CloseStatus.POLICY_VIOLATION.withReason("denied"));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            log.debug("a page is gone; it comes back with its cursor", e);
            close(session, CloseStatus.SESSION_NOT_RELIABLE);
        } finally {
            sessions.remove(session);
        }
    }

    /** The end of what was said. What is said between the two looks comes twice rather than never. */
    private static Map<String, Long> first(WebSocketSession session, LogReader logs, Optional<String> service)
            throws IOException {
        Map<String, Long> end = logs.end(service);
        send(session, logs.last(service, LINES_AT_FIRST), end);
        return end;
    }

    private static void send(WebSocketSession session, List<LogLine> lines, Map<String, Long> cursor)
            throws IOException {
        String behind = LogCursor.text(cursor);
        for (int from = 0; from == 0 || from < lines.size(); from += LINES_A_MESSAGE) {
            List<LogLine> some = lines.subList(from, Math.min(lines.size(), from + LINES_A_MESSAGE));
            boolean last = from + LINES_A_MESSAGE >= lines.size();
            session.sendMessage(new TextMessage(JSON.writeValueAsString(new Message(some, last ? behind : ""))));
        }
    }

    private static void close(WebSocketSession session, CloseStatus status) {
        try {
            session.close(status);
        } catch (IOException e) {
            log.debug("closing a page's connection failed", e);
        }
    }
}
