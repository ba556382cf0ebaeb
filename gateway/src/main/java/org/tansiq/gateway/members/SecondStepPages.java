package org.tansiq.gateway.members;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tansiq.gateway.shared.Words;

/** Between the password and everything else: the code, and before the first one its secret. */
@Controller
class SecondStepPages {
    static final String PATH = "/sign-in/code";
    static final String SET_UP = "/sign-in/second-factor";

    private static final int GROUP = 4;

    private final SecondStep step;
    private final SessionOrCredentials sessions;
    private final Words words;

    SecondStepPages(SecondStep step, SessionOrCredentials sessions, Words words) {
        this.step = step;
        this.sessions = sessions;
        this.words = words;
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
            return "second-factor";
        }
        var begun = step.begin(who.person());
        if (begun.isEmpty()) {
            return "redirect:" + PATH;
        }
        var secret = Base32.of(begun.get());
        page.addAttribute("secret", Base32.inGroups(secret, GROUP).replace('-', ' '));
        page.addAttribute("qr", QrSvg.of(address(who, secret), words.of("second-factor.qr", language)));
        return "second-factor";
    }

    private static String address(AtTheDoor who, String secret) {
        return "otpauth://totp/Tansiq:"
                + URLEncoder.encode(who.login(), StandardCharsets.UTF_8).replace("+", "%20")
                + "?secret=" + secret + "&issuer=Tansiq";
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
