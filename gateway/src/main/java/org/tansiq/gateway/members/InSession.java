package org.tansiq.gateway.members;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/** The details of an authentication that a session gave. */
public record InSession(String id) {
    public static Optional<String> id(@Nullable Authentication authentication) {
        return authentication != null && authentication.getDetails() instanceof InSession session
                ? Optional.of(session.id())
                : Optional.empty();
    }
}
