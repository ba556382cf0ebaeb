package org.tansiq.gateway.members;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.gateway.problems.ProblemException;
import org.tansiq.gateway.problems.WebProblem;
import org.tansiq.infra.members.Role;

/** One's own account, and for coordinators those of their organisation. Its forms need no scripts. */
@Controller
class AccountPage {
    private final Sessions sessions;
    private final SigningOut signingOut;
    private final ResettingSecondFactors resetting;
    private final ChangingPasswords passwords;
    private final TellingOfOneself telling;
    private final Erasing erasing;
    private final Colleagues colleagues;
    private final SessionCookie cookie;
    private final AccountView view;

    AccountPage(
            Sessions sessions,
            SigningOut signingOut,
            ResettingSecondFactors resetting,
            ChangingPasswords passwords,
            TellingOfOneself telling,
            Erasing erasing,
            Colleagues colleagues,
            SessionCookie cookie,
            AccountView view) {
        this.sessions = sessions;
        this.signingOut = signingOut;
        this.resetting = resetting;
        this.passwords = passwords;
        this.telling = telling;
        this.erasing = erasing;
        this.colleagues = colleagues;
        this.cookie = cookie;
        this.view = view;
    }

    @GetMapping("/account")
    String account(
            @CurrentAccount SignedIn me, Authentication how, HttpServletRequest request, Locale locale, Model page) {
        page.addAttribute("done", "done".equals(request.getQueryString()));
        page.addAttribute("notLinked", "not-linked".equals(request.getQueryString()));
        return view.of(me, how, locale, page);
    }

    /** What a form has answered is a page too, and its switch of languages asks for it again. */
    @GetMapping({
        "/account/person",
        "/account/password",
        "/account/recovery-codes",
        "/account/authenticator",
        "/account/authenticator/code",
        "/account/people/{person}/lock",
        "/account/people/{person}/reset-second-factor"
    })
    String afterForm() {
        return "redirect:/account";
    }

    @PostMapping("/account/person")
    String tell(
            @CurrentAccount SignedIn me,
            Authentication how,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String languages,
            Locale locale,
            Model page,
            HttpServletResponse response) {
        try {
            telling.tell(me, name, email, languages);
            return done();
        } catch (Invalid refused) {
            return view.again(refused, me, how, locale, page, response);
        }
    }

    @PostMapping("/account/password")
    String changePassword(
            @CurrentAccount SignedIn me,
            Authentication how,
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String next,
            Locale locale,
            Model page,
            HttpServletResponse response) {
        try {
            passwords.change(me, InSession.id(how), current, next);
            return done();
        } catch (Invalid refused) {
            return view.again(refused, me, how, locale, page, response);
        }
    }

    @PostMapping("/account/sessions/{session}/end")
    String endSession(@CurrentAccount SignedIn me, @PathVariable String session) {
        if (!sessions.end(me.person(), session)) {
            throw new NotFound("own-session", session);
        }
        return done();
    }

    @PostMapping("/account/sign-out-everywhere")
    void signOutEverywhere(@CurrentAccount SignedIn me, HttpServletResponse response) throws IOException {
        signingOut.everywhere(me.person());
        cookie.remove(response);
        SigningOut.goodBye(response);
    }

    @PostMapping("/account/people/{person}/lock")
    String lockOut(
            @CurrentAccount SignedIn me,
            Authentication how,
            @PathVariable PersonId person,
            Locale locale,
            Model page,
            HttpServletResponse response) {
        try {
            signingOut.lockOut(coordinating(me), person);
            return done();
        } catch (Conflict refused) {
            return view.again(refused, me, how, locale, page, response);
        }
    }

    @PostMapping("/account/people/{person}/unlock")
    String letIn(@CurrentAccount SignedIn me, @PathVariable PersonId person) {
        signingOut.letIn(coordinating(me), person);
        return done();
    }

    /** For whoever has lost telephone and recovery codes: the password stays, and a new second factor is set up with it. */
    @PostMapping("/account/people/{person}/reset-second-factor")
    String resetSecondFactor(
            @CurrentAccount SignedIn me,
            Authentication how,
            @PathVariable PersonId person,
            Locale locale,
            Model page,
            HttpServletResponse response) {
        try {
            resetting.reset(coordinating(me), person);
            return done();
        } catch (Conflict refused) {
            return view.again(refused, me, how, locale, page, response);
        }
    }

    /** @param login of the own account, as a confirmation */
    @PostMapping("/account/erase")
    String eraseMe(
            @CurrentAccount SignedIn me,
            Authentication how,
            @RequestParam(defaultValue = "") String login,
            Locale locale,
            Model page,
            HttpServletResponse response) {
        if (!login.strip().equals(me.login())) {
            return view.again(notConfirmed(), me, how, locale, page, response);
        }
        erasing.oneself(me);
        cookie.remove(response);
        SigningOut.clear(response);
        return "redirect:/sign-in?signed-out";
    }

    /** @param login of that person's account, as a confirmation */
    @PostMapping("/account/people/{person}/erase")
    String erase(
            @CurrentAccount SignedIn me,
            Authentication how,
            @PathVariable PersonId person,
            @RequestParam(defaultValue = "") String login,
            Locale locale,
            Model page,
            HttpServletResponse response) {
        var meant = colleagues.of(coordinating(me), person);
        if (!login.strip().equals(meant.login())) {
            return view.again(notConfirmed(), me, how, locale, page, response);
        }
        erasing.colleague(me, person);
        return done();
    }

    private static Invalid notConfirmed() {
        return new Invalid("not-confirmed", "login", Map.of());
    }

    private static SignedIn coordinating(SignedIn me) {
        if (me.role() != Role.COORDINATOR) {
            throw new ProblemException(WebProblem.COORDINATOR_ONLY);
        }
        return me;
    }

    private static String done() {
        return "redirect:/account?done";
    }
}
