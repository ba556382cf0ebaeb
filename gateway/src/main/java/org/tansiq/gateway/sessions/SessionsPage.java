package org.tansiq.gateway.sessions;

import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
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
import org.tansiq.gateway.shared.Desk;
import org.tansiq.gateway.shared.Past;
import org.tansiq.projections.actions.ActionRow;
import org.tansiq.projections.actions.Calendar;
import org.tansiq.projections.sessions.SessionCalendar;
import org.tansiq.projections.tasks.TaskBoard;

/** When international bodies sit, and what is prepared for it; what lacks is on top. */
@Controller
class SessionsPage {
    private final CoalitionPage pages;
    private final Desk desk;

    SessionsPage(CoalitionPage pages, Desk desk) {
        this.pages = pages;
        this.desk = desk;
    }

    @GetMapping("/coalitions/{coalition}/sessions")
    String all(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @RequestParam(required = false) @Nullable Long after,
            @ModelAttribute Past past,
            Locale locale,
            Model model) {
        var page = pages.open(model, me, coalition, locale, "sessions", after, past);
        var actions =
                page.rows(Calendar.ACTIONS).stream().collect(Collectors.toMap(ActionRow::id, Function.identity()));
        var tasks = page.rows(TaskBoard.TASKS);
        var moment = page.moment(desk.now());
        model.addAttribute(
                "sessions",
                page.rows(SessionCalendar.SESSIONS).stream()
                        .map(session -> Prepared.of(session, actions, tasks, moment))
                        .sorted(Prepared.order())
                        .toList());
        model.addAttribute(
                "choosable",
                actions.values().stream()
                        .filter(action -> action.status() == ActionRow.Status.SCHEDULED)
                        .sorted(Comparator.comparing(ActionRow::from).thenComparing(ActionRow::id))
                        .toList());
        return "sessions";
    }
}
