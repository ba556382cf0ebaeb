package org.tansiq.gateway.actions;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tansiq.domain.actions.AcknowledgeOverlap;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.actions.ActionKind;
import org.tansiq.domain.actions.CancelAction;
import org.tansiq.domain.actions.JoinAction;
import org.tansiq.domain.actions.LeaveAction;
import org.tansiq.domain.actions.LiftActionEmbargo;
import org.tansiq.domain.actions.RescheduleAction;
import org.tansiq.domain.actions.ScheduleAction;
import org.tansiq.domain.actions.ShowAction;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.gateway.campaigns.Proposing;
import org.tansiq.gateway.members.CurrentAccount;
import org.tansiq.gateway.members.SignedIn;
import org.tansiq.gateway.rights.Visibilities;
import org.tansiq.gateway.rights.VisibilityFields;
import org.tansiq.gateway.shared.Access;
import org.tansiq.gateway.shared.Answer;
import org.tansiq.gateway.shared.Desk;
import org.tansiq.gateway.shared.Fields;
import org.tansiq.projections.campaigns.HashtagProposal;

/** Actions over HTTP. Times are local to the city, or to {@code zone} where one is given. */
@RestController
@RequestMapping(path = "/api/v1/coalitions/{coalition}/actions", produces = MediaType.APPLICATION_JSON_VALUE)
class ActionsApi {
    private final Desk desk;
    private final Access access;
    private final Places places;
    private final SeenActions actions;
    private final Visibilities visibilities;
    private final Colliding colliding;
    private final Proposing proposing;
    private final Wishes wishes;
    private final Warnings warnings;

    ActionsApi(
            Desk desk,
            Access access,
            Places places,
            SeenActions actions,
            Visibilities visibilities,
            Colliding colliding,
            Proposing proposing,
            Wishes wishes,
            Warnings warnings) {
        this.desk = desk;
        this.access = access;
        this.places = places;
        this.actions = actions;
        this.visibilities = visibilities;
        this.colliding = colliding;
        this.proposing = proposing;
        this.wishes = wishes;
        this.warnings = warnings;
    }

    /**
     * @param city its id or one of its names; {@code country} narrows it
     * @param starts such as {@code 2018-02-24T12:00}
     * @param ends missing: 90 minutes after the start
     * @param acknowledgeUnseen goes ahead although something is planned there that one may not see
     * @param visibility missing: all of the coalition; the same for {@code venueVisibility}
     */
    record Scheduling(
            @Nullable Map<String, @Nullable String> title,
            @Nullable String kind,
            @Nullable String city,
            @Nullable String country,
            Places.@Nullable VenueFields venue,
            @Nullable String starts,
            @Nullable String ends,
            @Nullable String zone,
            @Nullable List<@Nullable String> hashtags,
            @Nullable List<@Nullable String> acknowledged,
            @Nullable Boolean acknowledgeUnseen,
            @Nullable VisibilityFields visibility,
            @Nullable VisibilityFields venueVisibility) {}

    /**
     * @param city missing: where it was
     * @param ends missing: it lasts as long as it did
     */
    record Rescheduling(
            @Nullable String starts,
            @Nullable String ends,
            @Nullable String zone,
            @Nullable String city,
            @Nullable String country,
            Places.@Nullable VenueFields venue,
            @Nullable List<@Nullable String> acknowledged,
            @Nullable Boolean acknowledgeUnseen) {}

    record Showing(
            @Nullable VisibilityFields visibility, @Nullable VisibilityFields venueVisibility) {}

    record Cancelling(@Nullable Map<String, @Nullable String> message) {}

    record Acknowledging(@Nullable List<@Nullable String> overlapping) {}

    /**
     * What a schedule answers.
     *
     * @param hashtags for those that are variants of the coalition's own, what is proposed instead; what was given stays
     * @param warnings what else it has to do with, in other coalitions too, the strongest first
     */
    record Scheduled(String id, long position, List<HashtagProposal> hashtags, List<Warning> warnings) {}

    /** @param warnings what it has to do with where it is now, in other coalitions too, the strongest first */
    record Moved(String id, long position, List<Warning> warnings) {}

