package org.tansiq.domain.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tansiq.domain.actions.Scene.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.test.fixture.AxonTestFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.shared.Fact;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Text;
import org.tansiq.domain.shared.Visibility;

/** The life of a finding: raised, seen, then acknowledged or said to be different. */
class FindingsTest {
    private static final Slot LATER = berlin("2018-02-24T19:00", "2018-02-24T21:00");
    private static final Slot A_LITTLE_LATER = berlin("2018-02-24T19:10", "2018-02-24T21:10");
    private static final Slot NEXT_WEEK = berlin("2018-03-03T18:00", "2018-03-03T20:00");
    private static final Place POTSDAM = place("potsdam", "Europe/Berlin", "DE");
    private static final Slot IN_POTSDAM = new Slot(POTSDAM, EVENING.from(), EVENING.until());

    private static final FindingId BOTH = new FindingId(GHOUTA, VIGIL, MARCH);
    private static final List<Ground> GROUNDS =
            List.of(new Ground(Ground.Kind.SAME_CITY, null), new Ground(Ground.Kind.MINUTES_APART, 60L));
    private static final Text WHY = Text.of("en", "Two squares, two audiences");
    private static final Text NOTHING = new Text(Map.of());
    private static final Visibility PRIVATE = new Visibility(Visibility.Reach.ORG, Set.of(), null);

    private final AxonTestFixture fixture = fixture();

    @AfterEach
    void stop() {
        fixture.stop();
    }

    @Test
    void a_pair_is_the_same_whichever_is_named_first() {
        assertThat(new FindingId(GHOUTA, MARCH, VIGIL)).isEqualTo(BOTH).hasToString("ghouta/march+vigil");
    }

    @Test
    void what_the_matcher_found_is_raised() {
        fixture.given().events(twoThatMeet()).when().command(raise(60)).then().events(raised(60));
    }

    @Test
    void what_is_raised_already_is_not_raised_again() {
        fixture.given()
                .events(and(twoThatMeet(), raised(60)))
                .when()
                .command(raise(60))
                .then()
                .success()
                .noEvents();
    }

    @Test
    void another_judgement_takes_the_place_of_the_first() {
        fixture.given()
                .events(and(twoThatMeet(), raised(60)))
                .when()
                .command(raise(85))
                .then()
                .events(raised(85));
    }

    @Test
    void after_either_moved_it_is_raised_anew() {
        fixture.given()
                .events(and(twoThatMeet(), raised(60), rescheduled(MARCH, UNION, LATER, A_LITTLE_LATER, VIGIL)))
                .when()
                .command(raise(60))
                .then()
                .events(raised(60));
    }

    @Test
    void what_was_said_to_be_different_is_never_raised_again_also_after_either_moved() {
        fixture.given()
                .events(and(
                        twoThatMeet(),
                        raised(60),
                        different(GREENS),
                        rescheduled(MARCH, UNION, LATER, A_LITTLE_LATER, VIGIL)))
                .when()
                .command(raise(90))
                .then()
                .success()
                .noEvents();
    }

    @Test
    void what_does_not_take_place_at_one_time_any_more_is_not_raised() {
        fixture.given()
                .events(and(twoThatMeet(), rescheduled(MARCH, UNION, LATER, NEXT_WEEK)))
                .when()
                .command(raise(60))
                .then()
                .success()
                .noEvents();
    }

    @Test
    void what_is_cancelled_is_not_raised() {
        fixture.given()
                .events(and(twoThatMeet(), cancelled(MARCH, UNION, LATER)))
                .when()
                .command(raise(60))
                .then()
                .success()
                .noEvents();
    }

