package org.tansiq.gateway.live;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.messaging.simp.config.ChannelRegistration;
import org.springframework.messaging.simp.config.MessageBrokerRegistry;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.web.socket.config.annotation.EnableWebSocketMessageBroker;
import org.springframework.web.socket.config.annotation.StompEndpointRegistry;
import org.springframework.web.socket.config.annotation.WebSocketMessageBrokerConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketTransportRegistration;
import org.tansiq.gateway.shared.WebSettings;

/** STOMP at {@code /live}. Who is signed in may connect; a client that does not keep up is closed, never waited for. */
@Configuration
@EnableWebSocketMessageBroker
class LiveSockets implements WebSocketMessageBrokerConfigurer {
    private static final int FRAME_BYTES_MAX = 64 * 1024;
    private static final long HEARTBEAT_MILLIS = 10_000;

    private final SubscriptionRights rights;
    private final OpenSockets sockets;
    private final WebSettings web;

    LiveSockets(SubscriptionRights rights, OpenSockets sockets, WebSettings web) {
        this.rights = rights;
        this.sockets = sockets;
        this.web = web;
    }

    @Override
    public void registerStompEndpoints(StompEndpointRegistry registry) {
        // Beside these only pages of this very origin may connect. Programs that are no browser name no origin.
        registry.setErrorHandler(new FrameErrors())
                .addEndpoint("/live")
                .addInterceptors(new Opening())
                .setAllowedOrigins(web.allOrigins().toArray(String[]::new));
    }

    @Override
    public void configureMessageBroker(MessageBrokerRegistry registry) {
        var heartbeats = new ThreadPoolTaskScheduler();
        heartbeats.setPoolSize(1);
        heartbeats.setDaemon(true);
        heartbeats.setThreadNamePrefix("live-heartbeat-");
        heartbeats.initialize();
        registry.enableSimpleBroker("/topic")
                .setTaskScheduler(heartbeats)
                .setHeartbeatValue(new long[] {HEARTBEAT_MILLIS, HEARTBEAT_MILLIS});
    }

    /** On the thread that reads the socket, so that a client's frames keep their order; none of them takes long. */
    @Override
    public void configureClientInboundChannel(ChannelRegistration registration) {
        registration.executor(new SyncTaskExecutor()).interceptors(rights);
    }

    /** On the thread that publishes, so messages keep their order: the {@link Outbox} of a socket takes them and returns. */
    @Override
    public void configureClientOutboundChannel(ChannelRegistration registration) {
        registration.executor(new SyncTaskExecutor());
    }

    @Override
    public void configureWebSocketTransport(WebSocketTransportRegistration registration) {
        registration.setMessageSizeLimit(FRAME_BYTES_MAX).setDecoratorFactories(sockets);
    }
}
