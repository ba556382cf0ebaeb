package org.tansiq.domain.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.tansiq.domain.Scene.mergeUndone;
import static org.tansiq.domain.Scene.merged;
import static org.tansiq.domain.Scene.refusedAs;
import static org.tansiq.domain.Scene.scheduled;
import static org.tansiq.domain.resources.Story.ALEPPO;
import static org.tansiq.domain.resources.Story.BERLIN;
import static org.tansiq.domain.resources.Story.FIRST;
import static org.tansiq.domain.resources.Story.FOR_SPEECHES;
import static org.tansiq.domain.resources.Story.GENEVA;
import static org.tansiq.domain.resources.Story.GHOUTA;
import static org.tansiq.domain.resources.Story.LONDON;
import static org.tansiq.domain.resources.Story.MEGAPHONES;
import static org.tansiq.domain.resources.Story.NOW;
import static org.tansiq.domain.resources.Story.PARIS;
import static org.tansiq.domain.resources.Story.SECOND;
import static org.tansiq.domain.resources.Story.THIRD;
import static org.tansiq.domain.resources.Story.axon;
import static org.tansiq.domain.resources.Story.begun;
import static org.tansiq.domain.resources.Story.begunAnd;
import static org.tansiq.domain.resources.Story.book;
import static org.tansiq.domain.resources.Story.booked;
import static org.tansiq.domain.resources.Story.cancelled;
import static org.tansiq.domain.resources.Story.hour;
import static org.tansiq.domain.resources.Story.joined;
import static org.tansiq.domain.resources.Story.left;
import static org.tansiq.domain.resources.Story.offered;
import static org.tansiq.domain.resources.Story.returned;
import static org.tansiq.domain.resources.Story.taskOpened;
import static org.tansiq.domain.resources.Story.withdrawn;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.axonframework.test.fixture.AxonTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.members.OrganizationJoined;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.Fact;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.domain.shared.Text;

class BookingResourcesTest {
    private final AxonTestFixture fixture =
            AxonTestFixture.with(axon(), AxonTestFixture.Customization::disableAxonServer);

    @AfterEach
    void stop() {
        fixture.stop();
    }

    @Test
    void a_member_books_what_is_free() {
        books(begun(), book(FIRST, PARIS, 5, 10, 12), booked(FIRST, PARIS, 5, 10, 12));
    }

    @Test
    void the_owner_books_its_own() {
        books(begun(), book(FIRST, BERLIN, 1, 10, 12), booked(FIRST, BERLIN, 1, 10, 12));
    }

    @Test
    void overlapping_bookings_go_up_to_the_quantity() {
        books(
                begunAnd(booked(FIRST, PARIS, 3, 10, 12)),
                book(SECOND, LONDON, 2, 11, 13),
                booked(SECOND, LONDON, 2, 11, 13));
    }

    @Test
    void one_more_than_there_is_is_refused_with_what_is_free() {
        fixture.given()
                .events((Object[]) begunAnd(booked(FIRST, PARIS, 3, 10, 12)))
                .when()
                .command(book(SECOND, LONDON, 3, 11, 13))
                .then()
                .noEvents()
                .exceptionSatisfies(refusal -> {
                    assertThat(refusal).isInstanceOf(Conflict.class);
                    assertThat(((Conflict) refusal).code()).isEqualTo("resource-short");
                    assertThat(((Conflict) refusal).details())
                            .isEqualTo(Map.of(
                                    "free", 2, "wanted", 3, "from", hour(11).toString(), "until", hour(13).toString()));
                });
    }

    @Test
    void bookings_that_never_overlap_each_other_are_not_summed() {
        books(
                begunAnd(booked(FIRST, PARIS, 3, 8, 10), booked(SECOND, PARIS, 3, 10, 12)),
                book(THIRD, LONDON, 2, 7, 13),
                booked(THIRD, LONDON, 2, 7, 13));
    }

    @Test
    void a_short_peak_in_the_middle_of_a_long_booking_counts() {
        refused(
                begunAnd(booked(FIRST, PARIS, 2, 8, 11), booked(SECOND, PARIS, 2, 10, 12)),
                book(THIRD, LONDON, 2, 7, 13),
                "resource-short");
    }

    @Test
    void one_may_begin_at_the_instant_at_which_another_ends() {
        books(
                begunAnd(booked(FIRST, PARIS, 5, 10, 12)),
                book(SECOND, LONDON, 5, 12, 14),
                booked(SECOND, LONDON, 5, 12, 14));
    }

    @Test
    void a_cancelled_booking_takes_nothing() {
        books(
                begunAnd(booked(FIRST, PARIS, 5, 10, 12), cancelled(FIRST, PARIS)),
                book(SECOND, LONDON, 5, 10, 12),
                booked(SECOND, LONDON, 5, 10, 12));
    }

