package org.tansiq.gateway.passkeys;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tansiq.gateway.members.SessionCookie;
import org.tansiq.gateway.members.SessionOrCredentials;
import org.tansiq.gateway.members.WantedPage;
import org.tansiq.gateway.problems.ProblemException;
import org.tansiq.gateway.problems.WebProblem;
import org.tansiq.infra.members.Accounts;

/** A passkey in the place of the password and the second factor. */
@RestController
@WhereThereIsASite
@RequestMapping(path = "/sign-in/passkey", produces = MediaType.APPLICATION_JSON_VALUE)
class PasskeySignIn {
    /** @param next the page to go on to */
    record In(String next) {}

    private final Ceremonies ceremonies;
    private final Accounts accounts;
    private final SessionOrCredentials sessions;
    private final SessionCookie cookie;

    PasskeySignIn(Ceremonies ceremonies, Accounts accounts, SessionOrCredentials sessions, SessionCookie cookie) {
        this.ceremonies = ceremonies;
        this.accounts = accounts;
        this.sessions = sessions;
        this.cookie = cookie;
    }

    @PostMapping("/options")
    String ask(HttpServletRequest request) {
        return ceremonies.askForOne(browser(request));
    }

    @PostMapping
    In signIn(@RequestBody String answer, HttpServletRequest request, HttpServletResponse response) {
        var person = ceremonies.whose(browser(request), answer);
        if (accounts.byPerson(person).filter(account -> !account.locked()).isEmpty()) {
            throw new ProblemException(WebProblem.BAD_PASSKEY);
        }
        sessions.complete(person, request, response);
        return new In(WantedPage.take(request, response));
    }

    /** Whoever looks at the sign-in page has a cookie of their own. */
    private String browser(HttpServletRequest request) {
        return cookie.browser(request).orElseThrow(() -> new ProblemException(WebProblem.BAD_PASSKEY));
    }
}
