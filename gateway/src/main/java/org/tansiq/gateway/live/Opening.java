package org.tansiq.gateway.live;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.security.core.Authentication;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;
import org.tansiq.gateway.members.InSession;
import org.tansiq.gateway.members.SignedIn;
import org.tansiq.gateway.shared.OpenedWith;
import org.tansiq.infra.tokens.ApiToken;

/** Notes on each socket what it is opened with, so that it ends when that ends. */
final class Opening implements HandshakeInterceptor {
    static final String ATTRIBUTE = OpenedWith.class.getName();

    static OpenedWith of(SignedIn me, Authentication who) {
        if (who.getDetails() instanceof ApiToken token) {
            return new OpenedWith(me, token.id(), null);
        }
        return new OpenedWith(me, null, InSession.id(who).orElse(null));
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes) {
        if (!(request instanceof ServletServerHttpRequest servlet)) {
            return false;
        }
        var asked = servlet.getServletRequest();
        if (asked.getAttribute(ATTRIBUTE) instanceof OpenedWith byTicket) {
            attributes.put(ATTRIBUTE, byTicket);
            return true;
        }
        if (asked.getUserPrincipal() instanceof Authentication who && who.getPrincipal() instanceof SignedIn me) {
            attributes.put(ATTRIBUTE, of(me, who));
            return true;
        }
        return false;
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            @Nullable Exception failure) {}
}
