package org.tansiq.gateway.actions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tansiq.domain.actions.ActionKind;
import org.tansiq.domain.permits.PermitState;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Text;
import org.tansiq.gateway.members.CurrentAccount;
import org.tansiq.gateway.members.SignedIn;
import org.tansiq.gateway.permits.Mark;
import org.tansiq.gateway.shared.CoalitionPage;
import org.tansiq.gateway.shared.Desk;
import org.tansiq.gateway.shared.Past;
import org.tansiq.projections.actions.ActionRow;
import org.tansiq.projections.actions.Calendar;
import org.tansiq.projections.actions.CollisionRow;
import org.tansiq.projections.permits.PermitBoard;

/** What happens where and when, by local day, with what collides said beside it. */
@Controller
class CalendarPage {
    /** So many days with actions are shown at once; the others are a link away. */
    private static final int DAYS_AT_ONCE = 14;

    private static final int NEAR_DAYS = 3;
    private static final int NEAR_MAX = 20;

    private final CoalitionPage pages;
    private final Desk desk;
    private final Whys whys;

    CalendarPage(CoalitionPage pages, Desk desk, Whys whys) {
        this.whys = whys;
        this.pages = pages;
        this.desk = desk;
    }

    /** One end of a collision, as the other end's card shows it. */
    public record Clash(CollisionRow collision, ActionRow other, String why) {}

    @GetMapping("/coalitions/{coalition}/actions")
    String calendar(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable String city,
            @RequestParam(defaultValue = "false") boolean colliding,
            @RequestParam(required = false) @Nullable Long after,
            @ModelAttribute Past past,
            Locale locale,
            Model model) {
        var page = pages.open(model, me, coalition, locale, "actions", after, past);
        var all = page.rows(Calendar.ACTIONS);
        var byId = all.stream().collect(Collectors.toMap(ActionRow::id, action -> action));
        var collisions = page.rows(Calendar.COLLISIONS).stream()
                .filter(collision -> collision.state() != CollisionRow.State.DIFFERENT)
                .sorted(CollisionRow.STRONGEST_FIRST)
                .toList();
        var clashes = clashes(collisions, byId, locale);
        var days = byDay(all.stream()
                .filter(action -> in(city, action) && (!colliding || clashes.containsKey(action.id())))
                .toList());
        var first = from != null ? from : begin(days, page.moment(desk.now()));
        var shown = new TreeMap<>(days.tailMap(first, true));
        LocalDate next = null;
        if (shown.size() > DAYS_AT_ONCE) {
            next = new ArrayList<>(shown.keySet()).get(DAYS_AT_ONCE);
            shown = new TreeMap<>(shown.headMap(next, false));
        }
        var earlier = new ArrayList<>(days.headMap(first, false).keySet());
        model.addAttribute("days", shown);
        model.addAttribute("next", next);
        model.addAttribute(
                "previous", earlier.isEmpty() ? null : earlier.get(Math.max(0, earlier.size() - DAYS_AT_ONCE)));
        model.addAttribute("clashes", clashes);
        model.addAttribute("byId", byId);
        model.addAttribute("near", near(shown, all, me.organization().value()));
        model.addAttribute("collisions", collisions.size());
        model.addAttribute("count", all.size());
        model.addAttribute("cities", cities(all));
        model.addAttribute("city", city);
        model.addAttribute("from", from);
        model.addAttribute("colliding", colliding);
        model.addAttribute("others", page.others());
        model.addAttribute("kinds", ActionKind.values());
        model.addAttribute(
                "permits", Mark.byAction(page.rows(PermitBoard.PERMITS, ids(shown)), page.moment(desk.now())));
        model.addAttribute("permitStates", PermitState.values());
        return "actions";
    }

    /** Today if anything is still to come, else the last days on which there was something. */
    private static LocalDate begin(NavigableMap<LocalDate, List<ActionRow>> days, Instant now) {
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (days.isEmpty() || days.lastKey().compareTo(today) >= 0) {
            return today;
        }
        var all = new ArrayList<>(days.keySet());
        return all.get(Math.max(0, all.size() - DAYS_AT_ONCE));
    }

    /** For each that the organisation organises, others of its city within {@value #NEAR_DAYS} days: it may be one with them. */
    private static Map<String, List<ActionRow>> near(
            NavigableMap<LocalDate, List<ActionRow>> shown, List<ActionRow> all, String organization) {
        var ours = shown.values().stream()
                .flatMap(List::stream)
                .filter(action -> action.status() == ActionRow.Status.SCHEDULED
                        && action.organizers().contains(organization))
                .toList();
        if (ours.isEmpty()) {
            return Map.of();
        }
        var byCity = all.stream()
                .filter(action -> action.status() == ActionRow.Status.SCHEDULED)
                .collect(Collectors.groupingBy(action -> action.place().city()));
        return ours.stream()
                .collect(Collectors.toMap(
                        ActionRow::id,
                        action -> byCity.getOrDefault(action.place().city(), List.of()).stream()
                                .filter(other -> !other.id().equals(action.id()) && apart(action, other) <= NEAR_DAYS)
                                .sorted(Comparator.comparing((ActionRow other) -> apart(action, other))
                                        .thenComparing(ActionRow::from)
                                        .thenComparing(ActionRow::id))
                                .limit(NEAR_MAX)
                                .toList()));
    }

    private static long apart(ActionRow one, ActionRow other) {
        return Math.abs(ChronoUnit.DAYS.between(one.from(), other.from()));
    }

    private static Set<String> ids(NavigableMap<LocalDate, List<ActionRow>> days) {
        return days.values().stream().flatMap(List::stream).map(ActionRow::id).collect(Collectors.toSet());
    }

    private static boolean in(@Nullable String city, ActionRow action) {
        return city == null || city.isBlank() || action.place().city().value().equals(city);
    }

    private static NavigableMap<LocalDate, List<ActionRow>> byDay(List<ActionRow> actions) {
        return actions.stream()
                .sorted(Comparator.comparing(ActionRow::from).thenComparing(ActionRow::id))
                .collect(Collectors.groupingBy(
                        action -> action.localFrom().toLocalDate(), TreeMap::new, Collectors.toList()));
    }

    private Map<String, List<Clash>> clashes(
            List<CollisionRow> collisions, Map<String, ActionRow> byId, Locale locale) {
        var clashes = new HashMap<String, List<Clash>>();
        for (var collision : collisions) {
            var earlier = byId.get(collision.earlier());
            var later = byId.get(collision.later());
            if (earlier != null && later != null) {
                var why = whys.of(collision.grounds(), locale);
                clashes.computeIfAbsent(earlier.id(), id -> new ArrayList<>()).add(new Clash(collision, later, why));
                clashes.computeIfAbsent(later.id(), id -> new ArrayList<>()).add(new Clash(collision, earlier, why));
            }
        }
        return clashes;
    }

    private static Map<String, Text> cities(List<ActionRow> actions) {
        var cities = new TreeMap<String, Text>();
        actions.forEach(action ->
                cities.put(action.place().city().value(), action.place().name()));
        return cities;
    }
}
