package org.tansiq.gateway.actions;

import java.time.Duration;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.actions.ActionKind;
import org.tansiq.domain.actions.RescheduleAction;
import org.tansiq.domain.actions.ScheduleAction;
import org.tansiq.domain.actions.Venue;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Limits;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.gateway.members.Directory;
import org.tansiq.gateway.shared.Desk;
import org.tansiq.gateway.shared.Fields;
import org.tansiq.projections.actions.ActionRow;
import org.tansiq.projections.actions.matching.Candidate;

/** Reads what somebody would plan, from a command or from as much of one as has been written so far. */
@Component
class Wishes {
    private static final ActionId NEW = new ActionId("new");

    private final Places places;
    private final Surroundings surroundings;
    private final Directory directory;
    private final Desk desk;

    Wishes(Places places, Surroundings surroundings, Directory directory, Desk desk) {
        this.places = places;
        this.surroundings = surroundings;
        this.directory = directory;
        this.desk = desk;
    }

    Wanted of(ScheduleAction command) {
        return new Wanted(
                command.coalition(),
                command.slot(),
                new Candidate(
                        command.action().value(),
                        command.title(),
                        command.kind(),
                        places.town(command.slot().place()),
                        command.venue(),
                        command.slot().from(),
                        command.slot().until(),
                        names(command.by())));
    }

    /** @param was before it is moved */
    Wanted of(RescheduleAction command, ActionRow was) {
        var slot = command.slot();
        var candidate = surroundings.candidate(was);
        return new Wanted(
                command.coalition(),
                slot,
                new Candidate(
                        candidate.id(),
                        candidate.title(),
                        candidate.kind(),
                        places.town(slot.place()),
                        venue(command, was),
                        slot.from(),
                        slot.until(),
                        candidate.organizers()));
    }

    /** Where it was says nothing of where it would be in another city. */
    private static Venue venue(RescheduleAction command, ActionRow was) {
        if (command.venue() != null) {
            return command.venue();
        }
        return command.slot().place().city().equals(was.place().city()) ? was.venue() : Places.venue(null);
    }

    /** What has been written of an action that would be scheduled; its city and when it starts must be. */
    Wanted of(CoalitionId coalition, OrganizationId by, ActionsApi.Scheduling written) {
        var place = places.city("city", written.city(), written.country());
        var slot = Slots.slot(place, written.starts(), written.ends(), written.zone(), Slots.USUAL_LENGTH);
        var venue = Places.venue(written.venue());
        var title = Fields.text(written.title());
        Limits.nameIfAny("title", title);
        // It says what the command would say of them.
        var checked = new RescheduleAction(coalition, NEW, by, slot, venue, Set.of(), desk.now());
        return new Wanted(
                coalition,
                checked.slot(),
                new Candidate(
                        NEW.value(),
                        title,
                        written.kind() == null
                                ? ActionKind.OTHER
                                : Fields.choice("kind", ActionKind.class, written.kind()),
                        places.town(place),
                        venue,
                        slot.from(),
                        slot.until(),
                        names(by)));
    }

    /** What has been written of where an action would be moved to; what is not said stays as it is. */
    Wanted of(CoalitionId coalition, OrganizationId by, ActionsApi.Scheduling written, ActionRow was) {
        var place = written.city() == null ? was.place() : places.city("city", written.city(), written.country());
        var slot = Slots.slot(
                place, written.starts(), written.ends(), written.zone(), Duration.between(was.from(), was.until()));
        var venue = written.venue() == null ? null : Places.venue(written.venue());
        return of(new RescheduleAction(coalition, new ActionId(was.id()), by, slot, venue, Set.of(), desk.now()), was);
    }

    private Set<String> names(OrganizationId organization) {
        return Set.copyOf(directory.name(organization.value()).in().values());
    }
}
