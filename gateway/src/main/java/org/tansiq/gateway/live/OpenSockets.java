package org.tansiq.gateway.live;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.WebSocketHandlerDecorator;
import org.springframework.web.socket.handler.WebSocketHandlerDecoratorFactory;
import org.tansiq.gateway.shared.OpenedWith;

/** The sockets that are open now, each with its {@link Outbox}, so that one can be closed by its session's id. */
@Component
class OpenSockets implements WebSocketHandlerDecoratorFactory {
    private record Open(Outbox outbox, @Nullable OpenedWith with) {}

    private final Map<String, Open> open = new ConcurrentHashMap<>();

    @Override
    public WebSocketHandler decorate(WebSocketHandler handler) {
        return new WebSocketHandlerDecorator(handler) {
            @Override
            public void afterConnectionEstablished(WebSocketSession session) throws Exception {
                var outbox = Outbox.of(session);
                var with = session.getAttributes().get(Opening.ATTRIBUTE) instanceof OpenedWith known ? known : null;
                open.put(session.getId(), new Open(outbox, with));
                super.afterConnectionEstablished(outbox);
            }

            @Override
            public void afterConnectionClosed(WebSocketSession session, CloseStatus status) throws Exception {
                var closed = open.remove(session.getId());
                if (closed != null) {
                    closed.outbox().closeNow(status); // ends its thread
                }
                super.afterConnectionClosed(session, status);
            }
        };
    }

    /** What each was opened with, by its session's id. */
    Map<String, OpenedWith> opened() {
        var all = new HashMap<String, OpenedWith>();
        open.forEach((id, socket) -> {
            if (socket.with() != null) {
                all.put(id, socket.with());
            }
        });
        return all;
    }

    /** At once: whoever is closed so hears nothing more. */
    void close(String sessionId) {
        var closed = open.remove(sessionId);
        if (closed != null) {
            closed.outbox().closeNow(CloseStatus.POLICY_VIOLATION);
        }
    }
}
