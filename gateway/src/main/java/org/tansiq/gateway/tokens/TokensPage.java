package org.tansiq.gateway.tokens;

import java.time.Clock;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.tansiq.gateway.members.CurrentAccount;
import org.tansiq.gateway.members.Directory;
import org.tansiq.gateway.members.MyCoalitions;
import org.tansiq.gateway.members.SignedIn;
import org.tansiq.gateway.shared.Show;
import org.tansiq.infra.tokens.ApiTokens;
import org.tansiq.infra.tokens.Scope;

/** Where people make tokens for their programs, and take them back. */
@Controller
class TokensPage {
    private final ApiTokens tokens;
    private final MyCoalitions coalitions;
    private final Directory directory;
    private final Clock clock;

    TokensPage(ApiTokens tokens, MyCoalitions coalitions, Directory directory, Clock clock) {
        this.tokens = tokens;
        this.coalitions = coalitions;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping("/tokens")
    String mine(@CurrentAccount SignedIn me, Locale locale, Model page) {
        page.addAttribute("show", new Show(locale, directory));
        page.addAttribute("tokens", tokens.ofPerson(me.person()));
        page.addAttribute("now", clock.instant());
        page.addAttribute("coalitions", coalitions.read(me));
        page.addAttribute("scopes", Scope.values());
        page.addAttribute("daysUsual", MyTokens.DAYS_USUAL);
        page.addAttribute("daysMax", MyTokens.DAYS_MAX);
        return "tokens";
    }
}
