package org.tansiq.domain.resources;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.tansiq.domain.members.MembersModule;
import org.tansiq.domain.members.OrganizationJoined;
import org.tansiq.domain.members.OrganizationLeft;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Fact;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Text;
import org.tansiq.domain.tasks.TaskId;
import org.tansiq.domain.tasks.TaskOpened;

/** Berlin lends five megaphones to the coalition, in which Paris and London are members too and Geneva is not. */
final class Story {
    static final CoalitionId GHOUTA = new CoalitionId("ghouta");
    static final CoalitionId ALEPPO = new CoalitionId("aleppo");
    static final OrganizationId BERLIN = new OrganizationId("berlin");
    static final OrganizationId PARIS = new OrganizationId("paris");
    static final OrganizationId LONDON = new OrganizationId("london");
    static final OrganizationId GENEVA = new OrganizationId("geneva");
    static final ResourceId MEGAPHONES = new ResourceId("megaphones");
    static final BookingId FIRST = new BookingId("first");
    static final BookingId SECOND = new BookingId("second");
    static final BookingId THIRD = new BookingId("third");
    static final TaskId SPEECHES = new TaskId("speeches");
    static final Purpose FOR_SPEECHES = new ForTask(SPEECHES);
    static final Instant NOW = hour(0);

    private Story() {}

    static EventSourcingConfigurer axon() {
        return ResourcesModule.register(MembersModule.register(EventSourcingConfigurer.create()));
    }

    static Instant hour(int hour) {
        return Instant.parse("2018-02-24T00:00:00Z").plusSeconds(3600L * hour);
    }

    /** The three members, the task and the offer. */
    static Fact[] begun() {
        return new Fact[] {joined(BERLIN), joined(PARIS), joined(LONDON), taskOpened(GHOUTA), offered(5)};
    }

    static Fact[] begunAnd(Fact... more) {
        return Stream.concat(Stream.of(begun()), Stream.of(more)).toArray(Fact[]::new);
    }

    static OrganizationJoined joined(OrganizationId organization) {
        return joined(GHOUTA, organization);
    }

    static OrganizationJoined joined(CoalitionId coalition, OrganizationId organization) {
        return new OrganizationJoined(coalition, organization, NOW);
    }

    static OrganizationLeft left(OrganizationId organization) {
        return new OrganizationLeft(GHOUTA, organization, NOW);
    }

    static TaskOpened taskOpened(CoalitionId coalition) {
        return new TaskOpened(
                coalition, SPEECHES, PARIS, Text.ofBoth("كلمات", "Speeches"), Text.of("en", ""), null, null, NOW);
    }

    static ResourceOffered offered(int quantity) {
        return new ResourceOffered(
                GHOUTA,
                MEGAPHONES,
                BERLIN,
                ResourceKind.EQUIPMENT,
                Text.ofBoth("مكبرات صوت", "Megaphones"),
                Text.of("en", "with batteries"),
                quantity,
                Set.of(),
                null,
                null,
                null,
                NOW);
    }

    static ResourceBooked booked(BookingId booking, OrganizationId by, int quantity, int from, int until) {
        return new ResourceBooked(
                GHOUTA, MEGAPHONES, booking, by, quantity, hour(from), hour(until), FOR_SPEECHES, NOW);
    }

    static BookResource book(BookingId booking, OrganizationId by, int quantity, int from, int until) {
        return new BookResource(GHOUTA, MEGAPHONES, booking, by, quantity, hour(from), hour(until), FOR_SPEECHES, NOW);
    }

    static BookingCancelled cancelled(BookingId booking, OrganizationId by) {
        return new BookingCancelled(GHOUTA, MEGAPHONES, booking, by, NOW);
    }

    static ResourceReturned returned(BookingId booking, OrganizationId by, int at) {
        return new ResourceReturned(GHOUTA, MEGAPHONES, booking, by, hour(at));
    }

    static ResourceWithdrawn withdrawn() {
        return new ResourceWithdrawn(GHOUTA, MEGAPHONES, BERLIN, NOW);
    }
}