    @Test
    void what_came_back_early_is_free_from_then_on() {
        books(
                begunAnd(booked(FIRST, PARIS, 5, 10, 20), returned(FIRST, PARIS, 12)),
                book(SECOND, LONDON, 5, 12, 14),
                booked(SECOND, LONDON, 5, 12, 14));
    }

    @Test
    void what_came_back_early_was_lent_until_then() {
        refused(
                begunAnd(booked(FIRST, PARIS, 5, 10, 20), returned(FIRST, PARIS, 12)),
                book(SECOND, LONDON, 1, 11, 14),
                "resource-short");
    }

    @Test
    void what_came_back_late_is_lent_no_longer_than_was_booked() {
        books(
                begunAnd(booked(FIRST, PARIS, 5, 10, 12), returned(FIRST, PARIS, 15)),
                book(SECOND, LONDON, 5, 12, 14),
                booked(SECOND, LONDON, 5, 12, 14));
    }

    @Test
    void more_than_there_ever_is_is_refused() {
        refused(begun(), book(FIRST, PARIS, 6, 10, 12), "resource-short");
    }

    @Test
    void the_same_booking_again_changes_nothing() {
        fixture.given()
                .events((Object[]) begunAnd(booked(FIRST, PARIS, 5, 10, 12)))
                .when()
                .command(book(FIRST, PARIS, 5, 10, 12))
                .then()
                .success()
                .noEvents();
    }

    @Test
    void another_booking_under_the_same_id_is_refused() {
        refused(begunAnd(booked(FIRST, PARIS, 1, 10, 12)), book(FIRST, PARIS, 2, 10, 12), "booking-exists");
    }

    @Test
    void a_cancelled_booking_is_not_taken_up_again_under_its_old_id() {
        refused(
                begunAnd(booked(FIRST, PARIS, 1, 10, 12), cancelled(FIRST, PARIS)),
                book(FIRST, PARIS, 1, 10, 12),
                "booking-exists");
    }

    @Test
    void what_is_withdrawn_is_not_lent() {
        refused(begunAnd(withdrawn()), book(FIRST, PARIS, 1, 10, 12), "resource-withdrawn");
    }

    @Test
    void the_whole_time_must_be_within_what_is_offered() {
        Fact[] given = {joined(PARIS), taskOpened(GHOUTA), available(hour(10), hour(12))};
        refused(given, book(FIRST, PARIS, 1, 9, 11), "resource-unavailable");
        refused(given, book(FIRST, PARIS, 1, 11, 13), "resource-unavailable");
    }

    @Test
    void the_whole_offered_time_can_be_booked() {
        books(
                new Fact[] {joined(PARIS), taskOpened(GHOUTA), available(hour(10), hour(12))},
                book(FIRST, PARIS, 1, 10, 12),
                booked(FIRST, PARIS, 1, 10, 12));
    }

    @Test
    void a_refusal_says_when_it_is_available() {
        fixture.given()
                .events(joined(PARIS), taskOpened(GHOUTA), available(hour(10), null))
                .when()
                .command(book(FIRST, PARIS, 1, 9, 11))
                .then()
                .noEvents()
                .exceptionSatisfies(refusal -> assertThat(((Conflict) refusal).details())
                        .isEqualTo(Map.of("availableFrom", hour(10).toString())));
    }

    @Test
    void a_booking_is_for_a_task_that_there_is() {
        notFound("no-such-task", book(FIRST, PARIS, 1, 10, 12), joined(PARIS), offered(5));
    }

    @Test
    void a_task_of_another_coalition_is_none_here() {
        notFound("no-such-task", book(FIRST, PARIS, 1, 10, 12), joined(PARIS), taskOpened(ALEPPO), offered(5));
    }

    @Test
    void a_booking_is_for_an_action_that_there_is() {
        var unknown = new BookResource(
                GHOUTA, MEGAPHONES, FIRST, PARIS, 1, hour(1), hour(2), new ForAction(new ActionId("vigil")), NOW);
        notFound("no-such-action", unknown, begun());
    }

    @Test
    void a_booking_may_be_for_an_action_that_there_is() {
        var vigil = new ActionId("vigil");
        fixture.given()
                .events((Object[]) begunAnd(scheduled(GHOUTA, vigil)))
                .when()
                .command(new BookResource(
                        GHOUTA, MEGAPHONES, FIRST, PARIS, 1, hour(1), hour(2), new ForAction(vigil), NOW))
                .then()
                .events(new ResourceBooked(
                        GHOUTA, MEGAPHONES, FIRST, PARIS, 1, hour(1), hour(2), new ForAction(vigil), NOW));
    }