    @Test
    void the_organisers_of_either_side_see_it_once() {
        fixture.given()
                .events(and(twoThatMeet(), raised(60)))
                .when()
                .command(new SeeFinding(BOTH, GREENS, NOW))
                .then()
                .events(seen(GREENS))
                .and()
                .when()
                .command(new SeeFinding(BOTH, UNION, NOW))
                .then()
                .events(seen(UNION))
                .and()
                .when()
                .command(new SeeFinding(BOTH, GREENS, NOW))
                .then()
                .success()
                .noEvents();
    }

    @Test
    void an_organiser_goes_on_and_says_why() {
        fixture.given()
                .events(twoThatMeet())
                .when()
                .command(new AcknowledgeFinding(BOTH, GREENS, WHY, NOW))
                .then()
                .events(acknowledged(GREENS, WHY));
    }

    @Test
    void going_on_for_the_same_reason_changes_nothing_and_another_reason_is_recorded() {
        var other = Text.of("en", "The police split us");
        fixture.given()
                .events(and(twoThatMeet(), acknowledged(GREENS, WHY)))
                .when()
                .command(new AcknowledgeFinding(BOTH, GREENS, WHY, NOW))
                .then()
                .success()
                .noEvents()
                .and()
                .when()
                .command(new AcknowledgeFinding(BOTH, GREENS, other, NOW))
                .then()
                .events(acknowledged(GREENS, other));
    }

    @Test
    void going_on_needs_a_reason() {
        assertThatThrownBy(() -> new AcknowledgeFinding(BOTH, GREENS, NOTHING, NOW))
                .isInstanceOf(Invalid.class)
                .satisfies(refusal("text-empty"));
    }

    @Test
    void an_organiser_says_that_they_are_different_once() {
        fixture.given()
                .events(and(twoThatMeet(), raised(60)))
                .when()
                .command(new SayDifferent(BOTH, UNION, NOTHING, NOW))
                .then()
                .events(different(UNION))
                .and()
                .when()
                .command(new SayDifferent(BOTH, GREENS, WHY, NOW))
                .then()
                .success()
                .noEvents();
    }

    @Test
    void what_was_acknowledged_may_still_be_said_to_be_different() {
        fixture.given()
                .events(and(twoThatMeet(), acknowledged(GREENS, WHY)))
                .when()
                .command(new SayDifferent(BOTH, GREENS, NOTHING, NOW))
                .then()
                .events(different(GREENS));
    }

