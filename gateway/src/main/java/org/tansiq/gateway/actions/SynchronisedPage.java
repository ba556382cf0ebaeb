package org.tansiq.gateway.actions;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tansiq.domain.actions.ActionKind;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.gateway.members.CurrentAccount;
import org.tansiq.gateway.members.SignedIn;
import org.tansiq.gateway.shared.CoalitionPage;
import org.tansiq.gateway.shared.Past;
import org.tansiq.projections.actions.Coverage;
import org.tansiq.projections.actions.SynchronizedRow;

/** Synchronised actions with their coverage: which cities, whose, at what local time, how many of the goal. */
@Controller
class SynchronisedPage {
    private final CoalitionPage pages;

    SynchronisedPage(CoalitionPage pages) {
        this.pages = pages;
    }

    @GetMapping("/coalitions/{coalition}/synchronised")
    String all(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @RequestParam(required = false) @Nullable Long after,
            @ModelAttribute Past past,
            Locale locale,
            Model model) {
        var page = pages.open(model, me, coalition, locale, "synchronised", after, past);
        model.addAttribute(
                "calls",
                page.rows(Coverage.SYNCHRONIZED).stream()
                        .sorted(Comparator.comparing(SynchronisedPage::begins).thenComparing(SynchronizedRow::id))
                        .toList());
        model.addAttribute("others", page.others());
        model.addAttribute("kinds", ActionKind.values());
        return "synchronised";
    }

    /** For the order on the page, where a few hours between zones do not matter. */
    private static Instant begins(SynchronizedRow call) {
        return call.moment().in(ZoneOffset.UTC);
    }
}
