package org.tansiq.gateway.actions;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.gateway.members.CurrentAccount;
import org.tansiq.gateway.members.SignedIn;
import org.tansiq.gateway.shared.CoalitionPage;
import org.tansiq.gateway.shared.Past;
import org.tansiq.projections.actions.ActionRow;
import org.tansiq.projections.actions.Calendar;

/** What would be if two actions became one, before anybody proposes it. It works without scripts; proposing does not. */
@Controller
class MergePage {
    private final CoalitionPage pages;
    private final Merges merges;

    MergePage(CoalitionPage pages, Merges merges) {
        this.pages = pages;
        this.merges = merges;
    }

    @GetMapping("/coalitions/{coalition}/actions/{action}/merge")
    String preview(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @PathVariable ActionId action,
            @RequestParam ActionId with,
            @RequestParam(required = false) @Nullable Long after,
            Locale locale,
            Model model) {
        var page = pages.open(model, me, coalition, locale, "actions", after, Past.NONE);
        var reader = page.sight().reader();
        var remains = row(page.row(Calendar.ACTIONS, action.value()), action);
        var goes = row(page.row(Calendar.ACTIONS, with.value()), with);
        var mine = me.organization().value();
        model.addAttribute("presentOnly", true); // what would be is about now
        model.addAttribute("preview", merges.preview(reader, coalition, action, with));
        model.addAttribute("remains", remains);
        model.addAttribute("goes", goes);
        model.addAttribute(
                "undo",
                goes.merging() != null && action.value().equals(goes.merging().into()));
        model.addAttribute("changes", merges.changes(reader, coalition, action, with));
        model.addAttribute(
                "organizes",
                remains.organizers().contains(mine) || goes.organizers().contains(mine));
        return "merge";
    }

    private static ActionRow row(Optional<ActionRow> found, ActionId action) {
        return found.orElseThrow(() -> new NotFound("action", action));
    }
}
