package org.tansiq.gateway.permits;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tansiq.domain.permits.LeadTime;
import org.tansiq.domain.permits.PermitState;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Text;
import org.tansiq.gateway.members.CurrentAccount;
import org.tansiq.gateway.members.SignedIn;
import org.tansiq.gateway.shared.CoalitionPage;
import org.tansiq.gateway.shared.Desk;
import org.tansiq.gateway.shared.Past;
import org.tansiq.projections.actions.ActionRow;
import org.tansiq.projections.actions.Calendar;
import org.tansiq.projections.permits.PermitBoard;
import org.tansiq.projections.permits.PermitRow;

/** Which permits need somebody, and how early the cities want to be asked. */
@Controller
class PermitsPage {
    /** The others are in the calendar, where they stand out as well. */
    private static final int WANTING_AT_ONCE = 50;

    private final CoalitionPage pages;
    private final Desk desk;

    PermitsPage(CoalitionPage pages, Desk desk) {
        this.pages = pages;
        this.desk = desk;
    }

    @GetMapping("/coalitions/{coalition}/permits")
    String all(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @RequestParam(required = false) @Nullable Long after,
            @ModelAttribute Past past,
            Locale locale,
            Model model) {
        var page = pages.open(model, me, coalition, locale, "permits", after, past);
        var actions =
                page.rows(Calendar.ACTIONS).stream().collect(Collectors.toMap(ActionRow::id, Function.identity()));
        var permits = page.rows(PermitBoard.PERMITS);
        var moment = page.moment(desk.now());
        var wanting = Wanting.among(actions, permits, moment);
        model.addAttribute("wanting", wanting.stream().limit(WANTING_AT_ONCE).toList());
        model.addAttribute("more", Math.max(0, wanting.size() - WANTING_AT_ONCE));
        model.addAttribute("tally", tally(permits, moment));
        model.addAttribute("permitStates", PermitState.values());
        model.addAttribute("cities", cities(actions));
        model.addAttribute(
                "leadTimes",
                page.rows(PermitBoard.LEAD_TIMES).stream()
                        .sorted(Comparator.comparing(
                                row -> page.show().text(row.place().name())))
                        .toList());
        model.addAttribute("unlessSaid", LeadTime.DAYS_UNLESS_SAID);
        model.addAttribute("daysMax", LeadTime.DAYS_MAX);
        return "permits";
    }

    /** How many of what is to take place stand how. */
    private static Map<PermitState, Long> tally(List<PermitRow> permits, Instant now) {
        return permits.stream()
                .filter(permit -> !permit.cancelled() && now.isBefore(permit.until()))
                .collect(Collectors.groupingBy(
                        PermitRow::state, () -> new EnumMap<>(PermitState.class), Collectors.counting()));
    }

    private static Map<String, Text> cities(Map<String, ActionRow> actions) {
        var cities = new TreeMap<String, Text>();
        actions.values()
                .forEach(action ->
                        cities.put(action.place().city().value(), action.place().name()));
        return cities;
    }
}
