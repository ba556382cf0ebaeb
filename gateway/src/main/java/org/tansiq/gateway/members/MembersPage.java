package org.tansiq.gateway.members;

import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.gateway.shared.CoalitionPage;
import org.tansiq.projections.members.MemberRow;
import org.tansiq.projections.members.MembersProjection;

/** Who belongs, who is invited and who asks. */
@Controller
class MembersPage {
    private final CoalitionPage page;

    MembersPage(CoalitionPage page) {
        this.page = page;
    }

    @GetMapping("/coalitions/{coalition}/members")
    String members(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @RequestParam(required = false) @Nullable Long after,
            Locale locale,
            Model model) {
        var show = page.open(model, me, coalition, locale, "members", after);
        model.addAttribute(
                "members",
                page.rows(MembersProjection.MEMBERS, coalition).stream()
                        .sorted(Comparator.comparing(MemberRow::standing)
                                .reversed()
                                .thenComparing(MemberRow::since)
                                .thenComparing(member -> show.text(member.name())))
                        .toList());
        return "members";
    }
}
