package org.tansiq.gateway.members;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.tansiq.gateway.shared.ProviderSettings;
import org.tansiq.gateway.shared.WebSettings;

/** The page that asks for login and password. */
@Controller
class SignInPage {
    private final WebSettings web;
    private final ProviderSettings provider;

    SignInPage(WebSettings web, ProviderSettings provider) {
        this.web = web;
        this.provider = provider;
    }

    @GetMapping("/sign-in")
    String form(HttpServletRequest request, Model page) {
        page.addAttribute("notice", notice(request.getQueryString()));
        page.addAttribute("passkeysOffered", web.site() != null);
        page.addAttribute("providerOffered", provider.isThere());
        return "sign-in";
    }

    /** A key of the message bundles, never words of the request. */
    private static @Nullable String notice(@Nullable String query) {
        var first = query == null ? "" : query.split("[&=]", -1)[0];
        return switch (first) {
            case "wrong", "busy", "expired", "signed-out", "welcome", "provider" -> "sign-in.notice." + first;
            default -> null;
        };
    }
}
