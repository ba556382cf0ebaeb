package org.tansiq.domain.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tansiq.domain.resources.Story.ALEPPO;
import static org.tansiq.domain.resources.Story.BERLIN;
import static org.tansiq.domain.resources.Story.FIRST;
import static org.tansiq.domain.resources.Story.GENEVA;
import static org.tansiq.domain.resources.Story.GHOUTA;
import static org.tansiq.domain.resources.Story.LONDON;
import static org.tansiq.domain.resources.Story.MEGAPHONES;
import static org.tansiq.domain.resources.Story.PARIS;
import static org.tansiq.domain.resources.Story.SECOND;
import static org.tansiq.domain.resources.Story.THIRD;
import static org.tansiq.domain.resources.Story.axon;
import static org.tansiq.domain.resources.Story.begun;
import static org.tansiq.domain.resources.Story.begunAnd;
import static org.tansiq.domain.resources.Story.booked;
import static org.tansiq.domain.resources.Story.cancelled;
import static org.tansiq.domain.resources.Story.hour;
import static org.tansiq.domain.resources.Story.left;
import static org.tansiq.domain.resources.Story.returned;
import static org.tansiq.domain.resources.Story.withdrawn;

import java.util.stream.Stream;
import org.axonframework.test.fixture.AxonTestFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.Fact;
import org.tansiq.domain.shared.NotAllowed;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Refusal;

/** Cancelling a booking, returning what was booked, and withdrawing a resource. */
class GivingBackResourcesTest {
    private static final Fact[] LENT = begunAnd(booked(FIRST, PARIS, 3, 10, 12));

    private final AxonTestFixture fixture =
            AxonTestFixture.with(axon(), AxonTestFixture.Customization::disableAxonServer);

    @AfterEach
    void stop() {
        fixture.stop();
    }

    @Test
    void the_booker_cancels() {
        does(LENT, cancel(FIRST, PARIS, 9), cancelledAt(FIRST, PARIS, 9));
    }

    @Test
    void the_owner_cancels() {
        does(LENT, cancel(FIRST, BERLIN, 9), cancelledAt(FIRST, BERLIN, 9));
    }

    @Test
    void a_booker_that_left_still_cancels() {
        does(and(LENT, left(PARIS)), cancel(FIRST, PARIS, 9), cancelledAt(FIRST, PARIS, 9));
    }

    @Test
    void another_member_does_not_cancel() {
        refused(LENT, cancel(FIRST, LONDON, 9), NotAllowed.class, "not-booker");
    }

    @Test
    void to_an_outsider_there_is_no_booking_to_cancel() {
        refused(LENT, cancel(FIRST, GENEVA, 9), NotFound.class, "no-such-coalition");
        refused(LENT, cancel(SECOND, GENEVA, 9), NotFound.class, "no-such-coalition");
    }

    @Test
    void who_left_without_having_booked_is_an_outsider() {
        refused(and(LENT, left(LONDON)), cancel(FIRST, LONDON, 9), NotFound.class, "no-such-coalition");
    }

    @Test
    void cancelling_twice_changes_nothing() {
        nothing(and(LENT, cancelled(FIRST, PARIS)), cancel(FIRST, PARIS, 9));
    }

    @Test
    void what_came_back_is_not_cancelled() {
        refused(and(LENT, returned(FIRST, PARIS, 11)), cancel(FIRST, PARIS, 12), Conflict.class, "booking-returned");
    }

    @Test
    void a_booking_that_there_is_not_is_not_cancelled() {
        refused(LENT, cancel(SECOND, PARIS, 9), NotFound.class, "no-such-booking");
        refused(LENT, new CancelBooking(ALEPPO, MEGAPHONES, FIRST, PARIS, hour(9)), NotFound.class, "no-such-resource");
    }

    @Test
    void the_booker_returns() {
        does(LENT, giveBack(FIRST, PARIS, 11), returned(FIRST, PARIS, 11));
    }

    @Test
    void the_owner_says_that_it_is_back() {
        does(LENT, giveBack(FIRST, BERLIN, 11), returned(FIRST, BERLIN, 11));
    }

    @Test
    void a_booker_that_left_still_returns() {
        does(and(LENT, left(PARIS)), giveBack(FIRST, PARIS, 11), returned(FIRST, PARIS, 11));
    }

    @Test
    void another_member_does_not_return() {
        refused(LENT, giveBack(FIRST, LONDON, 11), NotAllowed.class, "not-booker");
    }

