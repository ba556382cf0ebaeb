package org.tansiq.probe;

import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.converter.SimpleMessageConverter;
import org.springframework.messaging.simp.stomp.StompFrameHandler;
import org.springframework.messaging.simp.stomp.StompHeaders;
import org.springframework.messaging.simp.stomp.StompSession;
import org.springframework.messaging.simp.stomp.StompSessionHandlerAdapter;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.web.socket.WebSocketHttpHeaders;
import org.springframework.web.socket.client.standard.StandardWebSocketClient;
import org.springframework.web.socket.messaging.WebSocketStompClient;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.gateway.shared.PublishedView;

/** Somebody who listens to views of a coalition. */
public final class LiveEars implements AutoCloseable {
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final SimpleAsyncTaskScheduler scheduler = new SimpleAsyncTaskScheduler();
    private final StompSession session;

    /** To all of them. */
    public LiveEars(int port, Person who, CoalitionId coalition) throws Exception {
        this(port, who, coalition, PublishedView.values());
    }

    public LiveEars(int port, Person who, CoalitionId coalition, PublishedView... views) throws Exception {
        var client = new WebSocketStompClient(new StandardWebSocketClient());
        client.setMessageConverter(new SimpleMessageConverter());
        client.setTaskScheduler(scheduler);
        client.setDefaultHeartbeat(new long[] {0, 0});
        var headers = new WebSocketHttpHeaders();
        headers.set("Authorization", Tokens.bearer(who.token()));
        session = client.connectAsync("ws://127.0.0.1:" + port + "/live", headers, new StompSessionHandlerAdapter() {})
                .get(5, TimeUnit.SECONDS);
        session.setAutoReceipt(true);
        var confirmed = new CountDownLatch(views.length);
        for (var view : views) {
            var subscription = session.subscribe(
                    "/topic/coalitions/" + coalition + "/" + view.view().name(), new StompFrameHandler() {
                        @Override
                        public Type getPayloadType(StompHeaders headers) {
                            return byte[].class;
                        }

                        @Override
                        public void handleFrame(StompHeaders headers, @Nullable Object payload) {
                            if (payload instanceof byte[] bytes) {
                                heard.add(new String(bytes, StandardCharsets.UTF_8));
                            }
                        }
                    });
            subscription.addReceiptTask(confirmed::countDown);
        }
        if (!confirmed.await(30, TimeUnit.SECONDS)) {
            throw new AssertionError("The subscriptions were not confirmed.");
        }
    }

    /** The next message, waited for 5 s at most. */
    public String next() throws InterruptedException {
        var next = heard.poll(5, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("Nothing was heard.");
        }
        return next;
    }

    /** All that was heard until each of these words was, and half a second more; waited for 30 s at most. */
    public String until(List<String> words) throws InterruptedException {
        var all = new StringBuilder();
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!words.stream().allMatch(word -> all.indexOf(word) >= 0)) {
            var next = heard.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null) {
                throw new AssertionError("Not all was heard.");
            }
            all.append(next).append('\n');
        }
        for (var next = heard.poll(500, TimeUnit.MILLISECONDS);
                next != null;
                next = heard.poll(500, TimeUnit.MILLISECONDS)) {
            all.append(next).append('\n');
        }
        return all.toString();
    }

    /** What has come and was not taken. */
    public List<String> waiting() {
        return List.copyOf(heard);
    }

    @Override
    public void close() {
        session.disconnect();
        scheduler.close();
    }
}
