package com.crewyard.deployment.console;

import com.crewyard.deployment.access.Caller;
import com.crewyard.deployment.access.Callers;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.server.HandshakeInterceptor;

/** Takes the caller along from the request that opens a WebSocket. */
final class CallerOfSocket implements HandshakeInterceptor {

    private static final String ATTRIBUTE = Caller.class.getName();

    static Caller of(WebSocketSession session) {
        return (Caller) Objects.requireNonNull(session.getAttributes().get(ATTRIBUTE));
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes) {
        attributes.put(ATTRIBUTE, Callers.current());
        return true;
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            @Nullable Exception exception) {
        // What is there to know was taken before.
    }
}
