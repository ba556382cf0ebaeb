package org.tansiq.gateway.members;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.gateway.actions.Whys;
import org.tansiq.gateway.rights.Sights;
import org.tansiq.gateway.shared.Access;
import org.tansiq.infra.wiring.Views;
import org.tansiq.projections.actions.ActionRow;
import org.tansiq.projections.actions.Calendar;
import org.tansiq.projections.actions.CollisionRow;

/** What was found of the actions that an organisation organises, and waits for its word. */
@Component
class OpenFindings {
    private final Views views;
    private final Access access;
    private final Sights sights;
    private final Whys whys;

    OpenFindings(Views views, Access access, Sights sights, Whys whys) {
        this.views = views;
        this.access = access;
        this.sights = sights;
        this.whys = whys;
    }

    /** @param own the one that the organisation organises; of two the earlier */
    record Open(CollisionRow collision, ActionRow own, ActionRow other, String why) {}

    /** The strongest first. */
    List<Open> of(SignedIn me, Locale locale) {
        return views.find(Calendar.COLLISIONS, CollisionRow.waitsFor(me.organization())).stream()
                .flatMap(row -> open(me, row, locale).stream())
                .sorted(Comparator.comparing(Open::collision, CollisionRow.STRONGEST_FIRST))
                .toList();
    }

    private Optional<Open> open(SignedIn me, CollisionRow row, Locale locale) {
        var coalition = new CoalitionId(row.coalition());
        return access.reader(me, coalition)
                .filter(reader -> reader.standing().belongs())
                .map(reader -> sights.of(reader, coalition))
                .flatMap(sight -> sight.row(row)
                        .flatMap(seen -> views.get(Calendar.ACTIONS, seen.earlier())
                                .flatMap(sight::row)
                                .flatMap(earlier -> views.get(Calendar.ACTIONS, seen.later())
                                        .flatMap(sight::row)
                                        .map(later -> open(me, seen, earlier, later, locale)))));
    }

    private Open open(SignedIn me, CollisionRow seen, ActionRow earlier, ActionRow later, Locale locale) {
        var isOwn = earlier.organizers().contains(me.organization().value());
        return new Open(seen, isOwn ? earlier : later, isOwn ? later : earlier, whys.of(seen.grounds(), locale));
    }
}