    @Test
    void to_an_outsider_there_is_nothing_to_return() {
        refused(LENT, giveBack(FIRST, GENEVA, 11), NotFound.class, "no-such-coalition");
    }

    @Test
    void returning_twice_changes_nothing() {
        nothing(and(LENT, returned(FIRST, PARIS, 11)), giveBack(FIRST, PARIS, 12));
    }

    @Test
    void what_was_cancelled_is_not_returned() {
        refused(and(LENT, cancelled(FIRST, PARIS)), giveBack(FIRST, PARIS, 11), Conflict.class, "booking-cancelled");
    }

    @Test
    void a_booking_that_there_is_not_is_not_returned() {
        refused(LENT, giveBack(SECOND, PARIS, 11), NotFound.class, "no-such-booking");
    }

    @Test
    void the_owner_withdraws_what_nobody_booked() {
        does(begun(), withdraw(BERLIN, 9), withdrawnAt(9));
    }

    @Test
    void an_owner_that_left_still_withdraws() {
        does(begunAnd(left(BERLIN)), withdraw(BERLIN, 9), withdrawnAt(9));
    }

    @Test
    void withdrawing_cancels_every_booking_that_is_not_over() {
        does(
                begunAnd(
                        booked(FIRST, PARIS, 1, 10, 12),
                        booked(SECOND, PARIS, 1, 11, 13),
                        booked(THIRD, LONDON, 1, 20, 21)),
                withdraw(BERLIN, 12),
                cancelledAt(SECOND, BERLIN, 12),
                cancelledAt(THIRD, BERLIN, 12),
                withdrawnAt(12));
    }

    @Test
    void withdrawing_leaves_what_came_back_or_was_cancelled_as_it_is() {
        does(
                begunAnd(
                        booked(FIRST, PARIS, 1, 10, 20),
                        booked(SECOND, PARIS, 1, 11, 20),
                        returned(FIRST, PARIS, 11),
                        cancelled(SECOND, PARIS)),
                withdraw(BERLIN, 12),
                withdrawnAt(12));
    }

    @Test
    void another_member_does_not_withdraw() {
        refused(LENT, withdraw(PARIS, 9), NotAllowed.class, "not-owner");
    }

    @Test
    void to_an_outsider_there_is_nothing_to_withdraw() {
        refused(LENT, withdraw(GENEVA, 9), NotFound.class, "no-such-coalition");
    }

    @Test
    void withdrawing_twice_changes_nothing() {
        nothing(begunAnd(withdrawn()), withdraw(BERLIN, 9));
    }

    @Test
    void a_resource_that_there_is_not_is_not_withdrawn() {
        refused(
                LENT,
                new WithdrawResource(GHOUTA, new ResourceId("bus"), PARIS, hour(9)),
                NotFound.class,
                "no-such-resource");
    }

    private void does(Fact[] given, Object command, Object... events) {
        fixture.given().events((Object[]) given).when().command(command).then().events(events);
    }

    private void nothing(Fact[] given, Object command) {
        fixture.given()
                .events((Object[]) given)
                .when()
                .command(command)
                .then()
                .success()
                .noEvents();
    }

    private void refused(Fact[] given, Object command, Class<? extends Refusal> type, String code) {
        fixture.given()
                .events((Object[]) given)
                .when()
                .command(command)
                .then()
                .noEvents()
                .exceptionSatisfies(
                        refusal -> assertThat(refusal).isInstanceOf(type).hasMessageContaining(code));
    }

    private static Fact[] and(Fact[] given, Fact more) {
        return Stream.concat(Stream.of(given), Stream.of(more)).toArray(Fact[]::new);
    }

    private static CancelBooking cancel(BookingId booking, OrganizationId by, int at) {
        return new CancelBooking(GHOUTA, MEGAPHONES, booking, by, hour(at));
    }

    private static ReturnResource giveBack(BookingId booking, OrganizationId by, int at) {
        return new ReturnResource(GHOUTA, MEGAPHONES, booking, by, hour(at));
    }

    private static WithdrawResource withdraw(OrganizationId by, int at) {
        return new WithdrawResource(GHOUTA, MEGAPHONES, by, hour(at));
    }

    private static BookingCancelled cancelledAt(BookingId booking, OrganizationId by, int at) {
        return new BookingCancelled(GHOUTA, MEGAPHONES, booking, by, hour(at));
    }

    private static ResourceWithdrawn withdrawnAt(int at) {
        return new ResourceWithdrawn(GHOUTA, MEGAPHONES, BERLIN, hour(at));
    }
}
