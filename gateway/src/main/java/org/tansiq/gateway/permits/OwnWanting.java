package org.tansiq.gateway.permits;

import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.gateway.members.SignedIn;
import org.tansiq.gateway.rights.Sights;
import org.tansiq.gateway.shared.Access;
import org.tansiq.infra.wiring.Views;
import org.tansiq.projections.actions.ActionRow;
import org.tansiq.projections.actions.Calendar;
import org.tansiq.projections.permits.PermitBoard;
import org.tansiq.projections.shared.Keys;

/** What an organisation organises, in all its coalitions, that lacks a permit as its day comes near. */
@Component
public class OwnWanting {
    private final Views views;
    private final Access access;
    private final Sights sights;
    private final Clock clock;

    OwnWanting(Views views, Access access, Sights sights, Clock clock) {
        this.views = views;
        this.access = access;
        this.sights = sights;
        this.clock = clock;
    }

    /** The most urgent first. */
    public List<Wanting> of(SignedIn me) {
        return views.find(Calendar.ACTIONS, Keys.key("organizer", me.organization())).stream()
                .collect(groupingBy(ActionRow::coalition, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .flatMap(own -> in(me, new CoalitionId(own.getKey()), own.getValue()))
                .sorted(Wanting.ORDER)
                .toList();
    }

    private Stream<Wanting> in(SignedIn me, CoalitionId coalition, List<ActionRow> own) {
        var now = clock.instant();
        return access.reader(me, coalition).filter(reader -> reader.standing().belongs()).stream()
                .map(reader -> sights.of(reader, coalition))
                .flatMap(sight -> sight.rows(own).stream()
                        .filter(action -> now.isBefore(action.until()))
                        .flatMap(action -> views
                                .get(PermitBoard.PERMITS, action.id())
                                .flatMap(sight::row)
                                .flatMap(permit -> Wanting.of(action, permit, now))
                                .stream()));
    }
}
