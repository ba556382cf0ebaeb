package org.tansiq.domain.resources;

import static org.assertj.core.api.Assertions.assertThat;
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
import static org.tansiq.domain.resources.Story.axon;
import static org.tansiq.domain.resources.Story.begun;
import static org.tansiq.domain.resources.Story.booked;
import static org.tansiq.domain.resources.Story.hour;
import static org.tansiq.domain.resources.Story.joined;
import static org.tansiq.domain.resources.Story.left;

import java.util.Set;
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
import org.tansiq.domain.shared.Text;

/** Berlin knows a journalist, and lends her to Paris from ten to twelve. */
class ReadingContactsTest {
    private static final ResourceId JOURNALIST = new ResourceId("journalist");
    private static final Fact[] LENT = lentAnd();

    private final AxonTestFixture fixture =
            AxonTestFixture.with(axon(), AxonTestFixture.Customization::disableAxonServer);

    @AfterEach
    void stop() {
        fixture.stop();
    }

    @Test
    void whoever_it_is_lent_to_reads_it_and_the_owner_is_told() {
        read(LENT, PARIS, 11, new ContactRead(GHOUTA, JOURNALIST, BERLIN, FIRST, PARIS, hour(11)));
    }

    @Test
    void every_reading_is_told_also_another_at_the_same_moment() {
        var before = new ContactRead(GHOUTA, JOURNALIST, BERLIN, FIRST, PARIS, hour(11));

        read(lentAnd(before), PARIS, 11, before);
    }

    @Test
    void it_is_read_from_the_first_instant_of_a_booking_until_just_before_the_last() {
        read(LENT, PARIS, 10, new ContactRead(GHOUTA, JOURNALIST, BERLIN, FIRST, PARIS, hour(10)));
        refused(LENT, PARIS, 12, NotAllowed.class, "not-lent");
    }

    @Test
    void before_the_booking_begins_it_is_not_read() {
        refused(LENT, PARIS, 9, NotAllowed.class, "not-lent");
    }

    @Test
    void once_it_is_given_back_it_is_not_read() {
        refused(
                lentAnd(new ResourceReturned(GHOUTA, JOURNALIST, FIRST, PARIS, hour(11))),
                PARIS,
                11,
                NotAllowed.class,
                "not-lent");
    }

    @Test
    void once_the_booking_is_cancelled_it_is_not_read() {
        refused(
                lentAnd(new BookingCancelled(GHOUTA, JOURNALIST, FIRST, BERLIN, hour(9))),
                PARIS,
                11,
                NotAllowed.class,
                "not-lent");
    }

    @Test
    void of_several_bookings_one_in_force_is_enough() {
        var given =
                lentAnd(new BookingCancelled(GHOUTA, JOURNALIST, FIRST, PARIS, hour(9)), lent(SECOND, PARIS, 11, 13));

        read(given, PARIS, 12, new ContactRead(GHOUTA, JOURNALIST, BERLIN, SECOND, PARIS, hour(12)));
    }

    @Test
    void a_member_that_booked_nothing_does_not_read_it() {
        refused(LENT, LONDON, 11, NotAllowed.class, "not-lent");
    }

    @Test
    void another_s_booking_helps_nobody() {
        refused(lentAnd(lent(SECOND, LONDON, 14, 15)), LONDON, 11, NotAllowed.class, "not-lent");
    }

    @Test
    void once_it_is_withdrawn_it_is_not_read() {
        refused(
                lentAnd(
                        new BookingCancelled(GHOUTA, JOURNALIST, FIRST, BERLIN, hour(10)),
                        new ResourceWithdrawn(GHOUTA, JOURNALIST, BERLIN, hour(10))),
                PARIS,
                11,
                NotAllowed.class,
                "not-lent");
    }

    @Test
    void who_left_the_coalition_reads_nothing_any_more() {
        refused(lentAnd(left(PARIS)), PARIS, 11, NotFound.class, "no-such-coalition");
    }

    @Test
    void to_an_outsider_there_is_nothing_to_read() {
        refused(LENT, GENEVA, 11, NotFound.class, "no-such-coalition");
    }

    @Test
    void what_is_no_contact_has_nobody_to_read_of() {
        refused(
                begunAndLent(booked(FIRST, PARIS, 1, 10, 12)),
                new ReadContact(GHOUTA, MEGAPHONES, PARIS, hour(11)),
                Conflict.class,
                "not-a-contact");
    }

    @Test
    void a_contact_of_another_coalition_is_not_there() {
        refused(
                lentAnd(),
                new ReadContact(GHOUTA, new ResourceId("printer"), PARIS, hour(11)),
                NotFound.class,
                "no-such-resource");
        refused(lentAnd(), new ReadContact(ALEPPO, JOURNALIST, PARIS, hour(11)), NotFound.class, "no-such-coalition");
    }

    private static Fact[] begunAndLent(Fact more) {
        return Stream.concat(Stream.of(begun()), Stream.of(more)).toArray(Fact[]::new);
    }

    private static Fact[] lentAnd(Fact... more) {
        var offered = new ResourceOffered(
                GHOUTA,
                JOURNALIST,
                BERLIN,
                ResourceKind.CONTACT,
                Text.of("en", "A journalist who covers courts"),
                Text.of("en", ""),
                2,
                Set.of(),
                null,
                null,
                null,
                NOW);
        return Stream.concat(
                        Stream.of(joined(BERLIN), joined(PARIS), joined(LONDON), offered, lent(FIRST, PARIS, 10, 12)),
                        Stream.of(more))
                .toArray(Fact[]::new);
    }

    private static ResourceBooked lent(BookingId booking, OrganizationId by, int from, int until) {
        return new ResourceBooked(GHOUTA, JOURNALIST, booking, by, 1, hour(from), hour(until), FOR_SPEECHES, NOW);
    }

    private void read(Fact[] given, OrganizationId by, int at, ContactRead told) {
        fixture.given()
                .events((Object[]) given)
                .when()
                .command(new ReadContact(GHOUTA, JOURNALIST, by, hour(at)))
                .then()
                .events(told);
    }

    private void refused(Fact[] given, OrganizationId by, int at, Class<? extends Refusal> type, String code) {
        refused(given, new ReadContact(GHOUTA, JOURNALIST, by, hour(at)), type, code);
    }

    private void refused(Fact[] given, ReadContact command, Class<? extends Refusal> type, String code) {
        fixture.given()
                .events((Object[]) given)
                .when()
                .command(command)
                .then()
                .noEvents()
                .exceptionSatisfies(
                        refusal -> assertThat(refusal).isInstanceOf(type).hasMessageContaining(code));
    }
}