    @Test
    void what_was_said_to_be_different_need_not_be_acknowledged() {
        fixture.given()
                .events(and(twoThatMeet(), different(UNION)))
                .when()
                .command(new AcknowledgeFinding(BOTH, GREENS, WHY, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusal("said-different"));
    }

    @Test
    void who_organises_neither_decides_nothing() {
        for (var command : decisions(STRANGERS)) {
            fixture()
                    .given()
                    .events(and(twoThatMeet(), joined(STRANGERS), raised(60)))
                    .when()
                    .command(command)
                    .then()
                    .noEvents()
                    .exceptionSatisfies(refusal("not-organizer"));
        }
    }

    @Test
    void who_is_no_member_finds_no_coalition() {
        for (var command : decisions(STRANGERS)) {
            fixture()
                    .given()
                    .events(twoThatMeet())
                    .when()
                    .command(command)
                    .then()
                    .noEvents()
                    .exceptionSatisfies(refusal("no-such-coalition"));
        }
    }

    @Test
    void who_may_not_see_one_of_the_two_finds_no_such_pair() {
        for (var command : decisions(GREENS)) {
            fixture()
                    .given()
                    .events(and(
                            twoThatMeet(),
                            raised(60),
                            new ActionShown(GHOUTA, MARCH, UNION, PRIVATE, Visibility.COALITION, NOW)))
                    .when()
                    .command(command)
                    .then()
                    .noEvents()
                    .exceptionSatisfies(refusal("no-such-collision"));
        }
    }

    @Test
    void what_does_not_meet_is_no_pair() {
        for (var command : decisions(GREENS)) {
            fixture()
                    .given()
                    .events(joined(GREENS), scheduled(VIGIL, GREENS, EVENING), scheduled(MARCH, GREENS, NEXT_WEEK))
                    .when()
                    .command(command)
                    .then()
                    .noEvents()
                    .exceptionSatisfies(refusal("no-such-collision"));
        }
    }

    @Test
    void neighbouring_towns_are_a_pair_once_it_was_raised() {
        fixture.given()
                .events(
                        joined(GREENS),
                        joined(UNION),
                        scheduled(VIGIL, GREENS, EVENING),
                        scheduled(MARCH, UNION, IN_POTSDAM))
                .when()
                .command(new SeeFinding(BOTH, GREENS, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusal("no-such-collision"))
                .and()
                .when()
                .command(raise(70))
                .then()
                .events(raised(70))
                .and()
                .when()
                .command(new SeeFinding(BOTH, GREENS, NOW))
                .then()
                .events(seen(GREENS));
    }

    @Test
    void that_two_are_near_in_two_towns_is_not_for_who_does_not_see_both_venues() {
        fixture.given()
                .events(
                        joined(GREENS),
                        joined(UNION),
                        scheduled(VIGIL, GREENS, EVENING),
                        scheduled(MARCH, UNION, IN_POTSDAM),
                        raised(70),
                        new ActionShown(GHOUTA, MARCH, UNION, Visibility.COALITION, PRIVATE, NOW))
                .when()
                .command(new SeeFinding(BOTH, GREENS, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusal("no-such-collision"))
                .and()
                .when()
                .command(new SeeFinding(BOTH, UNION, NOW))
                .then()
                .events(seen(UNION));
    }

    @Test
    void what_was_said_to_be_different_is_no_reason_to_refuse_a_move() {
        fixture.given()
                .events(and(twoThatMeet(), different(GREENS)))
                .when()
                .command(reschedule(MARCH, UNION, A_LITTLE_LATER))
                .then()
                .events(rescheduled(MARCH, UNION, LATER, A_LITTLE_LATER, VIGIL));
    }

    @Test
    void what_was_not_said_to_be_different_still_is() {
        fixture.given()
                .events(and(twoThatMeet(), acknowledged(GREENS, WHY)))
                .when()
                .command(reschedule(MARCH, UNION, A_LITTLE_LATER))
                .then()
                .noEvents()
                .exceptionSatisfies(collidingWith(VIGIL));
    }

    private static List<Object> decisions(OrganizationId by) {
        return List.of(
                new SeeFinding(BOTH, by, NOW),
                new AcknowledgeFinding(BOTH, by, WHY, NOW),
                new SayDifferent(BOTH, by, NOTHING, NOW));
    }

    private static List<Fact> twoThatMeet() {
        return List.of(
                joined(GREENS),
                joined(UNION),
                scheduled(VIGIL, GREENS, EVENING),
                scheduled(MARCH, UNION, LATER, VIGIL));
    }

    private static List<Fact> and(List<Fact> before, Fact... after) {
        var all = new ArrayList<>(before);
        all.addAll(List.of(after));
        return all;
    }

    private static RaiseFinding raise(int score) {
        return new RaiseFinding(BOTH, Relation.OVERLAP, score, GROUNDS, NOW);
    }

    private static FindingRaised raised(int score) {
        return new FindingRaised(GHOUTA, MARCH, VIGIL, Relation.OVERLAP, score, GROUNDS, NOW);
    }

    private static FindingSeen seen(OrganizationId by) {
        return new FindingSeen(GHOUTA, MARCH, VIGIL, by, NOW);
    }

    private static FindingAcknowledged acknowledged(OrganizationId by, Text reason) {
        return new FindingAcknowledged(GHOUTA, MARCH, VIGIL, by, reason, NOW);
    }

    private static FindingSaidDifferent different(OrganizationId by) {
        return new FindingSaidDifferent(GHOUTA, MARCH, VIGIL, by, NOTHING, NOW);
    }
}
