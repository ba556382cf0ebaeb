package org.tansiq.gateway.history;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.gateway.members.CurrentAccount;
import org.tansiq.gateway.members.SignedIn;
import org.tansiq.gateway.rights.OwnersEyes;
import org.tansiq.gateway.shared.CoalitionPage;
import org.tansiq.gateway.shared.Past;
import org.tansiq.infra.history.History;

/** The history, newest first, a page at a time. */
@Controller
class HistoryPage {
    private static final int ENTRIES_AT_ONCE = 100;

    private final CoalitionPage pages;
    private final History history;
    private final Telling telling;
    private final OwnersEyes eyes;

    HistoryPage(CoalitionPage pages, History history, Telling telling, OwnersEyes eyes) {
        this.eyes = eyes;
        this.pages = pages;
        this.history = history;
        this.telling = telling;
    }

    @GetMapping("/coalitions/{coalition}/history")
    String newest(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(required = false) @Nullable Long after,
            Locale locale,
            Model model) {
        var show = pages.open(model, me, coalition, locale, "history", after, Past.NONE)
                .show();
        var end = before == null ? history.head() : Math.max(0, before);
        var entries = history.latest(coalition, end, ENTRIES_AT_ONCE, eyes.of(me));
        model.addAttribute(
                "entries",
                entries.stream().map(entry -> telling.told(entry, show)).toList());
        model.addAttribute(
                "older", entries.size() == ENTRIES_AT_ONCE ? entries.getLast().position() : null);
        model.addAttribute("newest", before != null);
        return "history";
    }
}
