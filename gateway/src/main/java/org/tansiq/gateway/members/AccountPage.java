package org.tansiq.gateway.members;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
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
import org.tansiq.domain.shared.Refusal;
import org.tansiq.gateway.problems.Problem;
import org.tansiq.gateway.problems.ProblemException;
import org.tansiq.gateway.problems.Problems;
import org.tansiq.gateway.problems.WebProblem;
import org.tansiq.gateway.shared.Show;
import org.tansiq.infra.members.Account;
import org.tansiq.infra.members.Accounts;
import org.tansiq.infra.members.PersonalData;
import org.tansiq.infra.members.Role;

/** One's own account, and for coordinators those of their organisation. Its forms need no scripts. */
@Controller
class AccountPage {
    private final Accounts accounts;
    private final Sessions sessions;
    private final SigningOut signingOut;
    private final ChangingPasswords passwords;
    private final TellingOfOneself telling;
    private final Erasing erasing;
    private final SessionCookie cookie;
    private final Directory directory;
    private final Problems problems;

    AccountPage(
            Accounts accounts,
            Sessions sessions,
            SigningOut signingOut,
            ChangingPasswords passwords,
            TellingOfOneself telling,
            Erasing erasing,
            SessionCookie cookie,
            Directory directory,
            Problems problems) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.signingOut = signingOut;
        this.passwords = passwords;
        this.telling = telling;
        this.erasing = erasing;
        this.cookie = cookie;
        this.directory = directory;
        this.problems = problems;
    }

    @GetMapping("/account")
    String account(
            @CurrentAccount SignedIn me, Authentication how, HttpServletRequest request, Locale locale, Model page) {
        page.addAttribute("done", "done".equals(request.getQueryString()));
        return page(me, how, locale, page);
    }

    private String page(SignedIn me, Authentication how, Locale locale, Model page) {
        page.addAttribute("me", me);
        page.addAttribute("show", new Show(locale, directory));
        page.addAttribute("here", InSession.id(how).orElse(""));
        page.addAttribute("sessions", sessions.of(me.person()));
        page.addAttribute("own", accounts.personalData(me.person()));
        page.addAttribute("colleagues", colleagues(me));
        page.addAttribute("passwordLengthMin", Passwords.LENGTH_MIN);
        page.addAttribute("passwordLengthMax", Passwords.LENGTH_MAX);
        return "account";
    }

    record Colleague(Account account, PersonalData told) {}

    private List<Colleague> colleagues(SignedIn me) {
        return me.role() == Role.COORDINATOR
                ? accounts.ofOrganization(me.organization()).stream()
                        .filter(account -> !account.person().equals(me.person()))
                        .map(account -> new Colleague(account, accounts.personalData(account.person())))
                        .toList()
                : List.of();
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
            return again(refused, me, how, locale, page, response);
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
            return again(refused, me, how, locale, page, response);
        }
    }

    @PostMapping("/account/sessions/{session}/end")
    String endSession(@CurrentAccount SignedIn me, @PathVariable String session) {
        if (!sessions.end(me.person(), session)) {
            throw new NotFound("session", session);
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
            return again(refused, me, how, locale, page, response);
        }
    }

    @PostMapping("/account/people/{person}/unlock")
    String letIn(@CurrentAccount SignedIn me, @PathVariable PersonId person) {
        signingOut.letIn(coordinating(me), person);
        return done();
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
            return again(notConfirmed(), me, how, locale, page, response);
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
        var meant = colleagues(coordinating(me)).stream()
                .map(Colleague::account)
                .filter(account -> account.person().equals(person))
                .findFirst()
                .orElseThrow(() -> new NotFound("person", person));
        if (!login.strip().equals(meant.login())) {
            return again(notConfirmed(), me, how, locale, page, response);
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

    private String again(
            Refusal refused, SignedIn me, Authentication how, Locale locale, Model page, HttpServletResponse response) {
        var problem = Problem.of(refused);
        response.setStatus(problem.status());
        page.addAttribute("refusal", problems.detail(problem, locale));
        return page(me, how, locale, page);
    }
}
