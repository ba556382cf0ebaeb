package org.tansiq.gateway.live;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.WebSocketHandlerDecorator;
import org.springframework.web.socket.handler.WebSocketHandlerDecoratorFactory;

/** The sockets that are open now, each with its {@link Outbox}, so that one can be closed by its session's id. */
@Component
class OpenSockets implements WebSocketHandlerDecoratorFactory {
    private final Map<String, Outbox> open = new ConcurrentHashMap<>();

    @Override
    public WebSocketHandler decorate(WebSocketHandler handler) {
        return new WebSocketHandlerDecorator(handler) {
            @Override
            public void afterConnectionEstablished(WebSocketSession session) throws Exception {
                var outbox = Outbox.of(session);
                open.put(session.getId(), outbox);
                super.afterConnectionEstablished(outbox);
            }

            @Override
            public void afterConnectionClosed(WebSocketSession session, CloseStatus status) throws Exception {
                var outbox = open.remove(session.getId());
                if (outbox != null) {
                    outbox.closeNow(status); // ends its thread
                }
                super.afterConnectionClosed(session, status);
            }
        };
    }

    /** At once: whoever is closed so hears nothing more. */
    void close(String sessionId) {
        var outbox = open.remove(sessionId);
        if (outbox != null) {
            outbox.closeNow(CloseStatus.POLICY_VIOLATION);
        }
    }
}
