package org.tansiq.gateway.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.domain.shared.Refusal;
import org.tansiq.gateway.members.AccountView;
import org.tansiq.gateway.members.CurrentAccount;
import org.tansiq.gateway.members.OwnProof;
import org.tansiq.gateway.members.SessionCookie;
import org.tansiq.gateway.members.SessionOrCredentials;
import org.tansiq.gateway.members.SignedIn;
import org.tansiq.gateway.members.WantedPage;
import org.tansiq.gateway.shared.Asked;
import org.tansiq.gateway.shared.WebSettings;
import org.tansiq.infra.members.Accounts;
import org.tansiq.infra.members.Identities;
import org.tansiq.infra.members.Identity;

/** A provider's word in the place of the password, for whoever has linked it to the account before. It makes no accounts. */
@Controller
@WhereThereIsAProvider
class ProviderPages {
    private static final String BACK = "/sign-in/provider/back";
    private static final String IN = "/sign-in/provider/in";
    private static final String FAILED = "redirect:/sign-in?provider";
    private static final int LENGTH_MAX = 4_000;

    /** @param linking whose account it shall be linked to; nobody's when somebody wants to come in */
    private record Question(
            OAuth2AuthorizationRequest request, @Nullable PersonId linking) {}

    private final Provider provider;
    private final Identities identities;
    private final Accounts accounts;
    private final OwnProof proof;
    private final AccountView view;
    private final SessionOrCredentials sessions;
    private final SessionCookie cookie;
    private final WebSettings web;
    private final Clock clock;
    private final Asked<Question> asked;

    ProviderPages(
            Provider provider,
            Identities identities,
            Accounts accounts,
            OwnProof proof,
            AccountView view,
            SessionOrCredentials sessions,
            SessionCookie cookie,
            WebSettings web,
            Clock clock) {
        this.provider = provider;
        this.identities = identities;
        this.accounts = accounts;
        this.proof = proof;
        this.view = view;
        this.sessions = sessions;
        this.cookie = cookie;
        this.web = web;
        this.clock = clock;
        asked = new Asked<>(clock);
    }

    @GetMapping("/sign-in/provider")
    String ask(HttpServletRequest request) {
        return question(request, null).map("redirect:"::concat).orElse(FAILED);
    }

    /** Forms lead nowhere else, by the content policy of every page: so a link leads on. */
    @PostMapping("/account/provider")
    String link(
            @CurrentAccount SignedIn me,
            Authentication how,
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            Locale locale,
            Model page,
            HttpServletResponse response) {
        try {
            proof.byAnyCode(me.person(), current, code);
        } catch (Refusal refused) {
            return view.again(refused, me, how, locale, page, response);
        }
        var address = question(request, me.person());
        page.addAttribute("address", address.orElse(null));
        AccountView.withoutScripts(page);
        return "provider";
    }

    @GetMapping("/account/provider")
    String afterForm() {
        return "redirect:/account";
    }

    @PostMapping("/account/provider/unlink")
    String unlink(@CurrentAccount SignedIn me) {
        if (!identities.unlink(me.person())) {
            throw new NotFound("identity", "");
        }
        return "redirect:/account?done";
    }

    /** Where the provider asks who it is. */
    private Optional<String> question(HttpServletRequest request, @Nullable PersonId linking) {
        return cookie.browser(request)
                .flatMap(browser -> provider.ask(origin(request) + BACK).map(question -> {
                    asked.put(browser, new Question(question, linking));
                    return question.getAuthorizationRequestUri();
                }));
    }

    private String origin(HttpServletRequest request) {
        return Optional.ofNullable(web.site())
                .or(() -> Optional.ofNullable(web.proxy()))
                .orElseGet(() -> UriComponentsBuilder.fromUriString(
                                request.getRequestURL().toString())
                        .replacePath(null)
                        .toUriString());
    }

    /**
     * The browser comes from another site, so it does not show its cookie here. This page has it ask once more, from here;
     * it has no form, whose token would set another cookie.
     */
    @GetMapping(BACK)
    String back(
            @RequestParam(defaultValue = "") String state, @RequestParam(defaultValue = "") String code, Model page) {
        page.addAttribute(
                "next",
                UriComponentsBuilder.fromPath(IN)
                        .queryParam("state", "{state}")
                        .queryParam("code", "{code}")
                        .encode()
                        .buildAndExpand(state, code)
                        .toUriString());
        return "provider-back";
    }

    @GetMapping(IN)
    String in(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Authentication how) {
        var question = cookie.browser(request).flatMap(asked::take).filter(any -> code.length() <= LENGTH_MAX);
        var known = question.filter(any -> !code.isEmpty()).flatMap(one -> provider.answer(one.request(), state, code));
        if (how != null && how.getPrincipal() instanceof SignedIn me) {
            var linked =
                    question.filter(one -> me.person().equals(one.linking())).isPresent()
                            && known.filter(who -> link(who, me.person())).isPresent();
            return linked ? "redirect:/account?done" : "redirect:/account?not-linked";
        }
        return question.filter(one -> one.linking() == null).isPresent() && known.isPresent()
                ? signIn(known.get(), request, response)
                : FAILED;
    }

    private boolean link(Provider.Known known, PersonId person) {
        return identities.link(new Identity(known.id(), person, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }

    private String signIn(Provider.Known known, HttpServletRequest request, HttpServletResponse response) {
        var account = identities
                .find(known.id())
                .flatMap(identity -> accounts.byPerson(identity.person()))
                .filter(found -> !found.locked());
        if (account.isEmpty()) {
            return FAILED;
        }
        if (known.bothFactors()) {
            sessions.complete(account.get().person(), request, response);
            return "redirect:" + WantedPage.take(request, response);
        }
        sessions.begin(account.get().person(), request, response);
        return "redirect:/sign-in/code";
    }
}
