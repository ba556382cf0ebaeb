package org.tansiq.gateway.members;

import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;
import org.tansiq.gateway.problems.ProblemException;
import org.tansiq.infra.members.Account;
import org.tansiq.infra.members.Accounts;

/** A login and its password open an account. Whatever is wrong with them is told in the same way, after the same work. */
@Component
class SigningIn implements AuthenticationProvider {
    private final Accounts accounts;
    private final Passwords passwords;

    SigningIn(Accounts accounts, Passwords passwords) {
        this.accounts = accounts;
        this.passwords = passwords;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var login = attempt.getName();
        var password = attempt.getCredentials() instanceof String given ? given : "";
        try {
            var who = verified(login, password)
                    .filter(this::isOpen)
                    .orElseThrow(() -> new BadCredentialsException("Wrong login or password."));
            return UsernamePasswordAuthenticationToken.authenticated(
                    who, null, List.of(new SimpleGrantedAuthority("ROLE_" + who.role())));
        } catch (ProblemException overloaded) {
            throw new AuthenticationServiceException("Too many sign in at once.", overloaded);
        }
    }

    /** Asked each time, also of what was right a moment ago. */
    private boolean isOpen(SignedIn who) {
        return accounts.byPerson(who.person())
                .filter(account -> !account.locked())
                .isPresent();
    }

    private Optional<SignedIn> verified(String login, String password) {
        var account = login.length() > Logins.LENGTH_MAX || password.length() > 2 * Passwords.LENGTH_MAX
                ? Optional.<Account>empty()
                : accounts.byLogin(login);
        if (account.isEmpty()) {
            passwords.matchNobody(password);
            return Optional.empty();
        }
        var right = account.filter(found -> passwords.matches(password, found.passwordHash()));
        right.map(Account::passwordHash)
                .filter(passwords::isOld)
                .ifPresent(old -> accounts.rehash(right.get().person(), old, passwords.hash(password)));
        return right.map(SignedIn::of);
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
    }
}