    /** Also says which hashtags the coalition has for those that were given and are variants of them. */
    @PostMapping
    ResponseEntity<Scheduled> schedule(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @RequestBody Scheduling body,
            Locale locale) {
        var by = access.acts(me, coalition);
        var action = desk.newId(me, ActionId::new);
        var place = places.city("city", body.city(), body.country());
        var title = Fields.text(body.title());
        var kind = Fields.choice("kind", ActionKind.class, body.kind());
        var slot = Slots.slot(place, body.starts(), body.ends(), body.zone(), Slots.USUAL_LENGTH);
        var visibility = visibilities.of("visibility", body.visibility());
        var venueVisibility = visibilities.of("venueVisibility", body.venueVisibility());
        var hashtags = Fields.list("hashtags", body.hashtags());
        var at = desk.now();
        var wish = new Colliding.Wish(
                coalition, visibility, ids(body.acknowledged()), Boolean.TRUE.equals(body.acknowledgeUnseen()));
        Function<Set<ActionId>, ScheduleAction> command = acknowledged -> new ScheduleAction(
                coalition,
                action,
                by,
                title,
                kind,
                slot,
                Places.venue(body.venue()),
                hashtags,
                null,
                acknowledged,
                visibility,
                venueVisibility,
                at);
        var receipt = colliding.carryOut(me, wish, command::apply);
        return ResponseEntity.status(HttpStatus.CREATED)
                .header(Desk.POSITION, Long.toString(receipt.position()))
                .body(new Scheduled(
                        action.value(),
                        receipt.position(),
                        proposing.of(me, coalition, hashtags),
                        warnings.after(me, access.knows(me, coalition), wishes.of(command.apply(Set.of())), locale)));
    }

    @PostMapping("/{action}/reschedule")
    ResponseEntity<Moved> reschedule(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @PathVariable ActionId action,
            @RequestBody Rescheduling body,
            Locale locale) {
        var by = access.acts(me, coalition);
        var reader = access.knows(me, coalition);
        var was = actions.row(reader, coalition, action);
        var place = body.city() == null ? was.place() : places.city("city", body.city(), body.country());
        var length = Duration.between(was.from(), was.until());
        var slot = Slots.slot(place, body.starts(), body.ends(), body.zone(), length);
        var venue = body.venue() == null ? null : Places.venue(body.venue());
        var at = desk.now();
        var wish = new Colliding.Wish(
                coalition, was.visibility(), ids(body.acknowledged()), Boolean.TRUE.equals(body.acknowledgeUnseen()));
        Function<Set<ActionId>, RescheduleAction> command =
                acknowledged -> new RescheduleAction(coalition, action, by, slot, venue, acknowledged, at);
        var receipt = colliding.carryOut(me, wish, command::apply);
        return ResponseEntity.ok()
                .header(Desk.POSITION, Long.toString(receipt.position()))
                .body(new Moved(
                        action.value(),
                        receipt.position(),
                        warnings.after(me, reader, wishes.of(command.apply(Set.of()), was), locale)));
    }

    /** Says who may see it from now on; what is not said is for the coalition. */
    @PostMapping("/{action}/show")
    ResponseEntity<Answer> show(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @PathVariable ActionId action,
            @RequestBody Showing body) {
        return desk.done(
                me,
                new ShowAction(
                        coalition,
                        action,
                        access.acts(me, coalition),
                        visibilities.of("visibility", body.visibility()),
                        visibilities.of("venueVisibility", body.venueVisibility()),
                        desk.now()),
                action);
    }

    /** Ends its embargo, and that of its venue, before they are due. */
    @PostMapping("/{action}/lift-embargo")
    ResponseEntity<Answer> liftEmbargo(
            @CurrentAccount SignedIn me, @PathVariable CoalitionId coalition, @PathVariable ActionId action) {
        var by = access.acts(me, coalition);
        return desk.done(me, new LiftActionEmbargo(coalition, action, by, null, desk.now()), action);
    }

    @PostMapping("/{action}/cancel")
    ResponseEntity<Answer> cancel(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @PathVariable ActionId action,
            @RequestBody(required = false) @Nullable Cancelling body) {
        var message = Fields.text(body == null ? null : body.message());
        return desk.done(
                me, new CancelAction(coalition, action, access.acts(me, coalition), message, desk.now()), action);
    }

    @PostMapping("/{action}/join")
    ResponseEntity<Answer> join(
            @CurrentAccount SignedIn me, @PathVariable CoalitionId coalition, @PathVariable ActionId action) {
        return desk.done(me, new JoinAction(coalition, action, access.acts(me, coalition), desk.now()), action);
    }

    @PostMapping("/{action}/leave")
    ResponseEntity<Answer> leave(
            @CurrentAccount SignedIn me, @PathVariable CoalitionId coalition, @PathVariable ActionId action) {
        return desk.done(me, new LeaveAction(coalition, action, access.acts(me, coalition), desk.now()), action);
    }

    @PostMapping("/{action}/acknowledge")
    ResponseEntity<Answer> acknowledge(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @PathVariable ActionId action,
            @RequestBody Acknowledging body) {
        var by = access.acts(me, coalition);
        var overlapping = Fields.ids("overlapping", Fields.required("overlapping", body.overlapping()), ActionId::new);
        return desk.done(me, new AcknowledgeOverlap(coalition, action, by, overlapping, desk.now()), action);
    }

    private static Set<ActionId> ids(@Nullable List<@Nullable String> acknowledged) {
        return Fields.ids("acknowledged", acknowledged, ActionId::new);
    }
}
