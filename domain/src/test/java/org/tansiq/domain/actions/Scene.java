package org.tansiq.domain.actions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.test.fixture.AxonTestFixture;
import org.tansiq.domain.members.MembersModule;
import org.tansiq.domain.members.OrganizationJoined;
import org.tansiq.domain.shared.CityId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Refusal;
import org.tansiq.domain.shared.Text;

/** Who and what the tests of actions are about: Berlin, the last days of February 2018. */
final class Scene {
    static final CoalitionId GHOUTA = new CoalitionId("ghouta");
    static final CoalitionId ALEPPO = new CoalitionId("aleppo");
    static final OrganizationId GREENS = new OrganizationId("greens");
    static final OrganizationId UNION = new OrganizationId("union");
    static final OrganizationId STRANGERS = new OrganizationId("strangers");

    static final ActionId VIGIL = new ActionId("vigil");
    static final ActionId MARCH = new ActionId("march");
    static final ActionId STAND = new ActionId("stand");

    static final Place BERLIN = place("berlin", "Europe/Berlin", "DE");
    static final Place PARIS = place("paris", "Europe/Paris", "FR");
    static final Place NEW_YORK = place("new-york", "America/New_York", "US");

    static final Venue SQUARE = new Venue(Text.of("en", "Alexanderplatz"), new Coordinates(52.5219, 13.4132));
    static final Venue EMBASSY = new Venue(Text.of("en", "Russian Embassy"), null);

    static final Slot EVENING = berlin("2018-02-24T18:00", "2018-02-24T20:00");
    static final Instant NOW = Instant.parse("2018-02-19T10:00:00Z");
    static final Text SORRY = Text.of("en", "no permit");

    static final SynchronizedId BALLOONS = new SynchronizedId("balloons");
    static final Moment AT_SIX = new Moment.SameLocalTime(LocalDateTime.parse("2018-02-24T18:00"));

    private Scene() {}

    static AxonTestFixture fixture() {
        return AxonTestFixture.with(
                ActionsModule.register(MembersModule.register(EventSourcingConfigurer.create())),
                AxonTestFixture.Customization::disableAxonServer);
    }

    static Place place(String city, String zone, String country) {
        return new Place(new CityId(city), ZoneId.of(zone), country, Text.of("en", city));
    }

    static Slot berlin(String from, String until) {
        return slot(BERLIN, from, until);
    }

    /** In the city's own time. */
    static Slot slot(Place place, String from, String until) {
        return new Slot(
                place,
                LocalDateTime.parse(from).atZone(place.zone()).toInstant(),
                LocalDateTime.parse(until).atZone(place.zone()).toInstant());
    }

    static OrganizationJoined joined(CoalitionId coalition, OrganizationId organization) {
        return new OrganizationJoined(coalition, organization, null, null, NOW);
    }

    static OrganizationJoined joined(OrganizationId organization) {
        return joined(GHOUTA, organization);
    }

    static Text titleOf(ActionId action) {
        return Text.of("en", action.value());
    }

    static ScheduleAction schedule(ActionId action, OrganizationId by, Slot slot, ActionId... acknowledged) {
        return new ScheduleAction(
                GHOUTA,
                action,
                by,
                titleOf(action),
                ActionKind.VIGIL,
                slot,
                SQUARE,
                List.of("#SaveGhouta"),
                null,
                Set.of(acknowledged),
                NOW);
    }

    static ActionScheduled scheduled(
            CoalitionId coalition, ActionId action, OrganizationId by, Slot slot, ActionId... acknowledged) {
        return new ActionScheduled(
                coalition,
                action,
                by,
                titleOf(action),
                ActionKind.VIGIL,
                slot,
                SQUARE,
                List.of("#SaveGhouta"),
                null,
                null,
                Set.of(acknowledged),
                NOW);
    }

    static ActionScheduled scheduled(ActionId action, OrganizationId by, Slot slot, ActionId... acknowledged) {
        return scheduled(GHOUTA, action, by, slot, acknowledged);
    }

    static RescheduleAction reschedule(ActionId action, OrganizationId by, Slot slot, ActionId... acknowledged) {
        return new RescheduleAction(GHOUTA, action, by, slot, null, Set.of(acknowledged), NOW);
    }

    static ActionRescheduled rescheduled(
            ActionId action, OrganizationId by, Slot was, Slot slot, ActionId... acknowledged) {
        return new ActionRescheduled(
                GHOUTA, action, by, titleOf(action), null, was, slot, SQUARE, Set.of(acknowledged), NOW);
    }

    static ActionCancelled cancelled(ActionId action, OrganizationId by, Slot slot) {
        return new ActionCancelled(GHOUTA, action, by, slot, SORRY, NOW);
    }

    /** For an hour, in at least 15 cities. */
    static SynchronizedCalled called(Moment moment) {
        return new SynchronizedCalled(
                GHOUTA,
                BALLOONS,
                GREENS,
                Text.of("en", "White balloons"),
                ActionKind.VIGIL,
                moment,
                Duration.ofHours(1),
                15,
                null,
                List.of("#SaveGhouta"),
                NOW);
    }

    static CityCommitted committed(Place place, OrganizationId by, ActionId action) {
        return new CityCommitted(GHOUTA, BALLOONS, place, by, action, NOW);
    }

    /** What takes place in a city that answered {@link #called}. */
    static ActionScheduled answering(ActionId action, OrganizationId by, Slot slot, ActionId... acknowledged) {
        return new ActionScheduled(
                GHOUTA,
                action,
                by,
                Text.of("en", "White balloons"),
                ActionKind.VIGIL,
                slot,
                SQUARE,
                List.of("#SaveGhouta"),
                null,
                BALLOONS,
                Set.of(acknowledged),
                NOW);
    }

    static Consumer<Throwable> refusal(String code) {
        return thrown -> assertThat(thrown)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    static Consumer<Throwable> collidingWith(ActionId... actions) {
        return thrown -> assertThat(thrown).isInstanceOfSatisfying(ActionsCollide.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("actions-collide");
            assertThat(refusal.details().get("collisions"))
                    .asInstanceOf(InstanceOfAssertFactories.LIST)
                    .extracting("id")
                    .containsExactlyElementsOf(
                            List.of(actions).stream().map(ActionId::value).toList());
        });
    }
}
