package org.tansiq.gateway.live;

import org.springframework.messaging.MessagingException;

/** A frame that is not for this server; the message is told to the client. */
final class FrameRefused extends MessagingException {
    FrameRefused(String message) {
        super(message);
    }
}
