package org.tansiq.domain.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tansiq.domain.resources.Story.BERLIN;
import static org.tansiq.domain.resources.Story.FIRST;
import static org.tansiq.domain.resources.Story.FOR_SPEECHES;
import static org.tansiq.domain.resources.Story.GHOUTA;
import static org.tansiq.domain.resources.Story.LONDON;
import static org.tansiq.domain.resources.Story.MEGAPHONES;
import static org.tansiq.domain.resources.Story.NOW;
import static org.tansiq.domain.resources.Story.PARIS;
import static org.tansiq.domain.resources.Story.hour;

import java.util.Set;
import java.util.function.Consumer;
import org.axonframework.test.fixture.AxonTestFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Refusal;
import org.tansiq.domain.shared.Visibility;
import org.tansiq.domain.shared.Visibility.Reach;

class ShowingResourcesTest {
    private static final Visibility WITH_LONDON = new Visibility(Reach.NAMED, Set.of(LONDON), null);
    private static final Visibility LATER = new Visibility(Reach.COALITION, Set.of(), hour(5));

    private final AxonTestFixture fixture =
            AxonTestFixture.with(Story.axon(), AxonTestFixture.Customization::disableAxonServer);

    @AfterEach
    void stop() {
        fixture.stop();
    }

    private static ResourceShown shown(Visibility visibility) {
        return new ResourceShown(GHOUTA, MEGAPHONES, BERLIN, visibility, NOW);
    }

    private static BookResource booking(OrganizationId by) {
        return new BookResource(GHOUTA, MEGAPHONES, FIRST, by, 1, hour(1), hour(2), FOR_SPEECHES, NOW);
    }

    private static ResourceBooked booked(OrganizationId by) {
        return new ResourceBooked(GHOUTA, MEGAPHONES, FIRST, by, 1, hour(1), hour(2), FOR_SPEECHES, NOW);
    }

    private static Consumer<Throwable> refused(String code) {
        return thrown -> assertThat(thrown)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @Test
    void the_owner_says_who_sees_it() {
        fixture.given()
                .events((Object[]) Story.begun())
                .when()
                .command(new ShowResource(GHOUTA, MEGAPHONES, BERLIN, WITH_LONDON, NOW))
                .then()
                .events(shown(WITH_LONDON));
    }

    @Test
    void nobody_else_says_it() {
        fixture.given()
                .events((Object[]) Story.begun())
                .when()
                .command(new ShowResource(GHOUTA, MEGAPHONES, PARIS, WITH_LONDON, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refused("not-owner"));
    }

    @Test
    void whoever_may_not_see_it_books_it_as_little_as_what_is_not_there() {
        fixture.given()
                .events((Object[]) Story.begunAnd(shown(WITH_LONDON)))
                .when()
                .command(booking(PARIS))
                .then()
                .noEvents()
                .exceptionSatisfies(refused("no-such-resource"));
    }

    @Test
    void whoever_is_named_books_it() {
        fixture.given()
                .events((Object[]) Story.begunAnd(shown(WITH_LONDON)))
                .when()
                .command(booking(LONDON))
                .then()
                .events(booked(LONDON));
    }

    @Test
    void whoever_booked_it_gives_it_back_although_it_is_hidden_since() {
        fixture.given()
                .events((Object[]) Story.begunAnd(booked(PARIS), shown(WITH_LONDON)))
                .when()
                .command(new CancelBooking(GHOUTA, MEGAPHONES, FIRST, PARIS, NOW))
                .then()
                .events(new BookingCancelled(GHOUTA, MEGAPHONES, FIRST, PARIS, NOW));
    }

    @Test
    void an_embargo_is_lifted_once_it_is_due() {
        fixture.given()
                .events((Object[]) Story.begunAnd(shown(LATER)))
                .when()
                .command(new LiftResourceEmbargo(GHOUTA, MEGAPHONES, BERLIN, hour(5), NOW))
                .then()
                .events(shown(Visibility.COALITION));
    }

    @Test
    void before_it_is_due_it_stays() {
        fixture.given()
                .events((Object[]) Story.begunAnd(shown(LATER)))
                .when()
                .command(new LiftResourceEmbargo(GHOUTA, MEGAPHONES, BERLIN, hour(4), NOW))
                .then()
                .success()
                .noEvents();
    }
}
