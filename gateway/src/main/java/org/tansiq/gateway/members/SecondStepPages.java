package org.tansiq.gateway.members;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Between the password and everything else: the code, and before the first one its secret. */
@Controller
class SecondStepPages {
    static final String PATH = "/sign-in/code";
    static final String SET_UP = "/sign-in/second-factor";

    private final SecondStep step;
    private final SessionOrCredentials sessions;
    private final NewAuthenticator shown;

    SecondStepPages(SecondStep step, SessionOrCredentials sessions, NewAuthenticator shown) {
        this.step = step;
        this.sessions = sessions;
        this.shown = shown;
    }

    @GetMapping(PATH)
    String code(@AuthenticationPrincipal AtTheDoor who, HttpServletRequest request, Model page) {
        if (!step.isSetUp(who.person())) {
            return "redirect:" + SET_UP;
        }
        page.addAttribute("wrong", "wrong".equals(request.getQueryString()));
        return "second-factor-code";
    }

    @PostMapping(PATH)
    String enter(
            @AuthenticationPrincipal AtTheDoor who,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!step.pass(who.person(), code)) {
            return "redirect:" + PATH + "?wrong";
        }
        sessions.complete(who.person(), request, response);
        return "redirect:" + WantedPage.take(request, response);
    }

    /**
     * Each time it is shown there is another secret: whoever looks later does not see the one that counts. Whoever mistyped
     * the first code does not see it again.
     */
    @GetMapping(SET_UP)
    String setUp(@AuthenticationPrincipal AtTheDoor who, HttpServletRequest request, Locale language, Model page) {
        if (step.isBegun(who.person()) && "wrong".equals(request.getQueryString())) {
            page.addAttribute("wrong", true);
            return form(page);
        }
        var begun = step.begin(who.person());
        if (begun.isEmpty()) {
            return "redirect:" + PATH;
        }
        shown.show(begun.get(), who.login(), language, page);
        return form(page);
    }

    private static String form(Model page) {
        page.addAttribute("action", SET_UP);
        page.addAttribute("anew", SET_UP);
        return "second-factor";
    }

    @PostMapping(SET_UP)
    String confirm(
            @AuthenticationPrincipal AtTheDoor who,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page) {
        var recovery = step.confirm(who.person(), code);
        if (recovery.isEmpty()) {
            return "redirect:" + SET_UP + "?wrong";
        }
        sessions.complete(who.person(), request, response);
        page.addAttribute("codes", recovery.get());
        page.addAttribute("next", WantedPage.take(request, response));
        return "recovery-codes";
    }
}
