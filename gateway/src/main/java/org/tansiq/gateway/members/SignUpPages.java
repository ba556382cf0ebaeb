package org.tansiq.gateway.members;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.Refusal;
import org.tansiq.domain.shared.Text;
import org.tansiq.gateway.problems.Problem;
import org.tansiq.gateway.problems.Problems;

/** The page behind a sign-up link. */
@Controller
class SignUpPages {
    private final SigningUp signingUp;
    private final Problems problems;

    SignUpPages(SigningUp signingUp, Problems problems) {
        this.signingUp = signingUp;
        this.problems = problems;
    }

    @GetMapping("/sign-up/{token}")
    String form(@PathVariable String token, Model page) {
        return form(token, "", "", "", page);
    }

    @PostMapping("/sign-up/{token}")
    String signUp(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String nameAr,
            @RequestParam(defaultValue = "") String nameEn,
            Model page,
            HttpServletResponse response) {
        try {
            signingUp.signUp(token, login.strip(), password, new Text(Map.of("ar", nameAr, "en", nameEn)));
            return "redirect:/sign-in?welcome";
        } catch (Invalid | Conflict refused) {
            return again(refused, token, login, nameAr, nameEn, page, response);
        }
    }

    private String again(
            Refusal refused,
            String token,
            String login,
            String nameAr,
            String nameEn,
            Model page,
            HttpServletResponse response) {
        var problem = Problem.of(refused);
        response.setStatus(problem.status());
        page.addAttribute("refusal", problems.detail(problem, LocaleContextHolder.getLocale()));
        return form(token, login, nameAr, nameEn, page);
    }

    private String form(String token, String login, String nameAr, String nameEn, Model page) {
        var link = signingUp.link(token);
        page.addAttribute("action", "/sign-up/" + token);
        page.addAttribute("role", link.role());
        page.addAttribute("newOrganization", link.organization() == null);
        page.addAttribute("login", login);
        page.addAttribute("nameAr", nameAr);
        page.addAttribute("nameEn", nameEn);
        page.addAttribute("passwordLengthMin", Passwords.LENGTH_MIN);
        page.addAttribute("passwordLengthMax", Passwords.LENGTH_MAX);
        return "sign-up";
    }
}
