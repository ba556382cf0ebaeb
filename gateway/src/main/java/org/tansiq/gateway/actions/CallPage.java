package org.tansiq.gateway.actions;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tansiq.domain.actions.SynchronizedId;
import org.tansiq.domain.permits.LeadTime;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.gateway.members.CurrentAccount;
import org.tansiq.gateway.members.SignedIn;
import org.tansiq.gateway.shared.CoalitionPage;
import org.tansiq.gateway.shared.OpenPage;
import org.tansiq.gateway.shared.Past;
import org.tansiq.projections.actions.AnswerRow;
import org.tansiq.projections.actions.Calendar;
import org.tansiq.projections.actions.CityRow;
import org.tansiq.projections.actions.Coverage;
import org.tansiq.projections.actions.SynchronizedRow;
import org.tansiq.projections.members.MemberRow;
import org.tansiq.projections.members.MembersProjection;
import org.tansiq.projections.members.Standing;
import org.tansiq.projections.permits.LeadTimeRow;
import org.tansiq.projections.permits.PermitBoard;
import org.tansiq.projections.shared.Keys;

/** One synchronised action: who answers, which cities act when, what is missing, how it went; and what a city needs on paper. */
@Controller
class CallPage {
    private static final int CITIES_AT_ONCE = 50;

    private final CoalitionPage pages;
    private final CallFigures figures;
    private final Places places;
    private final Clock clock;

    CallPage(CoalitionPage pages, CallFigures figures, Places places, Clock clock) {
        this.pages = pages;
        this.figures = figures;
        this.places = places;
        this.clock = clock;
    }

    /** @param country ISO 3166-1 alpha-2 */
    record InCountry(String country, int cities) {}

    @GetMapping("/coalitions/{coalition}/synchronised/{synchronised}")
    String one(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @PathVariable SynchronizedId synchronised,
            @RequestParam(required = false) @Nullable String country,
            @RequestParam(name = "from", required = false) @Nullable String afterCity,
            @RequestParam(required = false) @Nullable Long after,
            @ModelAttribute Past past,
            Locale locale,
            Model model) {
        var page = pages.open(model, me, coalition, locale, "synchronised", after, past);
        var call = call(page, synchronised);
        var ofCall = Keys.key("call", call.id());
        var key = country == null ? ofCall : Keys.key("country", call.id() + "+" + country);
        var cities = page.rows(Coverage.CITIES, key, afterCity, CITIES_AT_ONCE + 1);
        var shown = cities.subList(0, Math.min(CITIES_AT_ONCE, cities.size()));
        var answers = answers(page, ofCall);
        model.addAttribute("call", call);
        model.addAttribute("others", page.others());
        model.addAttribute("cities", shown);
        model.addAttribute(
                "nextCity", cities.size() > CITIES_AT_ONCE ? shown.getLast().id() : null);
        model.addAttribute("country", country);
        model.addAttribute("countries", countries(call));
        model.addAttribute("answers", answers);
        model.addAttribute(
                "silent",
                answers.stream()
                        .filter(answer -> answer.state() == AnswerRow.State.SILENT)
                        .count());
        model.addAttribute(
                "asked",
                answers.stream().filter(answer -> answer.asked() != null).count());
        model.addAttribute("figures", figures(page, call, ofCall, past));
        model.addAttribute("countdown", Countdown.of(call, page.moment(clock.instant())));
        model.addAttribute("goesAfter", call.caller().equals(me.organization().value()));
        return "call";
    }

    private CallFigures.Figures figures(OpenPage page, SynchronizedRow call, String ofCall, Past past) {
        return past.equals(Past.NONE)
                ? figures.now(call, () -> page.rows(Coverage.CITIES, ofCall))
                : figures.of(call, page.rows(Coverage.CITIES, ofCall));
    }

    private static List<InCountry> countries(SynchronizedRow call) {
        return call.covered().countries().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> new InCountry(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Those of the members, the silent first. */
    private static List<AnswerRow> answers(OpenPage page, String ofCall) {
        var members = page.rows(MembersProjection.MEMBERS).stream()
                .filter(member -> member.standing().belongs())
                .map(MemberRow::organization)
                .toList();
        return page.rows(Coverage.ANSWERS, ofCall).stream()
                .filter(answer -> answer.state() != AnswerRow.State.UNASKED)
                .filter(answer -> members.contains(answer.organization()))
                .sorted(Comparator.comparing(AnswerRow::state)
                        .thenComparing(answer -> page.show().name(answer.organization())))
                .toList();
    }

    /** For print; it names organisations and nobody's name. */
    @GetMapping("/coalitions/{coalition}/synchronised/{synchronised}/cities/{city}/kit")
    String kit(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @PathVariable SynchronizedId synchronised,
            @PathVariable String city,
            Locale locale,
            Model model) {
        var page = pages.open(model, me, coalition, locale, "synchronised", null, Past.NONE);
        var call = call(page, synchronised);
        var place = places.city("city", city, null);
        var committed = page.row(
                        Coverage.CITIES, CityRow.id(call.id(), place.city().value()))
                .filter(CityRow::isCommitted)
                .orElse(null);
        var from = committed == null ? call.moment().in(place.zone()) : committed.from();
        model.addAttribute("call", call);
        model.addAttribute("place", place);
        model.addAttribute("committed", committed);
        model.addAttribute(
                "venue",
                committed == null
                        ? null
                        : page.row(Calendar.ACTIONS, committed.action())
                                .map(action -> action.venue().name())
                                .filter(name -> !name.isEmpty())
                                .orElse(null));
        model.addAttribute("from", from);
        model.addAttribute("localFrom", from.atZone(place.zone()).toLocalDateTime());
        model.addAttribute("until", from.plus(call.lasting()));
        model.addAttribute(
                "localUntil", from.plus(call.lasting()).atZone(place.zone()).toLocalDateTime());
        model.addAttribute(
                "leadTime",
                page.row(
                                PermitBoard.LEAD_TIMES,
                                LeadTimeRow.id(coalition.value(), place.city().value()))
                        .orElse(null));
        model.addAttribute("unlessSaid", LeadTime.DAYS_UNLESS_SAID);
        model.addAttribute(
                "stewards",
                page.rows(MembersProjection.MEMBERS).stream()
                        .filter(member -> member.standing() == Standing.STEWARD)
                        .toList());
        return "kit";
    }

    private static SynchronizedRow call(OpenPage page, SynchronizedId id) {
        return page.row(Coverage.SYNCHRONIZED, id.value()).orElseThrow(() -> new NotFound("synchronized", id));
    }
}
