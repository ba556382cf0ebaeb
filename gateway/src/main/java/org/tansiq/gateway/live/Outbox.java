package org.tansiq.gateway.live;

import jakarta.websocket.Session;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.handler.WebSocketSessionDecorator;

/**
 * Sends to one socket in order, on a thread of its own, so that nobody waits for a client but that thread. A client that
 * does not take a message within {@link #SEND_MILLIS_MAX}, or lets more than {@link #UNSENT_BYTES_MAX} wait, is closed.
 */
final class Outbox extends WebSocketSessionDecorator {
    static final int UNSENT_BYTES_MAX = 1024 * 1024;
    static final long SEND_MILLIS_MAX = 5_000;

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final String TOMCATS_PATIENCE = "org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT";

    /** A message to send, or how to close when there is none. */
    private record Item(@Nullable WebSocketMessage<?> message, CloseStatus end) {}

    private final BlockingQueue<Item> waiting = new LinkedBlockingQueue<>();
    private final AtomicLong unsentBytes = new AtomicLong();
    private volatile boolean closing;

    private Outbox(WebSocketSession session) {
        super(session);
    }

    static Outbox of(WebSocketSession session) {
        if (session instanceof NativeWebSocketSession socket) {
            var tomcats = socket.getNativeSession(Session.class);
            if (tomcats != null) {
                tomcats.getUserProperties().put(TOMCATS_PATIENCE, SEND_MILLIS_MAX);
            }
        }
        var outbox = new Outbox(session);
        Thread.ofVirtual().name("live-outbox").start(outbox::run);
        return outbox;
    }

    @Override
    public void sendMessage(WebSocketMessage<?> message) {
        if (closing) {
            return;
        }
        waiting.add(new Item(message, CloseStatus.NORMAL));
        if (unsentBytes.addAndGet(message.getPayloadLength()) > UNSENT_BYTES_MAX) {
            LOG.info("A live socket is closed: its client does not keep up.");
            closeNow(CloseStatus.SESSION_NOT_RELIABLE);
        }
    }

    @Override
    public void close() {
        close(CloseStatus.NORMAL);
    }

    /** After what waits to be sent. */
    @Override
    public void close(CloseStatus status) {
        closing = true;
        waiting.add(new Item(null, status));
    }

    /** What waits is not sent any more. */
    void closeNow(CloseStatus status) {
        closing = true;
        waiting.clear();
        waiting.add(new Item(null, status));
    }

    private void run() {
        try {
            while (true) {
                var item = waiting.take();
                if (item.message() == null) {
                    getDelegate().close(item.end());
                    return;
                }
                getDelegate().sendMessage(item.message());
                unsentBytes.addAndGet(-item.message().getPayloadLength());
            }
        } catch (IOException | RuntimeException gone) {
            giveUp();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void giveUp() {
        closeNow(CloseStatus.SESSION_NOT_RELIABLE);
        try {
            getDelegate().close(CloseStatus.SESSION_NOT_RELIABLE);
        } catch (IOException | RuntimeException gone) {
            LOG.debug("A live socket was gone already.");
        }
    }
}
