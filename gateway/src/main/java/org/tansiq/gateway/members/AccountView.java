package org.tansiq.gateway.members;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.tansiq.domain.shared.Refusal;
import org.tansiq.gateway.problems.Problem;
import org.tansiq.gateway.problems.Problems;
import org.tansiq.gateway.shared.ProviderSettings;
import org.tansiq.gateway.shared.Show;
import org.tansiq.gateway.shared.WebSettings;
import org.tansiq.infra.members.Account;
import org.tansiq.infra.members.Accounts;
import org.tansiq.infra.members.Identities;
import org.tansiq.infra.members.Passkeys;
import org.tansiq.infra.members.PersonalData;
import org.tansiq.infra.members.Role;

/** What the page of one's own account shows, also after something was refused. */
@Component
public class AccountView {
    record Colleague(Account account, PersonalData told, boolean secondFactor) {}

    private final Accounts accounts;
    private final Sessions sessions;
    private final SecondStep step;
    private final Passkeys passkeys;
    private final Identities identities;
    private final WebSettings web;
    private final ProviderSettings provider;
    private final Directory directory;
    private final Problems problems;

    AccountView(
            Accounts accounts,
            Sessions sessions,
            SecondStep step,
            Passkeys passkeys,
            Identities identities,
            WebSettings web,
            ProviderSettings provider,
            Directory directory,
            Problems problems) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.step = step;
        this.passkeys = passkeys;
        this.identities = identities;
        this.web = web;
        this.provider = provider;
        this.directory = directory;
        this.problems = problems;
    }

    String of(SignedIn me, Authentication how, Locale locale, Model page) {
        page.addAttribute("me", me);
        page.addAttribute("show", new Show(locale, directory));
        page.addAttribute("here", InSession.id(how).orElse(""));
        page.addAttribute("sessions", sessions.of(me.person()));
        page.addAttribute("own", accounts.personalData(me.person()));
        page.addAttribute("recoveryLeft", step.recoveryLeft(me.person()));
        page.addAttribute("passkeysOffered", web.site() != null);
        page.addAttribute("passkeys", passkeys.of(me.person()));
        page.addAttribute("providerOffered", provider.isThere());
        page.addAttribute("identity", identities.of(me.person()).orElse(null));
        page.addAttribute("colleagues", colleagues(me));
        page.addAttribute("passwordLengthMin", Passwords.LENGTH_MIN);
        page.addAttribute("passwordLengthMax", Passwords.LENGTH_MAX);
        withoutScripts(page);
        return "account";
    }

    public String again(
            Refusal refused, SignedIn me, Authentication how, Locale locale, Model page, HttpServletResponse response) {
        var problem = Problem.of(refused);
        response.setStatus(problem.status());
        page.addAttribute("refusal", problems.detail(problem, locale));
        return of(me, how, locale, page);
    }

    /** Its forms go to the server by themselves: the frame need not say that nothing can be changed. */
    public static void withoutScripts(Model page) {
        page.addAttribute("withoutScripts", true);
    }

    private List<Colleague> colleagues(SignedIn me) {
        return me.role() == Role.COORDINATOR
                ? accounts.ofOrganization(me.organization()).stream()
                        .filter(account -> !account.person().equals(me.person()))
                        .map(account -> new Colleague(
                                account, accounts.personalData(account.person()), step.isSetUp(account.person())))
                        .toList()
                : List.of();
    }
}
