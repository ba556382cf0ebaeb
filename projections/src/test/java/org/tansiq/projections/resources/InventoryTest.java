package org.tansiq.projections.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tansiq.projections.resources.Inventory.RESOURCES;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.actions.ActionsMerged;
import org.tansiq.domain.actions.MergeUndone;
import org.tansiq.domain.actions.Place;
import org.tansiq.domain.actions.Slot;
import org.tansiq.domain.resources.BookingCancelled;
import org.tansiq.domain.resources.BookingId;
import org.tansiq.domain.resources.ForAction;
import org.tansiq.domain.resources.ForTask;
import org.tansiq.domain.resources.Purpose;
import org.tansiq.domain.resources.ResourceBooked;
import org.tansiq.domain.resources.ResourceEvent;
import org.tansiq.domain.resources.ResourceId;
import org.tansiq.domain.resources.ResourceKind;
import org.tansiq.domain.resources.ResourceOffered;
import org.tansiq.domain.resources.ResourceReturned;
import org.tansiq.domain.resources.ResourceShown;
import org.tansiq.domain.resources.ResourceWithdrawn;
import org.tansiq.domain.shared.CityId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Text;
import org.tansiq.domain.shared.Visibility;
import org.tansiq.domain.tasks.TaskId;
import org.tansiq.projections.resources.ResourceRow.Booking;
import org.tansiq.projections.resources.ResourceRow.Free;
import org.tansiq.projections.shared.Audience;
import org.tansiq.projections.shared.Twice;

class InventoryTest {
    private static final CoalitionId GHOUTA = new CoalitionId("ghouta");
    private static final OrganizationId BERLIN = new OrganizationId("berlin");
    private static final OrganizationId PARIS = new OrganizationId("paris");
    private static final OrganizationId LONDON = new OrganizationId("london");
    private static final ResourceId INTERPRETERS = new ResourceId("interpreters");
    private static final Place CITY =
            new Place(new CityId("berlin-de"), ZoneId.of("Europe/Berlin"), "DE", Text.ofBoth("برلين", "Berlin"));
    private static final Text TITLE = Text.ofBoth("مترجمون", "Interpreters");
    private static final Text DETAILS = Text.of("en", "evenings only");
    private static final Purpose SPEECHES = new ForTask(new TaskId("speeches"));
    private static final Purpose VIGIL = new ForAction(new ActionId("vigil"));

    @Test
    void what_is_offered_is_shown_as_it_was_offered_and_free() {
        var row = fold(offered());
        assertThat(row)
                .isEqualTo(new ResourceRow(
                        "interpreters",
                        "ghouta",
                        "berlin",
                        ResourceKind.PEOPLE,
                        TITLE,
                        DETAILS,
                        5,
                        List.of("ar", "de"),
                        CITY,
                        hour(0),
                        hour(48),
                        ResourceRow.State.OFFERED,
                        List.of(),
                        List.of(new Free(hour(0), hour(48), 5)),
                        Visibility.COALITION,
                        null));
        assertThat(row.keys()).containsExactly("coalition:ghouta", "owner:berlin");
    }

    @Test
    void a_booking_stands_under_the_action_that_its_own_became_one_with_until_that_is_undone() {
        var booked = booked("first", PARIS, 1, 10, 12, VIGIL);
        var slot = new Slot(CITY, hour(10), hour(12));
        var vigil = new ActionId("vigil");
        var march = new ActionId("march");
        var merged = new ActionsMerged(GHOUTA, march, vigil, PARIS, PARIS, slot, Set.of(PARIS), hour(1));
        var undone = new MergeUndone(GHOUTA, march, vigil, PARIS, slot, Set.of(), Set.of(), hour(2));

        var row = Twice.fold(new Inventory(), List.of(offered(), booked, merged))
                .all(RESOURCES)
                .getFirst();
        assertThat(row.bookings().getFirst().action()).isEqualTo("vigil");
        assertThat(row.bookings().getFirst().standsAt()).isEqualTo("march");
        assertThat(row.keys()).contains("action:vigil", "action:march");
        assertThat(Twice.fold(new Inventory(), List.of(offered(), booked, merged, undone))
                        .all(RESOURCES))
                .containsExactly(fold(offered(), booked));
    }

