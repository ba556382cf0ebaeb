package org.tansiq.gateway.members;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.WebSocketHandlerDecorator;
import org.springframework.web.socket.handler.WebSocketHandlerDecoratorFactory;

/** Closes the sockets of this node whose people are {@link StillIn} no more, wherever that was decided. */
@Component
public class EndingSockets implements WebSocketHandlerDecoratorFactory, SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(EndingSockets.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private record Open(WebSocketSession socket, Instant since) {}

    private final StillIn stillIn;
    private final Clock clock;
    private final Map<String, Open> open = new ConcurrentHashMap<>();
    private volatile @Nullable Thread thread;

    EndingSockets(StillIn stillIn, Clock clock) {
        this.stillIn = stillIn;
        this.clock = clock;
    }

    @Override
    public WebSocketHandler decorate(WebSocketHandler handler) {
        return new WebSocketHandlerDecorator(handler) {
            @Override
            public void afterConnectionEstablished(WebSocketSession session) throws Exception {
                open.put(session.getId(), new Open(session, clock.instant()));
                super.afterConnectionEstablished(session);
            }

            @Override
            public void afterConnectionClosed(WebSocketSession session, CloseStatus status) throws Exception {
                open.remove(session.getId());
                super.afterConnectionClosed(session, status);
            }
        };
    }

    @Override
    public void start() {
        var looking = Thread.ofPlatform().daemon().name("ending-sockets").unstarted(this::run);
        thread = looking;
        looking.start();
    }

    @Override
    public void stop() {
        var looking = thread;
        thread = null;
        if (looking != null) {
            LockSupport.unpark(looking);
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        while (thread != null) {
            try {
                open.forEach(this::look);
            } catch (RuntimeException failure) {
                LOG.warn("Who may stay could not be read and will be asked again: {}", failure.toString());
            }
            LockSupport.parkNanos(this, LOOK_EVERY.toNanos());
        }
    }

    private void look(String id, Open one) {
        if (!stillIn.is(one.socket().getPrincipal(), one.since())) {
            open.remove(id);
            try {
                one.socket().close(CloseStatus.POLICY_VIOLATION);
            } catch (IOException gone) {
                LOG.debug("A socket was gone already.");
            }
        }
    }
}
