package org.tansiq.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.test.fixture.AxonTestFixture;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.actions.ActionKind;
import org.tansiq.domain.actions.ActionScheduled;
import org.tansiq.domain.actions.ActionsMerged;
import org.tansiq.domain.actions.MergeUndone;
import org.tansiq.domain.actions.Place;
import org.tansiq.domain.actions.Slot;
import org.tansiq.domain.actions.Venue;
import org.tansiq.domain.campaigns.CampaignsModule;
import org.tansiq.domain.members.CoalitionFounded;
import org.tansiq.domain.members.MembersModule;
import org.tansiq.domain.members.OrganizationJoined;
import org.tansiq.domain.members.OrganizationLeft;
import org.tansiq.domain.members.OrganizationRegistered;
import org.tansiq.domain.shared.CityId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Refusal;
import org.tansiq.domain.shared.Text;
import org.tansiq.domain.tasks.TasksModule;

/** The coalition, the organisations and the moment that the tests speak of. */
public final class Scene {
    public static final CoalitionId GHOUTA = new CoalitionId("ghouta");
    public static final OrganizationId BERLIN = new OrganizationId("berlin");
    public static final OrganizationId PARIS = new OrganizationId("paris");
    public static final OrganizationId GENEVA = new OrganizationId("geneva");
    public static final Text NAME = Text.ofBoth("أنقذوا الغوطة", "Save Ghouta");
    public static final Text PURPOSE = Text.of("en", "An end to the siege");
    public static final Instant NOW = Instant.parse("2018-02-19T10:00:00Z");

    private Scene() {}

    public static EventSourcingConfigurer configurer() {
        return CampaignsModule.register(TasksModule.register(MembersModule.register(EventSourcingConfigurer.create())));
    }

    public static AxonTestFixture fixture() {
        return AxonTestFixture.with(configurer(), AxonTestFixture.Customization::disableAxonServer);
    }

    public static OrganizationRegistered registered(OrganizationId organization) {
        return new OrganizationRegistered(organization, Text.of("en", organization.value()), NOW);
    }

    /** With its founder as its steward. */
    public static CoalitionFounded foundedBy(OrganizationId founder) {
        return new CoalitionFounded(GHOUTA, founder, NAME, PURPOSE, NOW);
    }

    public static OrganizationJoined joined(OrganizationId organization) {
        return new OrganizationJoined(GHOUTA, organization, null, null, NOW);
    }

    public static OrganizationLeft left(OrganizationId organization) {
        return new OrganizationLeft(GHOUTA, organization, NOW);
    }

    /** Into another, at the hour of {@link #scheduled}. */
    public static ActionsMerged merged(ActionId gone) {
        var slot = scheduled(GHOUTA, gone).slot();
        return new ActionsMerged(GHOUTA, new ActionId("other"), gone, PARIS, PARIS, slot, Set.of(PARIS), NOW);
    }

    public static MergeUndone mergeUndone(ActionId gone) {
        var slot = scheduled(GHOUTA, gone).slot();
        return new MergeUndone(GHOUTA, new ActionId("other"), gone, PARIS, slot, Set.of(), Set.of(), NOW);
    }

    /** A vigil in Paris, for what is said of an action from outside. */
    public static ActionScheduled scheduled(CoalitionId coalition, ActionId action) {
        var paris = new Place(new CityId("fr-paris"), ZoneId.of("Europe/Paris"), "FR", Text.of("en", "Paris"));
        return new ActionScheduled(
                coalition,
                action,
                PARIS,
                Text.of("en", "Vigil"),
                ActionKind.VIGIL,
                new Slot(paris, NOW, NOW.plusSeconds(3_600)),
                new Venue(Text.of("en", "Square"), null),
                List.of(),
                null,
                null,
                Set.of(),
                NOW);
    }

    public static Consumer<Throwable> refusedAs(Class<? extends Refusal> kind, String code) {
        return refusedAs(kind, code, Map.of());
    }

    public static Consumer<Throwable> refusedAs(Class<? extends Refusal> kind, String code, Map<String, ?> details) {
        return thrown -> assertThat(thrown).isInstanceOfSatisfying(kind, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.details()).containsAllEntriesOf(Map.copyOf(details));
        });
    }
}