    @Test
    void bookings_are_shown_by_their_start_and_lessen_what_is_free() {
        var row =
                fold(offered(), booked("late", PARIS, 2, 12, 14, SPEECHES), booked("early", LONDON, 1, 10, 12, VIGIL));
        assertThat(row.bookings())
                .containsExactly(
                        new Booking(
                                "early",
                                "london",
                                1,
                                hour(10),
                                hour(12),
                                null,
                                "vigil",
                                List.of(),
                                Booking.State.BOOKED),
                        new Booking(
                                "late",
                                "paris",
                                2,
                                hour(12),
                                hour(14),
                                "speeches",
                                null,
                                List.of(),
                                Booking.State.BOOKED));
        assertThat(row.free())
                .containsExactly(
                        new Free(hour(0), hour(10), 5),
                        new Free(hour(10), hour(12), 4),
                        new Free(hour(12), hour(14), 3),
                        new Free(hour(14), hour(48), 5));
        assertThat(row.keys())
                .containsExactlyInAnyOrder(
                        "coalition:ghouta",
                        "owner:berlin",
                        "booking:early",
                        "action:vigil",
                        "booking:late",
                        "booked-by:paris",
                        "booked-by:london");
    }

    @Test
    void a_cancelled_booking_stays_in_sight_and_takes_nothing() {
        var row = fold(
                offered(),
                booked("first", PARIS, 2, 10, 12, SPEECHES),
                new BookingCancelled(GHOUTA, INTERPRETERS, new BookingId("first"), PARIS, hour(9)));
        assertThat(row.bookings())
                .containsExactly(new Booking(
                        "first", "paris", 2, hour(10), hour(12), "speeches", null, List.of(), Booking.State.CANCELLED));
        assertThat(row.free()).containsExactly(new Free(hour(0), hour(48), 5));
        assertThat(row.keys()).contains("booking:first").doesNotContain("booked-by:paris");
    }

    @Test
    void what_came_back_early_is_free_from_then_on() {
        var row = fold(offered(), booked("first", PARIS, 2, 10, 20, SPEECHES), returned("first", 12));
        assertThat(row.bookings())
                .containsExactly(new Booking(
                        "first", "paris", 2, hour(10), hour(12), "speeches", null, List.of(), Booking.State.RETURNED));
        assertThat(row.free())
                .containsExactly(
                        new Free(hour(0), hour(10), 5),
                        new Free(hour(10), hour(12), 3),
                        new Free(hour(12), hour(48), 5));
        assertThat(row.keys()).doesNotContain("booked-by:paris");
    }

    @Test
    void what_came_back_late_was_booked_no_longer_than_it_was() {
        assertThat(fold(offered(), booked("first", PARIS, 2, 10, 12, SPEECHES), returned("first", 15))
                        .bookings())
                .extracting(Booking::until)
                .containsExactly(hour(12));
    }

    @Test
    void what_came_back_before_it_went_out_was_not_out_at_all() {
        assertThat(fold(offered(), booked("first", PARIS, 2, 10, 12, SPEECHES), returned("first", 9))
                        .free())
                .containsExactly(new Free(hour(0), hour(48), 5));
    }

    @Test
    void what_is_withdrawn_is_free_never() {
        var row = fold(
                offered(),
                booked("first", PARIS, 2, 10, 12, SPEECHES),
                new ResourceWithdrawn(GHOUTA, INTERPRETERS, BERLIN, hour(20)));
        assertThat(row.state()).isEqualTo(ResourceRow.State.WITHDRAWN);
        assertThat(row.free()).isEmpty();
        assertThat(row.bookings()).hasSize(1);
    }

    @Test
    void whoever_booked_it_sees_it_whoever_else_may() {
        var ours = new Visibility(Visibility.Reach.ORG, Set.of(), null);
        var row = fold(
                offered(),
                booked("late", PARIS, 2, 12, 14, SPEECHES),
                new ResourceShown(GHOUTA, INTERPRETERS, BERLIN, ours, hour(1)));

        assertThat(row.audience()).isEqualTo(new Audience(false, Set.of("berlin", "paris")));
        assertThat(row.once()).isEqualTo(new Audience(true, Set.of("berlin", "paris")));
        assertThat(row.keys()).contains("guarded:ghouta");
    }

    private static ResourceRow fold(ResourceEvent... events) {
        return Twice.fold(new Inventory(), List.of(events))
                .get(RESOURCES, "interpreters")
                .orElseThrow();
    }

    private static ResourceOffered offered() {
        return new ResourceOffered(
                GHOUTA,
                INTERPRETERS,
                BERLIN,
                ResourceKind.PEOPLE,
                TITLE,
                DETAILS,
                5,
                Set.of("de", "ar"),
                CITY,
                hour(0),
                hour(48),
                hour(0));
    }

    private static ResourceBooked booked(
            String booking, OrganizationId by, int quantity, int from, int until, Purpose purpose) {
        return new ResourceBooked(
                GHOUTA, INTERPRETERS, new BookingId(booking), by, quantity, hour(from), hour(until), purpose, hour(0));
    }

    private static ResourceReturned returned(String booking, int at) {
        return new ResourceReturned(GHOUTA, INTERPRETERS, new BookingId(booking), PARIS, hour(at));
    }

    private static Instant hour(int hour) {
        return Instant.parse("2018-02-24T00:00:00Z").plusSeconds(3600L * hour);
    }
}
