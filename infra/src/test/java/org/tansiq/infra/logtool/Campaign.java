package org.tansiq.infra.logtool;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.actions.ActionKind;
import org.tansiq.domain.actions.CallSynchronized;
import org.tansiq.domain.actions.CommitCity;
import org.tansiq.domain.actions.Coordinates;
import org.tansiq.domain.actions.Moment;
import org.tansiq.domain.actions.Place;
import org.tansiq.domain.actions.ScheduleAction;
import org.tansiq.domain.actions.Slot;
import org.tansiq.domain.actions.SynchronizedId;
import org.tansiq.domain.actions.Venue;
import org.tansiq.domain.members.FoundCoalition;
import org.tansiq.domain.members.RegisterOrganization;
import org.tansiq.domain.shared.CityId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.domain.shared.Text;
import org.tansiq.domain.tasks.ClaimTask;
import org.tansiq.domain.tasks.OpenTask;
import org.tansiq.domain.tasks.TaskId;
import org.tansiq.infra.wiring.Actor;
import org.tansiq.infra.wiring.Installation;

/** A short history of seven events, carried out by commands: two of them are one commit. */
final class Campaign {
    static final int EVENTS = 7;
    static final int COMMITS = 6;
    /** Position of the task's opening; its claiming comes next. */
    static final int OPENED = 2;
    /** Position of the commit that has two events. */
    static final int TWO = 5;

    private static final CoalitionId GHOUTA = new CoalitionId("ghouta");
    private static final OrganizationId BERLIN = new OrganizationId("berlin");
    private static final Instant NOW = Instant.parse("2018-02-19T10:00:00Z");
    private static final Place HAMBURG =
            new Place(new CityId("de-hamburg"), ZoneId.of("Europe/Berlin"), "DE", Text.of("en", "Hamburg"));

    private Campaign() {}

    static void run(Installation installation) {
        var call = new SynchronizedId("candles");
        for (var command : List.of(
                new RegisterOrganization(BERLIN, Text.ofBoth("برلين", "Berlin \"\\ \u2028 😀"), NOW),
                new FoundCoalition(GHOUTA, Text.ofBoth("الغوطة", "Ghouta"), Text.of("en", ""), BERLIN, NOW),
                new OpenTask(
                        GHOUTA,
                        new TaskId("permit"),
                        BERLIN,
                        Text.of("en", "Permit"),
                        Text.of("en", ""),
                        null,
                        null,
                        NOW),
                new ClaimTask(GHOUTA, new TaskId("permit"), BERLIN, NOW),
                new CallSynchronized(
                        GHOUTA,
                        call,
                        BERLIN,
                        Text.of("ar", "شموع"),
                        ActionKind.VIGIL,
                        new Moment.SameInstant(Instant.parse("2018-02-28T18:00:00Z")),
                        Duration.ofHours(1),
                        15,
                        null,
                        List.of("#Ghouta"),
                        NOW),
                new CommitCity(
                        GHOUTA,
                        call,
                        BERLIN,
                        HAMBURG,
                        new ActionId("candles-hamburg"),
                        new Venue(Text.of("de", "Jungfernstieg"), new Coordinates(53.5503, 9.99)),
                        Set.of(),
                        NOW))) {
            installation.commands().carryOut(command, new Actor(new PersonId("p"), BERLIN), null);
        }
        settle(installation);
    }

    static void settle(Installation installation) {
        if (!installation.views().await(installation.history().head() - 1, Duration.ofSeconds(30))) {
            throw new AssertionError("The rows do not get to the end of the log.");
        }
    }

    /** One more, for a log that goes on. */
    static ScheduleAction more() {
        return new ScheduleAction(
                GHOUTA,
                new ActionId("more"),
                BERLIN,
                Text.of("en", "More"),
                ActionKind.MARCH,
                new Slot(HAMBURG, NOW, NOW.plusSeconds(3_600)),
                new Venue(Text.of("en", ""), null),
                List.of(),
                null,
                Set.of(),
                NOW);
    }

    static Actor actor() {
        return new Actor(new PersonId("p"), BERLIN);
    }
}
