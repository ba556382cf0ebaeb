package org.tansiq.domain.permits;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tansiq.domain.Scene.*;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Set;
import org.axonframework.test.fixture.AxonTestFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tansiq.domain.Scene;
import org.tansiq.domain.actions.ActionCancelled;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.actions.ActionRescheduled;
import org.tansiq.domain.actions.ActionShown;
import org.tansiq.domain.actions.ActionsMerged;
import org.tansiq.domain.actions.MergeUndone;
import org.tansiq.domain.actions.OrganizerJoined;
import org.tansiq.domain.actions.OrganizerLeft;
import org.tansiq.domain.actions.Place;
import org.tansiq.domain.actions.Slot;
import org.tansiq.domain.actions.Venue;
import org.tansiq.domain.shared.CityId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.Limits;
import org.tansiq.domain.shared.NotAllowed;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Text;
import org.tansiq.domain.shared.Visibility;

class ReportingPermitsTest {
    private static final ActionId VIGIL = new ActionId("vigil");
    private static final Text REFERENCE = Text.of("en", "LKA 541/18");
    private static final Slot SLOT = scheduled(GHOUTA, VIGIL).slot();

    private final AxonTestFixture fixture = AxonTestFixture.with(
            PermitsModule.register(Scene.configurer()), AxonTestFixture.Customization::disableAxonServer);

    @AfterEach
    void stop() {
        fixture.stop();
    }

    private static ReportPermit report(OrganizationId by, PermitState state, Text note) {
        return new ReportPermit(GHOUTA, VIGIL, by, state, note, NOW);
    }

    private static ReportPermit granted(OrganizationId by) {
        return report(by, PermitState.GRANTED, REFERENCE);
    }

    private static PermitReported reported(OrganizationId by, PermitState state) {
        return new PermitReported(GHOUTA, VIGIL, by, state, REFERENCE, NOW);
    }

    private static OrganizerJoined joinedOrganizers(OrganizationId organization) {
        return new OrganizerJoined(GHOUTA, VIGIL, organization, NOW);
    }

    private static ActionRescheduled moved(Slot to) {
        return new ActionRescheduled(
                GHOUTA,
                VIGIL,
                PARIS,
                Text.of("en", "Vigil"),
                null,
                SLOT,
                to,
                new Venue(Text.of("en", "Square"), null),
                Set.of(),
                NOW);
    }

    private static Slot later(Duration by) {
        return new Slot(SLOT.place(), SLOT.from().plus(by), SLOT.until().plus(by));
    }

    @ParameterizedTest
    @EnumSource(PermitState.class)
    void an_organiser_tells_how_it_stands(PermitState state) {
        fixture.given()
                .events(joined(PARIS), scheduled(GHOUTA, VIGIL))
                .when()
                .command(report(PARIS, state, REFERENCE))
                .then()
                .events(reported(PARIS, state));
    }

