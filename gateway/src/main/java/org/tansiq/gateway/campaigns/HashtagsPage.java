package org.tansiq.gateway.campaigns;

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
import org.tansiq.gateway.members.CurrentAccount;
import org.tansiq.gateway.members.SignedIn;
import org.tansiq.gateway.shared.CoalitionPage;
import org.tansiq.gateway.shared.Past;
import org.tansiq.projections.campaigns.HashtagRow;
import org.tansiq.projections.campaigns.Registry;

/** The hashtags that a coalition uses, and those of its earlier phases. */
@Controller
class HashtagsPage {
    private final CoalitionPage pages;

    HashtagsPage(CoalitionPage pages) {
        this.pages = pages;
    }

    @GetMapping("/coalitions/{coalition}/hashtags")
    String hashtags(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @RequestParam(required = false) @Nullable Long after,
            @ModelAttribute Past past,
            Locale locale,
            Model model) {
        var page = pages.open(model, me, coalition, locale, "hashtags", after, past);
        model.addAttribute(
                "hashtags",
                page.rows(Registry.HASHTAGS).stream()
                        .sorted(Comparator.comparing(HashtagRow::state)
                                .thenComparing(HashtagRow::language)
                                .thenComparing(HashtagRow::since, Comparator.reverseOrder())
                                .thenComparing(HashtagRow::tag))
                        .toList());
        return "hashtags";
    }
}
