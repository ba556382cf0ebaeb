package org.tansiq.gateway.live;

import org.jspecify.annotations.Nullable;
import org.springframework.messaging.Message;
import org.springframework.web.socket.messaging.StompSubProtocolErrorHandler;

/** Tells a client what was wrong with its frame, in words of ours: what a library says of it is no business of theirs. */
final class FrameErrors extends StompSubProtocolErrorHandler {
    @Override
    public @Nullable Message<byte[]> handleClientMessageProcessingError(
            @Nullable Message<byte[]> frame, Throwable failure) {
        return super.handleClientMessageProcessingError(frame, refused(failure));
    }

    private static FrameRefused refused(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof FrameRefused refused) {
                return refused;
            }
        }
        return new FrameRefused("This frame cannot be read.");
    }
}
