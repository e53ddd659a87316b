package com.crewyard.deployment.console;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;

/** Origins other than our own are refused: Spring's default for handlers that name none. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class StreamsConfiguration implements WebSocketConfigurer {

    private final LogSocket logs;

    StreamsConfiguration(LogSocket logs) {
        this.logs = logs;
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        registry.addHandler(logs, "/streams/logs").addInterceptors(new CallerOfSocket());
    }
}
