package org.tansiq.gateway.members;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.Refusal;
import org.tansiq.gateway.problems.ProblemException;
import org.tansiq.gateway.problems.WebProblem;

/** New recovery codes and another authenticator, for whoever is signed in and shows both factors again. */
@Controller
class OwnSecondFactorPages {
    private static final String FINISH = "/account/authenticator/code";
    private static final String DONE = "/account?done";

    private final RenewingSecondFactors renewing;
    private final NewAuthenticator shown;
    private final AccountView view;

    OwnSecondFactorPages(RenewingSecondFactors renewing, NewAuthenticator shown, AccountView view) {
        this.renewing = renewing;
        this.shown = shown;
        this.view = view;
    }

    @PostMapping("/account/recovery-codes")
    String newCodes(
            @CurrentAccount SignedIn me,
            Authentication how,
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String code,
            Locale locale,
            Model page,
            HttpServletResponse response) {
        try {
            return codes(renewing.newCodes(me.person(), current, code), page);
        } catch (Refusal refused) {
            return view.again(refused, me, how, locale, page, response);
        }
    }

    @PostMapping("/account/authenticator")
    String begin(
            @CurrentAccount SignedIn me,
            Authentication how,
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String code,
            Locale locale,
            Model page,
            HttpServletResponse response) {
        try {
            shown.show(renewing.begin(me.person(), session(how), current, code), me.login(), locale, page);
            return form(page);
        } catch (Refusal refused) {
            return view.again(refused, me, how, locale, page, response);
        }
    }

    /** Whoever mistypes the code does not see the secret again. */
    @PostMapping(FINISH)
    String finish(
            @CurrentAccount SignedIn me,
            Authentication how,
            @RequestParam(defaultValue = "") String code,
            Model page,
            HttpServletResponse response) {
        try {
            return codes(renewing.finish(me.person(), session(how), code), page);
        } catch (Invalid wrong) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            page.addAttribute("wrong", true);
            return form(page);
        }
    }

    private static String form(Model page) {
        page.addAttribute("action", FINISH);
        page.addAttribute("anew", "/account#second-factor");
        AccountView.withoutScripts(page);
        return "second-factor";
    }

    private static String codes(RecoveryCodes recovery, Model page) {
        page.addAttribute("codes", recovery.codes());
        page.addAttribute("next", DONE);
        AccountView.withoutScripts(page);
        return "recovery-codes";
    }

    private static String session(Authentication how) {
        return InSession.id(how).orElseThrow(() -> new ProblemException(WebProblem.SESSION_NEEDED));
    }
}
