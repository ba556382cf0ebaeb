package org.tansiq.projections.permits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tansiq.projections.permits.PermitBoard.LEAD_TIMES;
import static org.tansiq.projections.permits.PermitBoard.PERMITS;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.actions.ActionCancelled;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.actions.ActionKind;
import org.tansiq.domain.actions.ActionRescheduled;
import org.tansiq.domain.actions.ActionScheduled;
import org.tansiq.domain.actions.ActionShown;
import org.tansiq.domain.actions.ActionsMerged;
import org.tansiq.domain.actions.MergeUndone;
import org.tansiq.domain.actions.Place;
import org.tansiq.domain.actions.Slot;
import org.tansiq.domain.actions.Venue;
import org.tansiq.domain.permits.LeadTime;
import org.tansiq.domain.permits.LeadTimeSet;
import org.tansiq.domain.permits.PermitReported;
import org.tansiq.domain.permits.PermitState;
import org.tansiq.domain.shared.CityId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Fact;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Text;
import org.tansiq.domain.shared.Visibility;
import org.tansiq.projections.shared.Recorded;
import org.tansiq.projections.shared.RowsInMemory;

class PermitBoardTest {
    private static final CoalitionId GHOUTA = new CoalitionId("ghouta");
    private static final OrganizationId GREENS = new OrganizationId("greens");
    private static final ActionId VIGIL = new ActionId("vigil");
    private static final Instant NOW = Instant.parse("2018-02-19T10:00:00Z");
    private static final Text TITLE = Text.of("en", "Vigil");
    private static final Text NOTE = Text.of("en", "LKA 541/18");
    private static final Venue SQUARE = new Venue(Text.of("en", "Square"), null);
    /** Its day begins on the evening before in Greenwich. */
    private static final Place AUCKLAND = place("auckland", "Pacific/Auckland");

    private static final Place BERLIN = place("berlin", "Europe/Berlin");
    private static final Slot SLOT = slot(AUCKLAND, "2018-03-23T20:00:00Z");

    private static Place place(String city, String zone) {
        return new Place(new CityId(city), ZoneId.of(zone), "XX", Text.of("en", city));
    }

    private static Slot slot(Place place, String from) {
        var begins = Instant.parse(from);
        return new Slot(place, begins, begins.plus(Duration.ofHours(2)));
    }

    private static ActionScheduled scheduled(ActionKind kind) {
        return new ActionScheduled(
                GHOUTA, VIGIL, GREENS, TITLE, kind, SLOT, SQUARE, List.of(), null, null, Set.of(), NOW);
    }

    private static ActionRescheduled moved(Slot to) {
        return new ActionRescheduled(GHOUTA, VIGIL, GREENS, TITLE, null, SLOT, to, SQUARE, Set.of(), NOW);
    }

    private static PermitReported reported(PermitState state) {
        return new PermitReported(GHOUTA, VIGIL, GREENS, state, NOTE, NOW);
    }

    private static LeadTimeSet lead(CoalitionId coalition, Place place, int days) {
        return new LeadTimeSet(coalition, place, GREENS, days, NOW);
    }

    private static RowsInMemory fold(Fact... facts) {
        var rows = new RowsInMemory();
        for (var i = 0; i < facts.length; i++) {
            new PermitBoard().apply(new Recorded(i, facts[i]), rows);
            new PermitBoard().apply(new Recorded(i, facts[i]), rows);
        }
        return rows;
    }

    private static PermitRow permit(Fact... facts) {
        return fold(facts).get(PERMITS, VIGIL.value()).orElseThrow();
    }

    @Test
    void before_anybody_said_anything_the_kind_of_action_says_it() {
        var vigil = permit(scheduled(ActionKind.VIGIL));

        assertThat(vigil.state()).isEqualTo(PermitState.TO_BE_ASKED);
        assertThat(vigil.by()).isNull();
        assertThat(vigil.since()).isNull();
        assertThat(permit(scheduled(ActionKind.MEETING)).state()).isEqualTo(PermitState.NOT_NEEDED);
    }

    @Test
    void one_asks_so_many_days_before_the_day_that_it_is_in_the_city() {
        var vigil = permit(scheduled(ActionKind.VIGIL));

        assertThat(vigil.day()).isEqualTo(LocalDate.parse("2018-03-24"));
        assertThat(vigil.leadDays()).isEqualTo(LeadTime.DAYS_UNLESS_SAID);
        assertThat(vigil.askBy()).isEqualTo(LocalDate.parse("2018-03-10"));
    }

    @Test
    void what_the_coalition_knows_of_the_city_counts_for_what_was_scheduled_before_and_after() {
        for (var vigil : List.of(
                permit(scheduled(ActionKind.VIGIL), lead(GHOUTA, AUCKLAND, 3)),
                permit(lead(GHOUTA, AUCKLAND, 9), lead(GHOUTA, AUCKLAND, 3), scheduled(ActionKind.VIGIL)))) {
            assertThat(vigil.leadDays()).isEqualTo(3);
            assertThat(vigil.askBy()).isEqualTo(LocalDate.parse("2018-03-21"));
        }
    }

