package org.tansiq.gateway.actions;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tansiq.domain.shared.Text;
import org.tansiq.gateway.members.Directory;
import org.tansiq.gateway.members.SignedIn;
import org.tansiq.gateway.rights.Reader;
import org.tansiq.gateway.rights.WideSight.Seen;
import org.tansiq.gateway.rights.WideSights;
import org.tansiq.infra.rows.Rebuilding;
import org.tansiq.infra.wiring.Views;
import org.tansiq.projections.actions.ActionRow;
import org.tansiq.projections.actions.Calendar;
import org.tansiq.projections.actions.matching.Finding;

/**
 * Says what an action would have to do with what is planned, in its coalition and in others, and changes nothing. It is
 * reckoned from what its reader sees, so of the rest it says nothing, not even that something is there: one could look for it
 * so, and nobody would be told.
 */
@Component
class Warnings {
    /** The strongest; who runs into more has enough to read. */
    private static final int MAX = 50;

    private static final Duration VIEW_WAIT_MAX = Duration.ofSeconds(2);

    private final Surroundings surroundings;
    private final WideSights sights;
    private final Views views;
    private final Directory directory;
    private final Whys whys;

    Warnings(Surroundings surroundings, WideSights sights, Views views, Directory directory, Whys whys) {
        this.surroundings = surroundings;
        this.sights = sights;
        this.views = views;
        this.directory = directory;
        this.whys = whys;
    }

    /** The strongest first. */
    List<Warning> of(SignedIn me, Reader reader, Wanted wanted, Locale locale) {
        views.catchUp(Calendar.ACTIONS, VIEW_WAIT_MAX);
        var slot = wanted.slot();
        var seen = seen(
                me,
                reader,
                wanted,
                surroundings.around(slot.place(), wanted.candidate().venue().at(), slot.from(), slot.until()));
        var different = SaidDifferent.in(wanted.coalition(), views);
        var byId = seen.stream().collect(toMap(one -> one.row().id(), one -> one));
        return surroundings
                .findings(wanted.candidate(), seen.stream().map(Seen::row).toList())
                .stream()
                .filter(near ->
                        !different.of(wanted.candidate().id(), near.action().id()))
                .limit(MAX)
                .flatMap(near -> Stream.ofNullable(byId.get(near.action().id()))
                        .map(one -> warning(one, near.finding(), wanted, locale)))
                .toList();
    }

    /**
     * For the answer of the command that was just carried out: what collided by the rule was acknowledged by it. Of two who
     * plan at the same moment in two coalitions, one at least is told of the other.
     */
    List<Warning> after(SignedIn me, Reader reader, Wanted done, Locale locale) {
        try {
            return of(me, reader, done, locale).stream()
                    .filter(warning -> !warning.hard())
                    .toList();
        } catch (Rebuilding later) { // what was done is done
            return List.of();
        }
    }

    /** What their reader sees of these, wherever they are planned. */
    List<Seen> seen(SignedIn me, Reader reader, Wanted wanted, Collection<ActionRow> rows) {
        var sight = sights.of(me, reader, wanted.coalition());
        return rows.stream().flatMap(row -> sight.action(row).stream()).toList();
    }

    private Warning warning(Seen seen, Finding finding, Wanted wanted, Locale locale) {
        var row = seen.row();
        return new Warning(
                seen.within() ? row.id() : null,
                seen.within() ? row.coalition() : null,
                row.title(),
                row.place().name(),
                row.venue().name().isEmpty() ? null : row.venue().name(),
                row.from(),
                row.until(),
                row.localFrom(),
                row.localUntil(),
                organizers(row),
                finding.relation().word(),
                finding.score(),
                whys.of(finding, locale),
                wanted.collidesWith(row));
    }

    private List<Text> organizers(ActionRow row) {
        return row.organizers().stream().map(directory::name).toList();
    }
}
