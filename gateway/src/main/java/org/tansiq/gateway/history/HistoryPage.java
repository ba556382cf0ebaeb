package org.tansiq.gateway.history;

import java.util.ArrayList;
import java.util.List;
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
import org.tansiq.gateway.rights.HistorySight;
import org.tansiq.gateway.rights.Sights;
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
    private final Sights sights;

    HistoryPage(CoalitionPage pages, History history, Telling telling, Sights sights) {
        this.pages = pages;
        this.history = history;
        this.telling = telling;
        this.sights = sights;
    }

    @GetMapping("/coalitions/{coalition}/history")
    String newest(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(required = false) @Nullable Long after,
            Locale locale,
            Model model) {
        var page = pages.open(model, me, coalition, locale, "history", after, Past.NONE);
        var sight = page.historySight();
        var shown = sights.shown(history.head());
        var entries = latest(coalition, before == null ? shown : Math.clamp(before, 0, shown), sight);
        model.addAttribute(
                "entries",
                entries.stream()
                        .map(entry -> telling.told(entry, page.sight(), page.show()))
                        .toList());
        model.addAttribute(
                "older", entries.size() == ENTRIES_AT_ONCE ? entries.getLast().position() : null);
        model.addAttribute("newest", before != null);
        return "history";
    }

    /** As many as the page holds: in the place of those that are not for its reader come older ones. */
    private List<History.Entry> latest(CoalitionId coalition, long before, HistorySight sight) {
        var seen = new ArrayList<History.Entry>();
        for (var end = before; ; ) {
            var entries = history.latest(coalition, end, ENTRIES_AT_ONCE);
            for (var entry : entries) {
                sight.entry(entry).ifPresent(seen::add);
                if (seen.size() == ENTRIES_AT_ONCE) {
                    return seen;
                }
            }
            if (entries.size() < ENTRIES_AT_ONCE) {
                return seen;
            }
            end = entries.getLast().position();
        }
    }
}