    @Test
    void a_booking_is_for_the_action_that_remains_and_for_none_that_is_merged_into_another() {
        var vigil = new ActionId("vigil");
        var book = new BookResource(GHOUTA, MEGAPHONES, FIRST, PARIS, 1, hour(1), hour(2), new ForAction(vigil), NOW);
        var booked =
                new ResourceBooked(GHOUTA, MEGAPHONES, FIRST, PARIS, 1, hour(1), hour(2), new ForAction(vigil), NOW);
        fixture.given()
                .events((Object[]) begunAnd(scheduled(GHOUTA, vigil), merged(vigil)))
                .when()
                .command(book)
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(Conflict.class, "action-merged"));
        fixture.given()
                .events((Object[]) begunAnd(scheduled(GHOUTA, vigil), booked, merged(vigil)))
                .when()
                .command(book)
                .then()
                .success()
                .noEvents();
    }

    @Test
    void a_booking_is_for_an_action_that_is_two_again() {
        var vigil = new ActionId("vigil");
        books(
                begunAnd(scheduled(GHOUTA, vigil), merged(vigil), mergeUndone(vigil)),
                new BookResource(GHOUTA, MEGAPHONES, FIRST, PARIS, 1, hour(1), hour(2), new ForAction(vigil), NOW),
                new ResourceBooked(GHOUTA, MEGAPHONES, FIRST, PARIS, 1, hour(1), hour(2), new ForAction(vigil), NOW));
    }

    @Test
    void an_action_of_another_coalition_is_none_here() {
        var vigil = new ActionId("vigil");
        notFound(
                "no-such-action",
                new BookResource(GHOUTA, MEGAPHONES, FIRST, PARIS, 1, hour(1), hour(2), new ForAction(vigil), NOW),
                begunAnd(scheduled(ALEPPO, vigil)));
    }

    @Test
    void a_resource_that_there_is_not_is_not_booked() {
        notFound("no-such-resource", book(FIRST, PARIS, 1, 10, 12), joined(PARIS), taskOpened(GHOUTA));
    }

    @Test
    void a_resource_of_another_coalition_does_not_exist_in_this_one() {
        var elsewhere = new BookResource(ALEPPO, MEGAPHONES, FIRST, PARIS, 1, hour(1), hour(2), FOR_SPEECHES, NOW);
        notFound("no-such-resource", elsewhere, begunAnd(new OrganizationJoined(ALEPPO, PARIS, null, null, NOW)));
    }

    @Test
    void who_is_no_member_sees_no_resource() {
        notFound("no-such-coalition", book(FIRST, GENEVA, 1, 10, 12), begun());
    }

    @Test
    void who_left_books_nothing() {
        notFound("no-such-coalition", book(FIRST, PARIS, 1, 10, 12), begunAnd(left(PARIS)));
    }

    @Test
    void a_booking_ends_after_it_begins() {
        invalid("end-before-start", "until", () -> book(FIRST, PARIS, 1, 10, 10));
    }

    @Test
    void a_booking_lasts_366_days_at_most() {
        var days = 24 * 366;
        assertThat(book(FIRST, PARIS, 1, 0, days).until()).isEqualTo(hour(days));
        invalid("too-long", "until", () -> book(FIRST, PARIS, 1, 0, days + 1));
    }

    @Test
    void nobody_books_nothing() {
        invalid("out-of-range", "quantity", () -> book(FIRST, PARIS, 0, 10, 12));
    }

    private void books(Fact[] given, BookResource command, ResourceEvent event) {
        fixture.given().events((Object[]) given).when().command(command).then().events(event);
    }

    private void refused(Fact[] given, BookResource command, String code) {
        fixture.given()
                .events((Object[]) given)
                .when()
                .command(command)
                .then()
                .noEvents()
                .exceptionSatisfies(refusal ->
                        assertThat(refusal).isInstanceOf(Conflict.class).hasMessageContaining(code));
    }

    private void notFound(String code, BookResource command, Fact... given) {
        fixture.given()
                .events((Object[]) given)
                .when()
                .command(command)
                .then()
                .noEvents()
                .exceptionSatisfies(refusal ->
                        assertThat(refusal).isInstanceOf(NotFound.class).hasMessageContaining(code));
    }

    private static void invalid(String code, String field, Runnable command) {
        assertThatExceptionOfType(Invalid.class).isThrownBy(command::run).satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.field()).isEqualTo(field);
        });
    }

    private static ResourceOffered available(@Nullable Instant from, @Nullable Instant until) {
        return new ResourceOffered(
                GHOUTA,
                MEGAPHONES,
                BERLIN,
                ResourceKind.EQUIPMENT,
                Text.of("en", "Megaphones"),
                Text.of("en", ""),
                5,
                Set.of(),
                null,
                from,
                until,
                NOW);
    }
}
