package org.tansiq.gateway.live;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.WebSocketHandlerDecorator;
import org.springframework.web.socket.handler.WebSocketHandlerDecoratorFactory;

/** The sockets that are open now, so that one can be closed by its session's id. */
@Component
class OpenSockets implements WebSocketHandlerDecoratorFactory {
    private final Map<String, WebSocketSession> open = new ConcurrentHashMap<>();

    @Override
    public WebSocketHandler decorate(WebSocketHandler handler) {
        return new WebSocketHandlerDecorator(handler) {
            @Override
            public void afterConnectionEstablished(WebSocketSession session) throws Exception {
                open.put(session.getId(), session);
                super.afterConnectionEstablished(session);
            }

            @Override
            public void afterConnectionClosed(WebSocketSession session, CloseStatus status) throws Exception {
                open.remove(session.getId());
                super.afterConnectionClosed(session, status);
            }
        };
    }

    void close(String sessionId) {
        var session = open.remove(sessionId);
        if (session != null) {
            try {
                session.close(CloseStatus.POLICY_VIOLATION);
            } catch (IOException gone) {
                // It was closed already, which is what was wanted.
            }
        }
    }
}
