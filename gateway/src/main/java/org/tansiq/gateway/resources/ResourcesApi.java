package org.tansiq.gateway.resources;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.resources.BookResource;
import org.tansiq.domain.resources.BookingId;
import org.tansiq.domain.resources.CancelBooking;
import org.tansiq.domain.resources.ForAction;
import org.tansiq.domain.resources.ForTask;
import org.tansiq.domain.resources.LiftResourceEmbargo;
import org.tansiq.domain.resources.OfferResource;
import org.tansiq.domain.resources.Purpose;
import org.tansiq.domain.resources.ResourceId;
import org.tansiq.domain.resources.ResourceKind;
import org.tansiq.domain.resources.ReturnResource;
import org.tansiq.domain.resources.ShowResource;
import org.tansiq.domain.resources.WithdrawResource;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.tasks.TaskId;
import org.tansiq.gateway.actions.Places;
import org.tansiq.gateway.members.CurrentAccount;
import org.tansiq.gateway.members.SignedIn;
import org.tansiq.gateway.rights.Mentioned;
import org.tansiq.gateway.rights.Visibilities;
import org.tansiq.gateway.rights.VisibilityFields;
import org.tansiq.gateway.shared.Access;
import org.tansiq.gateway.shared.Answer;
import org.tansiq.gateway.shared.Desk;
import org.tansiq.gateway.shared.Fields;
import org.tansiq.infra.contacts.ContactId;
import org.tansiq.infra.contacts.Contacts;

/** What members lend each other, over HTTP. */
@RestController
@RequestMapping(path = "/api/v1/coalitions/{coalition}/resources", produces = MediaType.APPLICATION_JSON_VALUE)
class ResourcesApi {
    private final Desk desk;
    private final Access access;
    private final Places places;
    private final Visibilities visibilities;
    private final Mentioned mentioned;
    private final Contacts contacts;

    ResourcesApi(
            Desk desk,
            Access access,
            Places places,
            Visibilities visibilities,
            Mentioned mentioned,
            Contacts contacts) {
        this.contacts = contacts;
        this.desk = desk;
        this.access = access;
        this.places = places;
        this.visibilities = visibilities;
        this.mentioned = mentioned;
    }

    record Offering(
            @Nullable String kind,
            @Nullable Map<String, @Nullable String> title,
            @Nullable Map<String, @Nullable String> details,
            @Nullable Integer quantity,
            @Nullable List<@Nullable String> languages,
            @Nullable String city,
            @Nullable String country,
            @Nullable String availableFrom,
            @Nullable String availableUntil,
            @Nullable VisibilityFields visibility) {}

    record Showing(@Nullable VisibilityFields visibility) {}

    /** For exactly one of a task and an action. */
    record Booking(
            @Nullable Integer quantity,
            @Nullable String from,
            @Nullable String until,
            @Nullable String task,
            @Nullable String action) {}

    @PostMapping
    ResponseEntity<Answer> offer(
            @CurrentAccount SignedIn me, @PathVariable CoalitionId coalition, @RequestBody Offering body) {
        var by = access.acts(me, coalition);
        var resource = desk.newId(me, ResourceId::new);
        return desk.created(
                me,
                new OfferResource(
                        coalition,
                        resource,
                        by,
                        Fields.choice("kind", ResourceKind.class, body.kind()),
                        Fields.text(body.title()),
                        Fields.text(body.details()),
                        Fields.required("quantity", body.quantity()),
                        Set.copyOf(Fields.list("languages", body.languages())),
                        body.city() == null ? null : places.city("city", body.city(), body.country()),
                        Fields.instantIfAny("availableFrom", body.availableFrom()),
                        Fields.instantIfAny("availableUntil", body.availableUntil()),
                        visibilities.of("visibility", body.visibility()),
                        desk.now()),
                resource);
    }

    /** Says who may see it from now on; what is not said is for the coalition. */
    @PostMapping("/{resource}/show")
    ResponseEntity<Answer> show(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @PathVariable ResourceId resource,
            @RequestBody Showing body) {
        var by = access.acts(me, coalition);
        var visibility = visibilities.of("visibility", body.visibility());
        return desk.done(me, new ShowResource(coalition, resource, by, visibility, desk.now()), resource);
    }

    /** Ends its embargo before it is due. */
    @PostMapping("/{resource}/lift-embargo")
    ResponseEntity<Answer> liftEmbargo(
            @CurrentAccount SignedIn me, @PathVariable CoalitionId coalition, @PathVariable ResourceId resource) {
        var by = access.acts(me, coalition);
        return desk.done(me, new LiftResourceEmbargo(coalition, resource, by, null, desk.now()), resource);
    }

    @PostMapping("/{resource}/bookings")
    ResponseEntity<Answer> book(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @PathVariable ResourceId resource,
            @RequestBody Booking body) {
        var by = access.acts(me, coalition);
        var booking = desk.newId(me, BookingId::new);
        return desk.created(
                me,
                new BookResource(
                        coalition,
                        resource,
                        booking,
                        by,
                        Fields.required("quantity", body.quantity()),
                        Fields.instant("from", body.from()),
                        Fields.instant("until", body.until()),
                        purpose(me, coalition, body.task(), body.action()),
                        desk.now()),
                booking);
    }

    @PostMapping("/{resource}/bookings/{booking}/cancel")
    ResponseEntity<Answer> cancel(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @PathVariable ResourceId resource,
            @PathVariable BookingId booking) {
        var by = access.acts(me, coalition);
        return desk.done(me, new CancelBooking(coalition, resource, booking, by, desk.now()), booking);
    }

    @PostMapping("/{resource}/bookings/{booking}/return")
    ResponseEntity<Answer> giveBack(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @PathVariable ResourceId resource,
            @PathVariable BookingId booking) {
        var by = access.acts(me, coalition);
        return desk.done(me, new ReturnResource(coalition, resource, booking, by, desk.now()), booking);
    }

    @PostMapping("/{resource}/withdraw")
    ResponseEntity<Answer> withdraw(
            @CurrentAccount SignedIn me, @PathVariable CoalitionId coalition, @PathVariable ResourceId resource) {
        var done = desk.done(
                me, new WithdrawResource(coalition, resource, access.acts(me, coalition), desk.now()), resource);
        contacts.delete(new ContactId(coalition, resource));
        return done;
    }

    private Purpose purpose(SignedIn me, CoalitionId coalition, @Nullable String task, @Nullable String action) {
        if ((task == null) == (action == null)) {
            throw new Invalid("one-purpose", "task");
        }
        return task != null
                ? new ForTask(mentioned.task(me, coalition, Fields.id("task", task, TaskId::new)))
                : new ForAction(mentioned.action(me, coalition, Fields.id("action", action, ActionId::new)));
    }
}
