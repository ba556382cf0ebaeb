package org.tansiq.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.actions.ActionKind;
import org.tansiq.domain.actions.ActionScheduled;
import org.tansiq.domain.actions.Place;
import org.tansiq.domain.actions.Slot;
import org.tansiq.domain.actions.Venue;
import org.tansiq.domain.members.CoalitionFounded;
import org.tansiq.domain.members.InvitationId;
import org.tansiq.domain.members.OrganizationJoined;
import org.tansiq.domain.members.OrganizationRegistered;
import org.tansiq.domain.shared.CityId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Fact;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Text;
import org.tansiq.infra.log.Commit;

/** What stands in a log before commands are measured on it: a coalition, its members, and their actions. */
record Founded(
        CoalitionId coalition,
        List<OrganizationId> members,
        List<ActionId> actions,
        List<TaggedEventMessage<?>> messages,
        List<Commit> commits) {
    private static final Instant FOUNDED = Instant.parse("2018-02-18T09:00:00Z");
    private static final Place BERLIN =
            new Place(new CityId("de-berlin"), ZoneId.of("Europe/Berlin"), "DE", Text.ofBoth("برلين", "Berlin"));

    /** @param entries that others have written into their diaries */
    static Founded with(int members, int actions, int entries) {
        var coalition = new CoalitionId("ghouta");
        var organizations = IntStream.range(0, members)
                .mapToObj(n -> new OrganizationId("org-" + n))
                .toList();
        var planned = IntStream.range(0, actions)
                .mapToObj(n -> new ActionId("vigil-" + n))
                .toList();
        var facts = new ArrayList<Fact>();
        for (var each : organizations) {
            facts.add(new OrganizationRegistered(each, Text.of("en", each.value()), FOUNDED));
        }
        var founder = organizations.getFirst();
        facts.add(new CoalitionFounded(
                coalition, founder, Text.ofBoth("الغوطة", "Ghouta"), Text.of("en", "To end the siege."), FOUNDED));
        for (var each : organizations.subList(1, members)) {
            facts.add(new OrganizationJoined(coalition, each, new InvitationId("to-" + each), null, FOUNDED));
        }
        for (var n = 0; n < actions; n++) {
            var from = FOUNDED.plus(Duration.ofDays(1 + n));
            facts.add(new ActionScheduled(
                    coalition,
                    planned.get(n),
                    founder,
                    Text.of("en", "Vigil " + n),
                    ActionKind.VIGIL,
                    new Slot(BERLIN, from, from.plus(Duration.ofHours(1))),
                    new Venue(Text.of("en", "Neptune Fountain"), null),
                    List.of("#SaveGhouta"),
                    null,
                    null,
                    Set.of(),
                    FOUNDED));
        }
        for (var n = 0; n < entries; n++) {
            facts.add(new EntryWritten("ghouta", "old-" + n / Diary.ENTRIES_MAX, founder.value(), Work.WORDS, FOUNDED));
        }
        try (var encoder = new Encoder(1)) {
            var messages = new ArrayList<TaggedEventMessage<?>>();
            var commits = new ArrayList<Commit>();
            for (var fact : facts) {
                messages.add(encoder.message(fact));
                commits.add(new Commit(commits.size(), encoder.uuid(), List.of(encoder.encode(fact, founder.value()))));
            }
            return new Founded(coalition, organizations, planned, List.copyOf(messages), List.copyOf(commits));
        }
    }
}