    @Test
    void of_another_city_or_to_another_coalition_it_says_nothing() {
        var vigil = permit(
                lead(GHOUTA, BERLIN, 3),
                scheduled(ActionKind.VIGIL),
                lead(GHOUTA, BERLIN, 4),
                lead(new CoalitionId("aleppo"), AUCKLAND, 5));

        assertThat(vigil.leadDays()).isEqualTo(LeadTime.DAYS_UNLESS_SAID);
    }

    @Test
    void the_last_report_counts() {
        var vigil = permit(scheduled(ActionKind.VIGIL), reported(PermitState.ASKED), reported(PermitState.GRANTED));

        assertThat(vigil.state()).isEqualTo(PermitState.GRANTED);
        assertThat(vigil.by()).isEqualTo("greens");
        assertThat(vigil.note()).isEqualTo(NOTE);
        assertThat(vigil.since()).isEqualTo(NOW);
    }

    @Test
    void at_another_hour_of_its_day_it_still_holds() {
        var vigil = permit(
                scheduled(ActionKind.VIGIL),
                reported(PermitState.GRANTED),
                moved(slot(AUCKLAND, "2018-03-23T22:00:00Z")));

        assertThat(vigil.state()).isEqualTo(PermitState.GRANTED);
        assertThat(vigil.from()).isEqualTo("2018-03-23T22:00:00Z");
        assertThat(vigil.lapsed()).isNull();
    }

    @Test
    void on_another_day_it_is_to_be_asked_for_again_and_says_what_it_was() {
        var vigil = permit(
                scheduled(ActionKind.VIGIL),
                reported(PermitState.GRANTED),
                moved(slot(AUCKLAND, "2018-03-24T20:00:00Z")),
                moved(slot(AUCKLAND, "2018-03-25T20:00:00Z")));

        assertThat(vigil.state()).isEqualTo(PermitState.TO_BE_ASKED);
        assertThat(vigil.lapsed()).isEqualTo(PermitState.GRANTED);
        assertThat(vigil.note()).isNull();
        assertThat(vigil.askBy()).isEqualTo(LocalDate.parse("2018-03-12"));
    }

    @Test
    void in_another_city_it_is_as_early_as_that_city_wants_it() {
        var there = moved(slot(BERLIN, "2018-03-24T16:00:00Z"));
        var vigil = permit(lead(GHOUTA, BERLIN, 2), scheduled(ActionKind.VIGIL), reported(PermitState.GRANTED), there);

        assertThat(vigil.state()).isEqualTo(PermitState.TO_BE_ASKED);
        assertThat(vigil.askBy()).isEqualTo(LocalDate.parse("2018-03-22"));
        assertThat(permit(lead(GHOUTA, BERLIN, 2), scheduled(ActionKind.VIGIL), there, lead(GHOUTA, BERLIN, 4))
                        .askBy())
                .isEqualTo(LocalDate.parse("2018-03-20"));
    }

    @Test
    void once_it_is_said_anew_nobody_asks_what_it_was() {
        var vigil = permit(
                scheduled(ActionKind.VIGIL),
                reported(PermitState.GRANTED),
                moved(slot(AUCKLAND, "2018-03-24T20:00:00Z")),
                reported(PermitState.ASKED));

        assertThat(vigil.state()).isEqualTo(PermitState.ASKED);
        assertThat(vigil.lapsed()).isNull();
    }

    @Test
    void a_cancelled_action_needs_none() {
        var vigil = permit(
                scheduled(ActionKind.VIGIL),
                new ActionCancelled(GHOUTA, VIGIL, GREENS, SLOT, Text.of("en", "Storm"), NOW));

        assertThat(vigil.cancelled()).isTrue();
        assertThat(Urgency.of(vigil, SLOT.from().minusSeconds(1))).isEqualTo(Urgency.NONE);
    }

    @Test
    void an_action_that_is_part_of_another_needs_none_until_it_is_one_again() {
        var other = new ActionId("other");
        var merged = new ActionsMerged(GHOUTA, other, VIGIL, GREENS, GREENS, SLOT, Set.of(GREENS), NOW);
        var undone = new MergeUndone(GHOUTA, other, VIGIL, GREENS, SLOT, Set.of(), Set.of(), NOW);

        assertThat(permit(scheduled(ActionKind.VIGIL), merged).cancelled()).isTrue();
        assertThat(permit(scheduled(ActionKind.VIGIL), merged, undone).cancelled())
                .isFalse();
    }

    @Test
    void others_see_it_and_it_is_as_it_was() {
        var shown = new ActionShown(
                GHOUTA, VIGIL, GREENS, new Visibility(Visibility.Reach.ORG, Set.of(), null), Visibility.COALITION, NOW);

        assertThat(permit(scheduled(ActionKind.VIGIL), reported(PermitState.ASKED), shown))
                .isEqualTo(permit(scheduled(ActionKind.VIGIL), reported(PermitState.ASKED)));
    }

    @Test
    void who_said_last_how_early_a_city_wants_it_is_known() {
        var berlin = fold(lead(GHOUTA, BERLIN, 3), lead(GHOUTA, BERLIN, 2))
                .get(LEAD_TIMES, "ghouta/berlin")
                .orElseThrow();

        assertThat(berlin.days()).isEqualTo(2);
        assertThat(berlin.by()).isEqualTo("greens");
    }
}
