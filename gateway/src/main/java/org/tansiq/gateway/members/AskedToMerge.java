package org.tansiq.gateway.members;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.gateway.rights.Sight;
import org.tansiq.gateway.rights.Sights;
import org.tansiq.gateway.shared.Access;
import org.tansiq.infra.wiring.Views;
import org.tansiq.projections.actions.ActionRow;
import org.tansiq.projections.actions.Calendar;
import org.tansiq.projections.actions.Merging;

/** Merges of actions that an organisation organises, to which it has not said anything yet. */
@Component
class AskedToMerge {
    private final Views views;
    private final Access access;
    private final Sights sights;

    AskedToMerge(Views views, Access access, Sights sights) {
        this.views = views;
        this.access = access;
        this.sights = sights;
    }

    record Asked(Merging.Proposed proposal, ActionRow own, ActionRow remains, ActionRow goes) {}

    /** The one that was proposed first comes first. */
    List<Asked> of(SignedIn me) {
        return views
                .find(Calendar.ACTIONS, ActionRow.askedToMerge(me.organization().value()))
                .stream()
                .flatMap(row -> asked(me, row))
                .sorted((one, other) ->
                        one.proposal().at().compareTo(other.proposal().at()))
                .toList();
    }

    private Stream<Asked> asked(SignedIn me, ActionRow row) {
        var coalition = new CoalitionId(row.coalition());
        return access
                .reader(me, coalition)
                .filter(reader -> reader.standing().belongs())
                .map(reader -> sights.of(reader, coalition))
                .stream()
                .flatMap(sight -> sight.row(row).stream().flatMap(own -> asked(sight, own)));
    }

    private Stream<Asked> asked(Sight sight, ActionRow own) {
        return Merging.of(own).proposals().stream()
                .filter(proposal -> !proposal.from().equals(own.id()))
                .flatMap(proposal -> views
                        .get(Calendar.ACTIONS, proposal.other(own.id()))
                        .flatMap(sight::row)
                        .map(other -> proposal.remains().equals(own.id())
                                ? new Asked(proposal, own, own, other)
                                : new Asked(proposal, own, other, own))
                        .stream());
    }
}
