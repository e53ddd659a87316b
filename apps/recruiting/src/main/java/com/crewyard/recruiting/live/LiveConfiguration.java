package com.crewyard.recruiting.live;

import com.crewyard.recruiting.platform.ProcessRole;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;

/** Origins other than our own are refused: Spring's default for handlers that name none. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
@ProcessRole.Only(ProcessRole.WEB)
class LiveConfiguration implements WebSocketConfigurer {

    private final LiveSocket socket;

    LiveConfiguration(LiveSocket socket) {
        this.socket = socket;
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        registry.addHandler(socket, "/live");
    }
}
