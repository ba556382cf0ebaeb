package org.tansiq.gateway.permits;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.permits.PermitState;
import org.tansiq.domain.permits.ReportPermit;
import org.tansiq.domain.permits.SetLeadTime;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Tags;
import org.tansiq.gateway.actions.Places;
import org.tansiq.gateway.members.CurrentAccount;
import org.tansiq.gateway.members.SignedIn;
import org.tansiq.gateway.rights.Sights;
import org.tansiq.gateway.shared.Access;
import org.tansiq.gateway.shared.Answer;
import org.tansiq.gateway.shared.Desk;
import org.tansiq.gateway.shared.Fields;
import org.tansiq.gateway.shared.PublishedView;
import org.tansiq.infra.wiring.Views;
import org.tansiq.projections.actions.ActionRow;
import org.tansiq.projections.actions.Calendar;
import org.tansiq.projections.permits.PermitBoard;
import org.tansiq.projections.permits.Urgency;
import org.tansiq.projections.shared.Keys;

/** Permits over HTTP. */
@RestController
@RequestMapping(path = "/api/v1/coalitions/{coalition}", produces = MediaType.APPLICATION_JSON_VALUE)
class PermitsApi {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Desk desk;
    private final Access access;
    private final Places places;
    private final Sights sights;
    private final Views views;

    PermitsApi(Desk desk, Access access, Places places, Sights sights, Views views) {
        this.desk = desk;
        this.access = access;
        this.places = places;
        this.sights = sights;
        this.views = views;
    }

    /** @param note such as a reference, or the conditions */
    record Reporting(@Nullable String state, @Nullable Map<String, @Nullable String> note) {}

    /** @param days of the city's calendar before the day itself, 0 to 365 */
    record Leading(@Nullable Integer days) {}

    /**
     * A permit that needs somebody at this moment.
     *
     * @param day on which the action begins, in its city
     * @param askBy the last day on which one may ask
     */
    record Wanted(
            String action,
            Urgency urgency,
            PermitState state,
            LocalDate day,
            LocalDate askBy,
            List<String> organizers) {
        static Wanted of(Wanting wanting) {
            var permit = wanting.mark().permit();
            return new Wanted(
                    permit.id(),
                    wanting.mark().urgency(),
                    permit.state(),
                    permit.day(),
                    permit.askBy(),
                    wanting.action().organizers());
        }
    }

    @PostMapping("/actions/{action}/permit")
    ResponseEntity<Answer> report(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @PathVariable ActionId action,
            @RequestBody Reporting body) {
        var by = access.acts(me, coalition);
        var state = Fields.choice("state", PermitState.class, body.state());
        return desk.done(
                me, new ReportPermit(coalition, action, by, state, Fields.text(body.note()), desk.now()), action);
    }

    /** What the coalition knows of a city, by its id or one of its names; one coordinator knows for all. */
    @PostMapping("/cities/{city}/lead-time")
    ResponseEntity<Answer> lead(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @PathVariable String city,
            @RequestBody Leading body) {
        var by = access.coordinates(me, coalition);
        var place = places.city("city", city, null);
        var days = Fields.required("days", body.days());
        return desk.done(me, new SetLeadTime(coalition, place, by, days, desk.now()), place.city());
    }

    /** Of all actions that the reader sees, the most urgent first. */
    @GetMapping("/permits/wanting")
    List<Wanted> wanting(@CurrentAccount SignedIn me, @PathVariable CoalitionId coalition) {
        var reader = access.reads(me, coalition, PublishedView.PERMITS);
        var position = views.position(PermitBoard.PERMITS);
        views.await(Calendar.ACTIONS, position, PATIENCE);
        var key = Keys.key(Tags.COALITION, coalition);
        var permits = views.find(PermitBoard.PERMITS, key);
        var actions = views.find(Calendar.ACTIONS, key);
        var sight = sights.of(reader, coalition, position);
        var seen = sight.rows(actions).stream().collect(Collectors.toMap(ActionRow::id, Function.identity()));
        return Wanting.among(seen, sight.rows(permits), desk.now()).stream()
                .map(Wanted::of)
                .toList();
    }
}
