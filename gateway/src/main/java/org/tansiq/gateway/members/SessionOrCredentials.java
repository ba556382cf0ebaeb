package org.tansiq.gateway.members;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.infra.members.Account;
import org.tansiq.infra.members.Accounts;
import org.tansiq.infra.members.Session;

/**
 * Who asks, by the session that the cookie names. A request that brings credentials of its own is judged by them alone.
 * That is also why it needs no CSRF token: no other site can add that header, and the cookie counts for nothing beside it.
 */
@Component
public final class SessionOrCredentials implements SecurityContextRepository {
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final Accounts accounts;
    private final SecondStep secondStep;

    SessionOrCredentials(Sessions sessions, SessionCookie cookie, Accounts accounts, SecondStep secondStep) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.accounts = accounts;
        this.secondStep = secondStep;
    }

    @Override
    @SuppressWarnings("deprecation") // the interface still has it
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Once(() -> bringsCredentials(request) ? Optional.empty() : authentication(request));
    }

    private Optional<Authentication> authentication(HttpServletRequest request) {
        return cookie.read(request)
                .flatMap(sessions::use)
                .flatMap(session -> accounts.byPerson(session.person())
                        .filter(account -> !account.locked())
                        .map(account -> authentication(session, account)));
    }

    private static Authentication authentication(Session session, Account account) {
        var authentication = session.complete()
                ? authenticated(SignedIn.of(account), "ROLE_" + account.role())
                : authenticated(new AtTheDoor(account.person(), account.login()), AtTheDoor.AUTHORITY);
        authentication.setDetails(new InSession(session.id()));
        return authentication;
    }

    private static UsernamePasswordAuthenticationToken authenticated(Object who, String authority) {
        return UsernamePasswordAuthenticationToken.authenticated(
                who, null, List.of(new SimpleGrantedAuthority(authority)));
    }

    /** Somebody knew the password, or, where the context is empty, signed out. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        var authentication = context.getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn me) {
            begin(me.person(), request, response);
        } else {
            end(request);
            cookie.remove(response);
        }
    }

    /** One factor has been shown; what opens with it is the way to the second, where one is asked for. */
    public void begin(PersonId person, HttpServletRequest request, HttpServletResponse response) {
        end(request);
        cookie.write(response, sessions.begin(person, !secondStep.isNeeded()));
    }

    /** The session of this browser goes on under another secret, and all that was asked for has been shown. */
    public void complete(PersonId person, HttpServletRequest request, HttpServletResponse response) {
        end(request);
        cookie.write(response, sessions.begin(person, true));
    }

    private void end(HttpServletRequest request) {
        cookie.read(request).flatMap(sessions::use).ifPresent(session -> sessions.end(session.person(), session.id()));
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return !loadDeferredContext(request).isGenerated();
    }

    static boolean bringsCredentials(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    }

    /** Looked up when it is first asked for, and not for what everybody may have. */
    private static final class Once implements DeferredSecurityContext {
        private final Supplier<Optional<Authentication>> lookUp;
        private @Nullable SecurityContext context;
        private boolean generated;

        Once(Supplier<Optional<Authentication>> lookUp) {
            this.lookUp = lookUp;
        }

        @Override
        public SecurityContext get() {
            var known = context;
            if (known == null) {
                var found = lookUp.get();
                generated = found.isEmpty();
                known = found.<SecurityContext>map(SecurityContextImpl::new)
                        .orElseGet(SecurityContextHolder::createEmptyContext);
                context = known;
            }
            return known;
        }

        @Override
        public boolean isGenerated() {
            var unused = get();
            return generated;
        }
    }
}