    @Test
    void one_who_joined_the_organisers_tells_it_and_one_who_left_them_does_not() {
        fixture.given()
                .events(joined(BERLIN), scheduled(GHOUTA, VIGIL), joinedOrganizers(BERLIN))
                .when()
                .command(granted(BERLIN))
                .then()
                .events(reported(BERLIN, PermitState.GRANTED));
        fixture.given()
                .events(
                        joined(BERLIN),
                        scheduled(GHOUTA, VIGIL),
                        joinedOrganizers(BERLIN),
                        new OrganizerLeft(GHOUTA, VIGIL, BERLIN, NOW))
                .when()
                .command(granted(BERLIN))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotAllowed.class, "not-organizer"));
    }

    @Test
    void a_member_who_does_not_organise_it_tells_nothing() {
        fixture.given()
                .events(joined(BERLIN), scheduled(GHOUTA, VIGIL))
                .when()
                .command(granted(BERLIN))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotAllowed.class, "not-organizer"));
    }

    @Test
    void an_outsider_sees_no_coalition_and_a_member_no_action_that_is_hidden_from_it() {
        fixture.given()
                .events(joined(PARIS), scheduled(GHOUTA, VIGIL))
                .when()
                .command(granted(BERLIN))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-coalition"));
        fixture.given()
                .events(
                        joined(BERLIN),
                        scheduled(GHOUTA, VIGIL),
                        new ActionShown(
                                GHOUTA,
                                VIGIL,
                                PARIS,
                                new Visibility(Visibility.Reach.ORG, Set.of(), null),
                                Visibility.COALITION,
                                NOW))
                .when()
                .command(granted(BERLIN))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-action"));
    }

    @Test
    void an_action_that_is_not_there_or_another_coalitions_has_no_permit() {
        fixture.given()
                .events(joined(PARIS))
                .when()
                .command(granted(PARIS))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-action"));
        fixture.given()
                .events(joined(PARIS), scheduled(new CoalitionId("aleppo"), VIGIL))
                .when()
                .command(granted(PARIS))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-action"));
    }

    @Test
    void telling_the_same_again_changes_nothing_and_another_note_does() {
        fixture.given()
                .events(joined(PARIS), scheduled(GHOUTA, VIGIL), reported(PARIS, PermitState.GRANTED))
                .when()
                .command(granted(PARIS))
                .then()
                .success()
                .noEvents();
        var noted = Text.of("en", "No torches");
        fixture.given()
                .events(joined(PARIS), scheduled(GHOUTA, VIGIL), reported(PARIS, PermitState.GRANTED))
                .when()
                .command(report(PARIS, PermitState.GRANTED, noted))
                .then()
                .events(new PermitReported(GHOUTA, VIGIL, PARIS, PermitState.GRANTED, noted, NOW));
    }

    @Test
    void whom_a_merge_brings_tells_it_until_the_merge_is_undone() {
        var other = new ActionId("other");
        var merged = new ActionsMerged(GHOUTA, VIGIL, other, BERLIN, PARIS, SLOT, Set.of(BERLIN), NOW);
        fixture.given()
                .events(joined(BERLIN), scheduled(GHOUTA, VIGIL), merged)
                .when()
                .command(granted(BERLIN))
                .then()
                .events(reported(BERLIN, PermitState.GRANTED));
        fixture.given()
                .events(
                        joined(BERLIN),
                        scheduled(GHOUTA, VIGIL),
                        merged,
                        new MergeUndone(GHOUTA, VIGIL, other, BERLIN, SLOT, Set.of(BERLIN), Set.of(), NOW))
                .when()
                .command(granted(BERLIN))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotAllowed.class, "not-organizer"));
    }

    @Test
    void of_an_action_that_is_part_of_another_nothing_is_told_until_it_is_one_again() {
        var other = new ActionId("other");
        var merged = new ActionsMerged(GHOUTA, other, VIGIL, BERLIN, PARIS, SLOT, Set.of(PARIS), NOW);
        fixture.given()
                .events(joined(PARIS), scheduled(GHOUTA, VIGIL), merged)
                .when()
                .command(granted(PARIS))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(Conflict.class, "action-merged"));
        fixture.given()
                .events(
                        joined(PARIS),
                        scheduled(GHOUTA, VIGIL),
                        merged,
                        new MergeUndone(GHOUTA, other, VIGIL, BERLIN, SLOT, Set.of(PARIS), Set.of(), NOW))
                .when()
                .command(granted(PARIS))
                .then()
                .events(reported(PARIS, PermitState.GRANTED));
    }

    @Test
    void of_a_cancelled_action_nothing_is_told() {
        fixture.given()
                .events(
                        joined(PARIS),
                        scheduled(GHOUTA, VIGIL),
                        new ActionCancelled(GHOUTA, VIGIL, PARIS, SLOT, Text.of("en", "Storm"), NOW))
                .when()
                .command(granted(PARIS))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(Conflict.class, "action-cancelled"));
    }

    @Test
    void on_another_day_the_same_is_told_anew_and_at_another_hour_it_still_holds() {
        fixture.given()
                .events(
                        joined(PARIS),
                        scheduled(GHOUTA, VIGIL),
                        reported(PARIS, PermitState.GRANTED),
                        moved(later(Duration.ofDays(1))))
                .when()
                .command(granted(PARIS))
                .then()
                .events(reported(PARIS, PermitState.GRANTED));
        fixture.given()
                .events(
                        joined(PARIS),
                        scheduled(GHOUTA, VIGIL),
                        reported(PARIS, PermitState.GRANTED),
                        moved(later(Duration.ofHours(2))))
                .when()
                .command(granted(PARIS))
                .then()
                .success()
                .noEvents();
    }

    @Test
    void in_another_city_the_same_is_told_anew() {
        var lyon = new Place(new CityId("fr-lyon"), ZoneId.of("Europe/Paris"), "FR", Text.of("en", "Lyon"));
        fixture.given()
                .events(
                        joined(PARIS),
                        scheduled(GHOUTA, VIGIL),
                        reported(PARIS, PermitState.GRANTED),
                        moved(new Slot(lyon, SLOT.from(), SLOT.until())))
                .when()
                .command(granted(PARIS))
                .then()
                .events(reported(PARIS, PermitState.GRANTED));
    }

    @Test
    void a_note_has_a_length() {
        var longest = Text.of("en", "x".repeat(Limits.TEXT_LENGTH_MAX));
        fixture.given()
                .events(joined(PARIS), scheduled(GHOUTA, VIGIL))
                .when()
                .command(report(PARIS, PermitState.ASKED, longest))
                .then()
                .success();
        var longer = Text.of("en", "x".repeat(Limits.TEXT_LENGTH_MAX + 1));
        assertThatThrownBy(() -> report(PARIS, PermitState.ASKED, longer))
                .satisfies(refusedAs(Invalid.class, "text-too-long"));
    }
}
