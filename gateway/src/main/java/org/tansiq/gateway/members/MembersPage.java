package org.tansiq.gateway.members;

import java.time.Clock;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.gateway.shared.CoalitionPage;
import org.tansiq.gateway.shared.Past;
import org.tansiq.projections.members.MemberRow;
import org.tansiq.projections.members.MembersProjection;

/** Who belongs, who is invited, who asks, who watches and who audits. */
@Controller
class MembersPage {
    private final CoalitionPage pages;
    private final Clock clock;

    MembersPage(CoalitionPage pages, Clock clock) {
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/coalitions/{coalition}/members")
    String members(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @RequestParam(required = false) @Nullable Long after,
            @ModelAttribute Past past,
            Locale locale,
            Model model) {
        var page = pages.open(model, me, coalition, locale, "members", after, past);
        model.addAttribute(
                "members",
                page.rows(MembersProjection.MEMBERS).stream()
                        .sorted(Comparator.comparing(MemberRow::standing)
                                .reversed()
                                .thenComparing(MemberRow::since)
                                .thenComparing(member -> page.show().text(member.name())))
                        .toList());
        model.addAttribute("auditors", page.rows(MembersProjection.AUDITORS));
        model.addAttribute("moment", page.moment(clock.instant()));
        return "members";
    }
}
